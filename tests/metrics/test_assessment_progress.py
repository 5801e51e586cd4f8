"""How far an assessment is, and which values wait for a choice."""

from metrics.maturity.answers import Answer, Change
from metrics.maturity.conflicts import waiting
from metrics.maturity.progress import progress
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire

_WORDS = {"en": "x"}


def question(id: str, dimension: str, *brief: str) -> Question:
    return Question(id, dimension, _WORDS, _WORDS, (_WORDS,) * 5, {}, _WORDS, (), brief, ())


QUESTIONNAIRE = Questionnaire(
    "1.0",
    (Dimension("a", _WORDS, "org1"), Dimension("b", _WORDS, "org2")),
    (question("A1", "a", "org1"), question("A2", "a", "org1", "key1"), question("B1", "b", "key1")),
    {"org1": _WORDS, "key1": _WORDS, "org2": _WORDS},
    {},
)


def test_every_answer_counts_once_and_only_levels_count_as_levels() -> None:
    found = progress(
        QUESTIONNAIRE,
        [
            Answer(1, "A1", "answered", 0),
            Answer(2, "A1", "dont_know"),
            Answer(1, "A2", "not_applicable"),
            Answer(1, "B1"),
            Answer(1, "gone", "answered", 4),
        ],
    )
    assert found.whole == (2, 3) and found.apart == 1
    assert found.dimensions == {"a": (2, 2), "b": (0, 1)}
    assert found.recommendations == {"org1": (2, 2), "key1": (1, 2), "org2": (0, 0)}
    assert [one.id for one in found.open] == ["B1"]


def test_a_value_waits_until_its_field_is_saved_again() -> None:
    def change(field: str, new: object, aside: bool) -> Change:
        return Change(1, "A1", field, None, new, aside, "jo", 1)

    level, note = change("level", 2, True), change("note", "x", True)
    assert waiting([change("level", 3, False), level, note]) == [level, note]
    assert waiting([level, note, change("level", 4, False)]) == [note]
