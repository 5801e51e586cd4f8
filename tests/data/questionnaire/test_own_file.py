"""The organisation's own file: what it adds, and that everything it cannot say is refused in words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from data.errors import StoreError
from data.questionnaire import read_own, shipped
from data.questionnaire.example import EXAMPLE
from data.questionnaire.own_yaml import LARGEST, decoded, parsed
from metrics.maturity.questionnaire import Questionnaire

ANCHORS = [{"en": f"Level {level}.", "nl": f"Niveau {level}."} for level in range(5)]


def question(**changes: Any) -> dict[str, Any]:
    said = {"id": "W1", "dimension": "guidelines", "text": {"en": "Why?", "nl": "Waarom?"}, "anchors": ANCHORS}
    return {name: value for name, value in (said | changes).items() if value is not None}


def file(*questions: Any, **fields: Any) -> str:
    return json.dumps({"version": "1", "questions": list(questions), **fields}, indent=1)  # JSON is YAML


def read(text: str) -> Questionnaire:
    return read_own(text, shipped())


def refused(text: str) -> str:
    with pytest.raises(StoreError) as found:
        read(text)
    said = found.value.message.english()
    assert not re.search(r"\{\w+\}|Traceback|<class", said), said
    assert ". " in said and said.endswith("."), f"what is wrong, and what to do: {said}"
    return said


def test_an_own_question_comes_after_those_of_its_dimension() -> None:
    whole = read(file(question(improvements={0: [{"en": "Begin."}]}, checks=["within_norm"], sources=["brief"])))
    assert [one.id for one in whole.of("guidelines")] == ["B1", "B2", "B3", "B4", "B5", "B6", "W1"]
    mine = whole.question("W1")
    assert mine.own and mine.checks == ("within_norm",) and mine.improvements[0][0]["en"] == "Begin."
    assert (whole.version, whole.own_version) == (shipped().version, "1")
    assert [one for one in whole.questions if not one.own] == list(shipped().questions)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_language_stands_for_both(language: str) -> None:
    anchors = [{language: f"{level}."} for level in range(5)]
    mine = read(file(question(text={language: "Waarom?"}, anchors=anchors))).question("W1")
    assert mine.text["en"] == "Waarom?" and mine.anchors[4]["en"] == "4."


def test_weights_of_questions_and_dimensions() -> None:
    whole = read(file(question(), weights={"W1": 2, "B4": 0, "people": 0.5}))
    assert (whole.question("W1").weight, whole.question("B4").weight, whole.question("A1").weight) == (2, 0, 1)
    assert {one.id: one.weight for one in whole.dimensions}["people"] == 0.5


def test_weights_alone_are_enough() -> None:
    assert len(read('version: "1"\nweights: {A1: 2}').questions) == len(shipped().questions)


def test_a_dimension_and_a_source_of_its_own() -> None:
    text = file(
        question(dimension="region", sources=["plan"]),
        dimensions=[{"id": "region", "title": {"nl": "Regio"}, "recommendation": "org3"}],
        sources={"plan": "Regioplan 2026"},
    )
    whole = read(text)
    assert (whole.dimensions[-1].id, whole.dimensions[-1].title["en"]) == ("region", "Regio")
    assert [one.id for one in whole.of("region")] == ["W1"]
    assert whole.sources["plan"] == "Regioplan 2026" and "brief" in whole.sources


def test_the_example_can_be_saved_as_it_is() -> None:
    whole = read(EXAMPLE.read_text(encoding="utf-8"))
    assert [one.id for one in whole.questions if one.own] == ["R1"]
    assert whole.dimensions[-1].weight == 0.5
    named = "strategy, guidelines, coordination, people, ict, data, analytics"
    assert named == ", ".join(one.id for one in shipped().dimensions), "the example lists the dimensions"
    assert named in EXAMPLE.read_text(encoding="utf-8")


WRONG = {  # what the file says -> the place that the message names
    "clashing id": (file(question(id="B4")), ["B4", "another id"]),
    "the same id twice": (file(question(), question()), ["W1", "another id"]),
    "the id of a dimension": (file(question(id="people")), ["people", "another id"]),
    "a dimension that is there": (file(dimensions=[{"id": "ict", "title": {"en": "x"}}]), ["ict", "another id"]),
    "unknown dimension": (file(question(dimension="music")), ["W1", "“dimension”", "music", "strategy, guidelines"]),
    "unknown check": (file(question(checks=["magic"])), ["W1", "“checks”", "magic", "within_norm"]),
    "unknown brief": (file(question(brief=["org9"])), ["W1", "“brief”", "org9", "org1"]),
    "unknown source": (file(question(sources=["S999"])), ["W1", "“sources”", "S999", "brief"]),
    "unknown recommendation": (
        file(dimensions=[{"id": "region", "title": {"en": "x"}, "recommendation": "org9"}]),
        ["Dimension region", "“recommendation”", "org9"],
    ),
    "a question of the survey": (file(question(oecd="OECD_SKILLS")), ["W1", "“oecd”", "Remove"]),
    "unknown weight": (file(weights={"B44": 1}), ["B44", "remove"]),
    "negative weight": (file(weights={"B4": -1}), ["“weights.B4”", "at least 0"]),
    "large weight": (file(question(weight=11)), ["W1", "“weight”", "at most 10"]),
    "a weight that is no number": ('version: "1"\nweights: {B4: .nan}', ["“weights.B4”", "number"]),
    "endless weight": ('version: "1"\nweights: {B4: .inf}', ["“weights.B4”", "at most 10"]),
    "only weights of 0": (file(weights={one.id: 0 for one in shipped().dimensions}), ["above 0"]),
    "no version": ("questions: []", ["“version”", "Add"]),
    "version without quotes": ("version: 1.0", ["“version”", "quotes"]),
    "four anchors": (file(question(anchors=ANCHORS[:4])), ["W1", "“anchors”", "at least 5"]),
    "six anchors": (file(question(anchors=[*ANCHORS, ANCHORS[0]])), ["W1", "“anchors”", "at most 5"]),
    "no text": (file(question(text=None)), ["W1", "“text”", "Add"]),
    "empty text": (file(question(text={"en": ""})), ["W1", "“text.en”", "Fill"]),
    "no language": (file(question(text={})), ["W1", "“text”", "Fill"]),
    "another language": (file(question(text={"de": "Warum?"})), ["W1", "“text.de”", "remove"]),
    "long text": (file(question(text={"en": "a" * 601})), ["W1", "“text.en”", "600", "shorter"]),
    "text as a number": (file(question(anchors=[*ANCHORS[:4], {"en": 4}])), ["W1", "“anchors.4.en”", "quotes"]),
    "an answer as yes or no": (file(question(help={"en": False})), ["W1", "“help.en”", "quotes"]),
    "anchors as text": (file(question(anchors="five")), ["W1", "“anchors”", "list"]),
    "text without a language": (file(question(text="Why?")), ["W1", "“text”", "en: ..."]),
    "an improvement at level 4": (file(question(improvements={4: [{"en": "x"}]})), ["W1", "“improvements.4”"]),
    "no improvement": (file(question(improvements={0: []})), ["W1", "“improvements.0”", "at least 1"]),
    "a check twice": (file(question(checks=["within_norm"] * 2)), ["W1", "“checks”", "twice"]),
    "a strange id": (file(question(id="<b>")), ["<b>", "“id”", "letters"]),
    "an unknown field": (file(question(colour="red")), ["W1", "“colour”", "remove"]),
    "an unknown part": (file(people=[]), ["“people”", "remove"]),
    "a question without id": (file(question(), question(id=None)), ["Question 2", "“id”", "Add"]),
    "a question that is text": (file("Why?"), ["Question 1", "fields of its own"]),
    "a dimension without title": (file(dimensions=[{"id": "region"}]), ["Dimension region", "“title”"]),
    "a list at the top": ("- version", ["“version”"]),
    "nothing": ("", ["“version”"]),
    "only a word": ("version", ["“version”"]),
    "no YAML": ('version: "1"\nquestions:\n  - id: "W1\n', ["line"]),
    "a wrong indent": ('version: "1"\nquestions:\n - id: W1\n   text: a: b\n', ["line 4"]),
    "a control character": ('version: "1"\n\nhelp: \x00', ["line 3"]),
    "an impossible date": ("version: 2026-13-45", ["line 1"]),
    "a field twice": ('version: "1"\nweights: {}\nweights: {}', ["“weights”", "line 1"]),
    "an anchor": ('version: &v "1"', ["Line 1", "quotes"]),
    "an alias": ('version: "1"\nweights: *x', ["Line 2", "quotes"]),
    "a tag": ("version: !!python/object/apply:os.getcwd []", ["Line 1", "quotes"]),
    "a tag that fails": ("version: !!timestamp soon", ["Line 1", "quotes"]),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_is_refused_with_the_place_and_what_to_do(case: str) -> None:
    text, parts = WRONG[case]
    said = refused(text)
    assert [part for part in parts if part not in said] == [], said


def test_lines_that_unfold_to_gigabytes_are_refused_at_the_first() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "Line 1" in refused("\n".join(lines))


@pytest.mark.parametrize("text", ["[" * 20_000, "version: " + "{a: " * 20_000, "- " * 20_000, "? " * 20_000])
def test_endless_nesting_is_refused(text: str) -> None:
    refused(text)


def test_a_megabyte_is_refused_before_it_is_read() -> None:
    said = refused("version: '1'\nhelp: " + "a" * 1_000_000)
    assert str(LARGEST) in said


def test_a_deep_value_in_a_known_place_is_refused() -> None:
    refused(f'version: "1"\nweights: {{B4: {"[" * 60}{"]" * 60}}}')


def test_files_as_windows_writes_them_can_be_read() -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert read(decoded(text.encode("utf-8-sig"))) == read(EXAMPLE.read_text(encoding="utf-8"))


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(StoreError, match="UTF-8"):
        decoded(b"PK\x03\x04\xff\xfe")


def test_levels_may_have_quotes_or_not() -> None:
    assert parsed("a: {0: x}") == parsed('a: {"0": x}') == {"a": {"0": "x"}}


def test_the_files_in_the_documentation_can_be_used() -> None:
    page = (Path(__file__).parents[3] / "docs" / "add-a-question.md").read_text(encoding="utf-8")
    shipping, own = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    whole = read(own)
    assert [(one.id, one.weight) for one in whole.questions if one.own] == [("W1", 2)]
    assert {one.id: one.weight for one in whole.dimensions}["ict"] == 0.5
    same = read(file(parsed(shipping))).question("G6")
    assert same.improvements.keys() == {0, 1, 2, 3} and all(len(anchor) == 2 for anchor in same.anchors)
