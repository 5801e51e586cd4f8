"""The questions that ship: one test over all of them, and the coverage of the brief."""

import json
import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from data.questionnaire import from_json, shipped, to_json
from data.questionnaire.shipped import FOLDER, INDEX
from metrics.claims.check import checks
from metrics.claims.rules import departments_loaded, labelled_sample, own_history, platforms_agreed, rows_with_source
from metrics.maturity.questionnaire import Question, Questionnaire

FILES = sorted(path for path in FOLDER.glob("*.yaml") if path.name != INDEX)
LANGUAGES = {"en", "nl"}
COVERAGE = {  # the brief's recommendations, and exactly the questions that are about each
    "org1": "A1 A2 A3 A4 A5",
    "org2": "B1 B2 B3 B4 B5 B6",
    "org3": "C1 C2 C3 C4",
    "org4": "A5 D1 D2 D3 D4",
    "tech1": "E1 E2 E3",
    "tech2": "F1 F2 F3 F4 F5 F6",
    "tech3": "D3 G1 G2 G3 G4 G5",
}
KEY_MESSAGES = {  # its key messages, and the questions that must be among those about each
    "key1": "A4",
    "key2": "B3 B4 B6",
    "key3": "C1 C4",
    "key4": "D1 D2",
    "key5": "E1 E2",
    "key6": "F3 F5",
    "key7": "G1 G2 G3 G4 G5",
}
MEASURED = "A2 A3 A4 B3 B4 B5 C1 C2 C4 D2 E1 E2 F2 F3 F4 F5 G1 G2 G3"
"""Questions that data can speak about; C3 has a check that says which log is missing, the rest needs a document."""


def texts(said: Any) -> list[dict[str, str]]:
    """Every text of a file, in its languages."""
    if isinstance(said, dict):
        if said.keys() & LANGUAGES:
            return [said]
        return [text for value in said.values() for text in texts(value)]
    return [text for value in said for text in texts(value)] if isinstance(said, list) else []


def about(code: str) -> set[str]:
    return {question.id for question in shipped().questions if code in question.brief}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_question(path: Any) -> None:
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    schema = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
    with_text_keys = json.loads(json.dumps(said))
    Draft202012Validator({**schema, "$ref": "#/$defs/question"}).validate(with_text_keys)
    question, whole = shipped().question(said["id"]), shipped()

    assert path.stem == said["id"].lower()
    for text in texts(said):
        assert text.keys() == LANGUAGES, text
        assert text["en"] != text["nl"], text
        assert all(value == value.strip() and re.search(r"[.?]$", value) for value in text.values()), text
    for language in LANGUAGES:
        assert len({anchor[language] for anchor in question.anchors}) == len(question.anchors) == 5
        every = [text[language] for level in question.improvements.values() for text in level]
        assert len(set(every)) == len(every)
        assert question.text[language].endswith("?")
        assert question.help[language] and question.contradicted_by[language]
    assert set(question.improvements) == {0, 1, 2, 3} and all(question.improvements.values())

    assert question.dimension in {dimension.id for dimension in whole.dimensions}
    assert set(question.checks) <= set(checks())
    assert question.sources and set(question.sources) <= set(whole.sources)
    assert question.brief and set(question.brief) <= set(whole.recommendations)
    assert question.weight == 1 and not question.own
    if not question.checks:
        assert "document" in question.contradicted_by["en"].lower()
        assert "document" in question.contradicted_by["nl"].lower()


def test_questions_and_dimensions_in_order() -> None:
    found = shipped()
    assert [(one.id, len(found.of(one.id))) for one in found.dimensions] == [
        ("strategy", 5),
        ("guidelines", 6),
        ("coordination", 4),
        ("people", 4),
        ("ict", 3),
        ("data", 6),
        ("analytics", 5),
    ]
    ids = [question.id for question in found.questions]
    assert ids == sorted(ids) and len(ids) == len(FILES) == 33
    letters = [{question.id[0] for question in found.of(one.id)} for one in found.dimensions]
    assert letters == [{letter} for letter in "ABCDEFG"]


def test_the_index_is_in_both_languages() -> None:
    index = yaml.safe_load((FOLDER / INDEX).read_text(encoding="utf-8"))
    found = [text for part in ("dimensions", "recommendations", "oecd") for text in texts(index[part])]
    assert len(found) == 7 + 14 + 2
    assert all(text.keys() == LANGUAGES and text["en"] != text["nl"] for text in found)
    assert {one["recommendation"] for one in index["dimensions"]} == set(COVERAGE)


def test_every_check_is_named_by_a_question() -> None:
    assert {check for question in shipped().questions for check in question.checks} == set(checks())


def test_two_questions_follow_the_survey() -> None:
    found = {question.oecd: question.id for question in shipped().questions if question.oecd}
    assert found == {"OECD_STRATEGY": "A1", "OECD_SKILLS": "D3"}
    assert set(found) == set(shipped().oecd)


@pytest.mark.parametrize("code", COVERAGE)
def test_recommendations_of_the_brief_are_covered(code: str) -> None:
    assert about(code) == set(COVERAGE[code].split())


@pytest.mark.parametrize("code", KEY_MESSAGES)
def test_key_messages_of_the_brief_are_covered(code: str) -> None:
    assert about(code) >= set(KEY_MESSAGES[code].split())


def test_questions_that_data_can_speak_about_have_a_check() -> None:
    without = {question.id for question in shipped().questions if not question.checks}
    assert not without & set(MEASURED.split())
    assert {"B2", "D4"} <= without, "nobody's private account and no budget is looked at"


def test_the_main_check_is_one_that_the_claim_makes() -> None:
    """A check that begins at a level that nobody can give would never be made."""
    for question in shipped().questions:
        assert all(0 < checks()[check].from_level <= 4 for check in question.checks)


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("E1", f"more than {platforms_agreed.MOST:.0%}"),
        ("E2", f"last {departments_loaded.STALE_DAYS} days"),
        ("F2", f"fewer than {rows_with_source.SHARE:.0%}"),
        ("F3", f"more than {own_history.LONGEST_GAP} days"),
        ("G3", f"Fewer than {labelled_sample.ENOUGH} labels"),
    ],
)
def test_what_contradicts_an_answer_has_the_limit_of_its_check(name: str, limit: str) -> None:
    text = shipped().question(name).contradicted_by["en"]
    assert limit.replace("%", " %") in text
    assert {*re.findall(r"\d+", text)} == {*re.findall(r"\d+", shipped().question(name).contradicted_by["nl"])}


def test_a_questionnaire_comes_back_from_its_json() -> None:
    assert from_json(to_json(shipped())) == shipped()
    assert to_json(from_json(to_json(shipped()))) == to_json(shipped())


def test_fields_of_a_newer_version_are_passed_over() -> None:
    said = json.loads(to_json(shipped()))
    said["mood"] = "new"
    for row in (*said["questions"], *said["dimensions"]):
        row["colour"] = {"en": "green"}
    assert from_json(json.dumps(said)) == shipped()


def test_own_questions_and_weights_come_back_too() -> None:
    base = shipped()
    changed: Question = base.question("B4")
    changed = Question(**{**vars(changed), "id": "W1", "own": True, "weight": 2.5, "oecd": None})
    whole = Questionnaire(**{**vars(base), "questions": (*base.questions, changed), "own_version": "3"})
    assert from_json(to_json(whole)) == whole
