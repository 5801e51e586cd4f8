"""Search finds on both engines what a reader would, nothing that is typed breaks it, and rights hold."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, insert, update

from data import access as rights
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.filters import Filters
from data.schema import message_score, post_score
from data.search import MOST, search
from data.search import matching as engines
from data.store import writing
from metrics.periods import Period
from tests.data.queries.stored_figures import statements
from tests.data.search.made_up import DAY, as_typed, holds, put
from tests.loaders.sample_batches import batch, load, post, registers

ALWAYS = Filters(Period(DAY - 400, DAY + 400))
_WORDS = (
    "afval",
    "Afvalbak",
    "boom",
    "bóóm",
    "BOMEN",
    "café",
    "cafe",
    "een",
    "één",
    "ouder",
    "oude",
    "2e",
    "12",
    "ßtraat",
    "Bọọm",
    "ăfval",
)
_BETWEEN = (" ", ", ", "-", "_", "👍", "\n", ". ", "'", "…", "\u200b", "")
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_BETWEEN)), max_size=6).map(
    lambda parts: "".join(word + between for word, between in parts)
)
_ASKED = st.lists(
    st.tuples(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2).map(" ".join), st.booleans(), st.booleans()),
    min_size=1,
    max_size=3,
).filter(lambda asked: any(not absent for *_, absent in asked))


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)
    load(store, batch([post("1")]))


def found(engine: Engine, words: str, where: Any = "all", access: Access = ME, **more: Any) -> list[tuple[bool, int]]:
    rows = search(engine, access, ALWAYS, words, where, **more).rows
    return list(zip(rows["is_post"].tolist(), rows["id"].tolist(), strict=True))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_TEXTS, min_size=1, max_size=8), _ASKED)
def test_both_engines_find_what_the_plain_definition_finds(
    store: Engine, texts: list[str], asked: list[tuple[str, bool, bool]]
) -> None:
    put(store, texts, texts)
    asked = [(phrase, start and len(phrase.split()[-1]) > 2, absent) for phrase, start, absent in asked]
    expected = {number for number, text in enumerate(texts, start=1) if holds(text, asked)}
    hits = found(store, as_typed(asked), rows=20)
    assert {number for is_post, number in hits if is_post} == expected
    assert {number for is_post, number in hits if not is_post} == expected


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', "'", "a'b\"c", "NEAR(a b, 2)", "boom NEAR kap", "AND", "OR NOT", "boom AND", "* * *", "text: boom",
        "{a b}: c", "^boom", "boom^2", "(boom", "boom)", "+boom", "boom + kap", "%", "_", "\\", "[a-z]", "(?i)x", "$$",
        "boom\x00kap", "\ud800", "🙂", "🫠boom", "\u202eboom", "مرحبا -سلام", "x" * 5_000, "boom " * 500, "';--",
        "\N{LATIN SMALL LIGATURE FFI}", "İstanbul", "-boom", "a*", "boo*",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_the_search(store: Engine, typed: str) -> None:
    put(store, ["De boom, van de kap", "NEAR AND OR NOT", None, ""])
    assert search(store, ME, ALWAYS, typed).total <= 2


def test_newest_first_in_pages_with_what_belongs_to_them(store: Engine) -> None:
    put(store, [f"boom {number}" for number in range(1, 8)], ["een boom"])
    with statements(store) as sent:
        first = search(store, ME, ALWAYS, "boom", rows=5)
    assert len(sent) <= 5
    assert (first.total, first.more, first.first_day, first.last_day) == (8, False, DAY, DAY)
    assert first.rows["id"].tolist() == [7, 6, 5, 4, 3]
    rest = search(store, ME, ALWAYS, "boom", first=5, rows=5).rows
    assert list(zip(rest["is_post"], rest["id"], strict=True)) == [(False, 2), (False, 1), (True, 1)]
    assert rest["text"].tolist() == ["boom 2", "boom 1", "een boom"]
    assert rest["account"].tolist() == ["parking"] * 3 and rest["platform"].tolist() == ["x"] * 3
    assert "author" not in first.rows and "mentions" not in first.rows


def test_of_many_hits_only_the_newest_are_counted(store: Engine) -> None:
    put(store, ["boom"] * (MOST + 1))
    many = search(store, ME, ALWAYS, "boom", rows=3)
    assert (many.total, many.more) == (MOST, True)
    assert many.rows["id"].tolist() == [1001, 1000, 999]
    put(store, ["boom"] * MOST)
    assert not search(store, ME, ALWAYS, "boom").more


def test_many_hits_and_few_are_found_alike(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, ["boom", "kap", "boom kap", "de boom"], ["boom", "kap"])
    few = found(store, "boom")
    monkeypatch.setattr(engines, "_FEW", {"post": 1, "comment": 1})
    assert found(store, "boom") == few == [(False, 4), (False, 3), (False, 1), (True, 1)]


def test_where_topic_and_tone_narrow_it(store: Engine) -> None:
    put(store, ["boom"] * 5, ["boom"] * 2)
    scores = [(1, 0, 7), (2, 2, None), (3, 4, 7), (4, None, 8)]  # the fifth is not scored yet
    with writing(store) as connection:
        for number, tone, topic in scores:
            values = {"tone": tone, "topic_id": topic, "tone_model": "made up", "topics_version": 1}
            connection.execute(insert(message_score).values(post_id=1, id=number, **values))
        connection.execute(insert(post_score).values(id=2, topic_id=7, topics_version=1))
    assert found(store, "boom", "posts") == [(True, 2), (True, 1)]
    assert [number for _, number in found(store, "boom", "messages")] == [5, 4, 3, 2, 1]
    assert found(store, "boom", topic=7) == [(False, 3), (True, 2), (False, 1)]
    assert found(store, "boom", topic=0) == [(False, 5), (False, 2), (True, 1)]
    tones = {tone: found(store, "boom", tone=tone) for tone in ("negative", "positive", "unsure", "none")}
    assert {tone: [number for _, number in hits] for tone, hits in tones.items()} == {
        "negative": [1],
        "positive": [2],
        "unsure": [3],
        "none": [5, 4],
    }
    assert found(store, "boom", "posts", tone="negative") == []


def test_filters_and_rights_hold(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, ["boom"], ["boom"])
    assert search(store, ME, Filters(Period(DAY + 1, DAY + 9)), "boom").total == 0
    assert search(store, ME, Filters(Period(DAY, DAY), departments=(2,)), "boom").total == 0
    assert search(store, ME, Filters(Period(DAY, DAY), platforms=("facebook",)), "boom").total == 0
    assert search(store, ME, Filters(Period(DAY, DAY), (1,), ("x",)), "boom").total == 2
    other = Access("jo", "administrator", frozenset({2}))
    assert search(store, other, ALWAYS, "boom").total == 0
    monkeypatch.setitem(rights._RIGHTS, "administrator", frozenset({"read"}))
    assert found(store, "boom") == [(True, 1)]
    assert found(store, "boom", "messages") == []
    monkeypatch.setitem(rights._RIGHTS, "administrator", frozenset())
    with pytest.raises(AccessDeniedError):
        search(store, ME, ALWAYS, "boom")


def test_replies_of_the_organisation_are_not_searched(store: Engine) -> None:
    from data.schema import comment
    from data.schema import post as posts

    put(store, ["boom"], ["boom"])
    with writing(store) as connection:
        connection.execute(update(comment).values(is_own=1))
        connection.execute(update(posts).values(type="reply"))
    assert found(store, "boom") == []
