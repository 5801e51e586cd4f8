"""An assessment as a file: out, back in, merged; and what is refused."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.assessments import (
    add_respondent,
    answers,
    close_assessment,
    history,
    remove_assessment,
    respondents,
    save_answer,
    start_assessment,
)
from data.assessments.files import merge_file, read_file, to_file
from data.assessments.values import fields_of
from data.errors import StoreError
from data.settings import Settings, write_settings
from metrics.maturity.answers import Evidence
from tests.data.assessments.rounds import DAY, QUESTIONS, begin


def contents(store: Engine, assessment_id: int) -> dict[Any, Any]:
    who = {one.id: (one.department_id, one.role) for one in respondents(store, ME, assessment_id)}
    return {(who[one.respondent_id], one.question): fields_of(one) for one in answers(store, ME, assessment_id)}


def test_a_file_fills_an_empty_assessment_with_the_same(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3, note="=1+1", confidence="low", evidence=(Evidence("document", "Nota"),))
    save_answer(store, ME, add_respondent(store, ME, one.id, None, "Griffier"), "B1", {"level": "not_applicable"}, 0)
    file = to_file(store, ME, one.id)
    said = json.loads(file)
    assert (said["format"], said["questionnaire"], said["demo"], said["day"]) == (
        "answerable-assessment",
        "7",
        False,
        "2026-10-01",
    )
    other = start_assessment(store, ME, "Kopie", DAY, QUESTIONS)
    merged = merge_file(store, ME, other, read_file(file))
    assert (merged.taken, merged.unchanged, merged.conflicts, merged.other_version) == (5, 0, (), "")
    assert contents(store, other) == contents(store, one.id)
    again = merge_file(store, ME, other, read_file(file))
    assert (again.taken, again.unchanged, again.conflicts) == (0, 5, ())


def test_a_file_says_whose_it_is_and_not_who_typed(store: Engine) -> None:
    write_settings(store, ME, Settings("Gemeente Waterstad"))
    one = begin(store)
    one.save(store, 0, level=3)
    said = json.loads(to_file(store, ME, one.id))
    assert (said["organisation"], said["name"], said["target"]) == ("Gemeente Waterstad", "Herfst", 3)
    assert said["respondents"] == [{"department": "Groen", "role": "Teamleider"}]
    assert ME.who not in json.dumps(said)


def test_made_up_answers_stay_in_the_demo(store: Engine) -> None:
    one = begin(store)
    demo = start_assessment(store, ME, "Demo", DAY, QUESTIONS, is_demo=True)
    save_answer(store, ME, add_respondent(store, ME, demo, None, "Griffier"), "B1", {"level": 4}, 0)
    file = read_file(to_file(store, ME, demo))
    with pytest.raises(StoreError, match="made-up answers"):
        merge_file(store, ME, one.id, file)
    assert [who.role for who in respondents(store, ME, one.id)] == ["Teamleider"]
    other = start_assessment(store, ME, "Demo 2", DAY, QUESTIONS, is_demo=True)
    assert merge_file(store, ME, other, file).taken == 1


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_text_that_no_database_keeps_breaks_no_merge(store: Engine, text: str) -> None:
    one = begin(store)
    said = json.loads(to_file(store, ME, one.id)) | {"questionnaire": text}
    row = {"department": "Groen", "role": text, "question": "B4", "note": text}
    said["answers"] = [row, {**row, "question": text}, {**row, "department": text}]
    merged = merge_file(store, ME, one.id, read_file(json.dumps(said).encode()))
    assert (merged.taken, merged.other_version) == (1, "ab")
    assert (merged.unknown_questions, merged.unknown_departments) == (("ab",), ("ab",))


def test_a_file_of_another_department_is_refused_whole(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    file = read_file(to_file(store, ME, one.id))
    other = start_assessment(store, ME, "Kopie", DAY, QUESTIONS)
    with pytest.raises(AccessDeniedError):
        merge_file(store, Access("jo", "administrator", frozenset({one.blue})), other, file)
    assert respondents(store, ME, other) == []


def test_what_differs_is_set_aside_once_and_nothing_is_overwritten(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3, note="Oud")
    file = read_file(to_file(store, ME, one.id))
    one.save(store, 1, level=1)
    merged = merge_file(store, ME, one.id, file)
    assert [(change.question, change.field, change.old, change.new) for change in merged.conflicts] == [
        ("B4", "level", 1, 3)
    ]
    assert (one.answer(store).level, merged.unchanged) == (1, 1)
    size = len(history(store, ME, one.id))
    assert merge_file(store, ME, one.id, file).conflicts == ()
    assert len(history(store, ME, one.id)) == size


def test_what_the_assessment_does_not_know_is_told(store: Engine) -> None:
    one = begin(store)
    said = json.loads(to_file(store, ME, one.id)) | {"questionnaire": "6"}
    row = {"department": "Groen", "role": "Lead", "question": "Z9", "level": 2}
    said["answers"] = [row, {**row, "department": "Zee", "question": "B4"}, {**row, "question": "B1"}]
    merged = merge_file(store, ME, one.id, read_file(json.dumps(said).encode()))
    assert (merged.taken, merged.unknown_questions, merged.unknown_departments) == (1, ("Z9",), ("Zee",))
    assert merged.other_version == "6"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "other"}, "no file of an assessment"),
        ({"format_version": 2}, "newer version"),
        ({"answers": 7}, "no file of an assessment"),
        ({"answers": [{"role": "Lead"}]}, "Answer 1 of the file has no question"),
        ({"answers": [{"role": "Lead", "question": "B4", "level": 9}]}, r"Answer 1 of the file \(B4\) cannot be read"),
        ({"answers": [{"role": "Lead", "question": "B4", "evidence": [{"x": 1}]}]}, "field that cannot be read"),
        ({"answers": [{"question": "B4"}]}, "whose role"),
        ({"respondents": [{"role": "jan@waterstad.example"}]}, "role"),
    ],
)
def test_other_files_are_refused_in_words(store: Engine, change: dict[str, Any], said: str) -> None:
    content = json.loads(to_file(store, ME, begin(store).id)) | change
    with pytest.raises(StoreError, match=said):
        read_file(json.dumps(content).encode())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b"null", b"PK\x03\x04"])
def test_what_is_no_json_object_is_refused(content: bytes) -> None:
    with pytest.raises(StoreError, match="no file of an assessment"):
        read_file(content)


def test_a_closed_assessment_takes_no_file(store: Engine) -> None:
    one = begin(store)
    file = read_file(to_file(store, ME, one.id))
    close_assessment(store, ME, one.id)
    with pytest.raises(StoreError, match="closed"):
        merge_file(store, ME, one.id, file)


_PIECE = asdict(Evidence("document", "Plan", "https://waterstad.example/plan", "Griffier", "2026-02-28"))
_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "level": st.sampled_from([0, 1, 2, 3, 4, "dont_know", "not_applicable"]),
        "note": st.sampled_from(["a", "b"]) | st.text(max_size=9),
        "confidence": st.sampled_from(["low", "high"]),
        "evidence": st.sampled_from([[_PIECE], [_PIECE, {**_PIECE, "title": "Nota"}]]),
    },
)
_ANSWERS = st.dictionaries(st.tuples(st.sampled_from(["Lead", "Griffier"]), st.sampled_from(["B1", "B4"])), _FIELDS)


EMPTY: tuple[Any, ...] = (None, "", [])


def fill(store: Engine, assessment_id: int, said: Any) -> None:
    for (role, question), fields in said.items():
        save_answer(store, ME, add_respondent(store, ME, assessment_id, None, role), question, fields, 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=_ANSWERS)
def test_what_is_saved_as_a_file_and_merged_is_the_same(sqlite_store: Engine, said: Any) -> None:
    store = sqlite_store
    here, there = (start_assessment(store, ME, name, DAY, QUESTIONS) for name in ("Hier", "Daar"))
    fill(store, there, said)
    file = to_file(store, ME, there)
    merge_file(store, ME, here, read_file(file))
    assert contents(store, here) == contents(store, there)
    assert [who.role for who in respondents(store, ME, here)] == [who.role for who in respondents(store, ME, there)]
    size = len(history(store, ME, here))
    again = merge_file(store, ME, here, read_file(file))
    assert (again.taken, again.conflicts, len(history(store, ME, here))) == (0, (), size)
    for one in (here, there):
        remove_assessment(store, ME, one)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ours=_ANSWERS, theirs=_ANSWERS)
def test_a_merge_never_loses_a_value(sqlite_store: Engine, ours: Any, theirs: Any) -> None:
    store = sqlite_store
    here, there = (start_assessment(store, ME, name, DAY, QUESTIONS) for name in ("Hier", "Daar"))
    fill(store, here, ours)
    fill(store, there, theirs)
    before = contents(store, here)
    merge_file(store, ME, here, read_file(to_file(store, ME, there)))
    after, kept = contents(store, here), history(store, ME, here)
    who = {one.id: one.role for one in respondents(store, ME, here)}
    known = [(who[one.respondent_id], one.question, one.field, one.new) for one in kept]
    for ((_, role), question), fields in contents(store, there).items():
        for name, value in fields.items():
            assert value in EMPTY or (role, question, name, value) in known
    for key, fields in before.items():
        for name, value in fields.items():
            assert value in EMPTY or after[key][name] == value
    for one in (here, there):
        remove_assessment(store, ME, one)
