"""Figures of others: the files that ship, the survey's signed counts, and results of peers."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.benchmarks import (
    SLOT,
    export_result,
    known,
    peers,
    read_counts,
    read_peers,
    remove_counts,
    remove_peers,
    save_counts,
    save_peers,
    survey_counts,
)
from data.benchmarks.known import FOLDER
from data.benchmarks.oecd import COLUMNS
from data.errors import StoreError
from data.questionnaire import shipped
from data.store import version
from metrics.benchmarks import BENCHMARKS
from metrics.maturity.benchmarks import NATIONAL, PeerBody, caution, peer_levels

TOPICS = 15  # rows of the list of known figures
YEAR = 2026


def test_every_known_figure_says_what_is_needed_to_judge_it() -> None:
    assert len(known()) == TOPICS == len(list(FOLDER.glob("*.yaml")))
    ids = {question.id for question in shipped().questions}
    for one in known():
        assert set(one.questions) <= ids
        for words in (one.topic, one.population, *(value.label for value in one.values)):
            assert words["en"] and words["nl"] and words["en"] != words["nl"], one.code
        if any(value.kind == "percent" for value in one.values):
            assert all(value.value <= 100 for value in one.values if value.kind == "percent")
        assert (caution(one.unit) is not None) == (one.unit in NATIONAL)
    assert any(one.unit in NATIONAL for one in known())


def test_copies_are_not_called_good() -> None:
    assert all(one.strength != "good" for one in known() if "copy" in one.source)


def test_figures_that_stand_elsewhere_too_are_the_same() -> None:
    elsewhere = {one.code: one.value for one in BENCHMARKS}
    here = {one.code: [value.value for value in one.values] for one in known()}
    assert elsewhere["nl_2013_broadcast"] == f"{here['nl_2013_broadcast'][0]} %"
    assert elsewhere["nl_2013_replies"] == f"{here['nl_2013_broadcast'][1]} %"
    assert elsewhere["nl_2013_silent"] == f"about {here['nl_2013_silent'][0]} %"
    assert elsewhere["nl_2013_daily_posts"] == f"{here['nl_2013_daily'][1]} %"
    assert elsewhere["nl_2013_daily_replies"] == f"{here['nl_2013_daily'][2]} %"


# The survey -----------------------------------------------------------------------------------------------------


def slot_rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(SLOT.read_text(encoding="utf-8"))))


def filled(**changes: str) -> list[dict[str, str]]:
    """The strategy question, filled in and signed: 7 + 18 of 25. Made-up counts."""
    base = slot_rows()[0] | {"verified_by": "Adviser", "verified_on": "2026-11-20", "page_or_figure": "Figure 9"}
    return [base | {"answer": "Yes", "n": "7"} | changes, base | {"answer": "No", "n": "18"}]


def as_file(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def test_the_slot_ships_empty() -> None:
    rows = slot_rows()
    assert list(rows[0]) == list(COLUMNS)
    assert [row["question_id"] for row in rows] == ["OECD_STRATEGY", "OECD_SKILLS"]
    assert not any(row[name] for row in rows for name in ("answer", "n", "verified_by", "verified_on"))
    with pytest.raises(StoreError) as refused:
        read_counts(SLOT.read_bytes())
    assert refused.value.message.code == "survey_nothing_filled"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_signed_counts_are_kept_and_replaced(store: Engine, delimiter: str) -> None:
    assert survey_counts(store, ME) == ()
    before = version(store)
    counts = read_counts(as_file([*filled(), slot_rows()[1]], delimiter))  # the other question is still empty
    save_counts(store, ME, counts)
    assert version(store) > before
    assert [(one.code, one.answer, one.n, one.total) for one in survey_counts(store, ME)] == [
        ("OECD_STRATEGY", "Yes", 7, 25),
        ("OECD_STRATEGY", "No", 18, 25),
    ]
    assert survey_counts(store, ME) == counts
    save_counts(store, ME, counts[:1])
    assert survey_counts(store, ME) == counts[:1]
    remove_counts(store, ME)
    assert survey_counts(store, ME) == ()


TOMORROW = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"verified_by": ""}, "unsigned"),
        ({"verified_on": ""}, "unsigned"),
        ({"page_or_figure": ""}, "unsigned"),
        ({"answer": ""}, "unsigned"),
        ({"n": ""}, "unsigned"),
        ({"n": "8"}, "sum"),
        ({"n": "-7"}, "number"),
        ({"n": "７"}, "number"),
        ({"n": "7.0"}, "number"),
        ({"N": "24"}, "totals"),
        ({"answer": "no"}, "twice"),
        ({"unit": "municipalities"}, "unit"),
        ({"question_id": "OECD_OTHER"}, "question"),
        ({"verified_on": "20-11-2026"}, "verified_on"),
        ({"verified_on": "2012-01-01"}, "verified_on"),
        ({"verified_on": TOMORROW}, "verified_on"),
    ],
)
def test_counts_that_are_not_right_are_refused(changes: dict[str, str], code: str) -> None:
    with pytest.raises(StoreError) as refused:
        read_counts(as_file(filled(**changes)))
    assert refused.value.message.code == f"survey_{code}"
    assert refused.value.message.english()


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\x00\x01", as_file(filled()).replace(b"Adviser", b'"Adviser'), b"x" * 200_000]
)
def test_other_files_are_refused_in_words(content: bytes) -> None:
    with pytest.raises(StoreError):
        read_counts(content)


# Peers ----------------------------------------------------------------------------------------------------------

LEVELS = {"A1": 2.5, "B4": 3.0}


def one_result(body: str, **levels: float) -> bytes:
    return export_result(shipped(), levels or LEVELS, YEAR, "The adviser agreed to compare.", body=body)


def five(**levels: float) -> list[bytes]:
    return [one_result(f"Body {number}", **levels) for number in range(5)]


def changed(content: bytes, **top: Any) -> bytes:
    return json.dumps(json.loads(content) | top).encode()


def with_body(content: bytes, **body: Any) -> bytes:
    raw = json.loads(content)
    raw["bodies"] = [raw["bodies"][0] | body]
    return json.dumps(raw).encode()


def code_of(content: bytes) -> str:
    return str(json.loads(content)["bodies"][0]["code"])


def test_a_result_names_nobody() -> None:
    content = export_result(shipped(), LEVELS | {"Z9": 4.0}, YEAR, "Agreed.", body="Gemeente Waterstad")
    assert b"aterstad" not in content
    raw = json.loads(content)
    assert set(raw) == {"format", "format_version", "questionnaire_version", "bodies"}
    assert set(raw["bodies"][0]) == {"code", "year", "consent", "levels"}
    assert raw["bodies"][0]["levels"] == LEVELS  # own questions stay at home


def test_the_code_is_the_same_for_the_same_body_only() -> None:
    assert code_of(one_result("Gemeente Waterstad")) == code_of(one_result("gemeente  waterstad"))
    assert code_of(one_result("Waterstad")) != code_of(one_result("Oeverdrecht"))
    assert code_of(one_result("")) != code_of(one_result(""))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"is_demo": True}, "demo"),
        ({"consent": "  "}, "consent"),
        ({"levels": {}}, "empty"),
    ],
)
def test_what_cannot_be_shared_is_refused(arguments: dict[str, Any], code: str) -> None:
    given_ = {"levels": LEVELS, "year": YEAR, "consent": "Agreed."} | arguments
    with pytest.raises(StoreError) as refused:
        export_result(shipped(), **given_)
    assert refused.value.message.code == f"peers_{code}"


def test_five_bodies_are_kept_and_compared(store: Engine) -> None:
    files = [one_result(f"Body {number}", A1=number % 5, B4=3) for number in range(7)]
    bodies = read_peers(files, shipped())
    save_peers(store, ME, "Cities", shipped().version, bodies)
    second = save_peers(store, ME, " Cities ", shipped().version, bodies[:5])  # of the same name: replaced
    (found,) = peers(store, ME)
    assert (found.id, found.name, found.version, found.bodies) == (second, "Cities", shipped().version, bodies[:5])
    levels = peer_levels(found.bodies, ["A1", "A2", "B4"])
    assert [(one.question, one.median, one.n) for one in levels] == [("A1", 2, 5), ("B4", 3, 5)]
    remove_peers(store, ME, second)
    assert peers(store, ME) == []


def test_of_two_results_with_one_code_the_newer_counts() -> None:
    older, newer = one_result("Body 0", A1=1), with_body(one_result("Body 0", A1=4), year=YEAR + 1)
    for order in ([older, newer], [newer, older]):
        bodies = read_peers([*order, *five()[1:]], shipped())
        assert len(bodies) == 5
        assert next(body for body in bodies if body.code == code_of(older)).levels == {"A1": 4}


def test_a_question_that_fewer_than_five_answered_is_not_shown() -> None:
    bodies = [PeerBody(str(n), YEAR, {"A1": 1.0} | ({"A2": 4.0} if n < 4 else {})) for n in range(6)]
    assert [one.question for one in peer_levels(bodies, ["A1", "A2"])] == ["A1"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([], "few"),
        (five()[:4], "few"),
        ([*five()[:4], five()[0]], "few"),  # the same body twice is one
        ([*five(), changed(one_result("x"), questionnaire_version="0.9")], "version"),
        ([*five(), changed(one_result("x"), demo=True)], "demo"),
        ([*five(), with_body(one_result("x"), demo=True)], "demo"),
        ([*five(), with_body(one_result("x"), consent=" ")], "no_consent"),
        ([*five(), with_body(one_result("x"), levels={"A1": 5})], "level"),
        ([*five(), with_body(one_result("x"), levels={"A1": True})], "level"),
        ([*five(), with_body(one_result("x"), levels={"A1": float("nan")})], "level"),
        ([*five(), with_body(one_result("x"), levels={"Z9": 2})], "level"),
        ([*five(), with_body(one_result("x"), year="2026")], "format"),
        ([*five(), changed(one_result("x"), format="other")], "format"),
        ([b"\xff\xfe"], "format"),
        ([b"[" * 100_000], "format"),
        ([b" " * 6_000_000], "large"),
    ],
)
def test_files_that_cannot_be_compared_are_refused(files: list[bytes], code: str) -> None:
    with pytest.raises(StoreError) as refused:
        read_peers(files, shipped())
    assert refused.value.message.code == f"peers_{code}"


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_any_other_json_is_refused_in_words(raw: Any) -> None:
    body = {"code": "c", "year": YEAR, "consent": "yes", "levels": raw}
    for content in (raw, {"format": "answerable-result", "questionnaire_version": "1.0", "bodies": [body, raw]}):
        with pytest.raises(StoreError):
            read_peers([json.dumps(content).encode()], shipped())
