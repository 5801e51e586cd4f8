"""Spread, change since earlier, and the survey's two questions."""

import pytest

from metrics.maturity.change import changed
from metrics.maturity.oecd import Category, category, derived
from metrics.maturity.spread import consensus, spread
from tests.metrics.maturity.made_up import SMALL, answer, assessed, question, questionnaire, verdict


@pytest.mark.parametrize(
    ("levels", "expected"),
    [([3] * 9, 1.0), ([3] * 8 + [4], 0.92), ([0, 1, 2, 3, 4], 0.43), ([0] * 4 + [4] * 4, 0.0)],
)
def test_consensus_has_the_published_values(levels: list[float], expected: float) -> None:
    found = consensus(levels)
    assert found is not None and round(found, 2) == expected


def test_one_answer_is_no_consensus() -> None:
    assert consensus([3]) is None and consensus([]) is None


def test_spread_between_departments_and_roles() -> None:
    given = [answer(1, "A1", 1), answer(2, "A1", 4), answer(3, "A1", 3), answer(2, "A2", 2), answer(3, "A2", 2)]
    departments = spread(assessed(given), "department")
    assert [(one.question, one.range) for one in departments] == [("A1", 3), ("A2", 0)]
    assert [(group.key, group.level) for group in departments[0].groups] == [(None, 1), (7, 4), (8, 3)]
    roles = spread(assessed(given), "role")
    assert [(one.question, one.range) for one in roles] == [("A1", 2.5)]  # "Editor" and "editor " are one role
    assert departments[1].consensus == 1


def test_change_is_of_common_questions_only() -> None:
    later = questionnaire(
        question("A1", "strategy", text="Another wording?"), question("A2", "strategy"), question("A9", "strategy")
    )
    before = assessed([answer(1, "A1", 1), answer(1, "A2", 3), answer(1, "C1", 4)])
    now = assessed(
        [answer(1, "A1", 3), answer(2, "A1", 4), answer(1, "A2", "dont_know"), answer(1, "A9", 4)], asked=later
    )
    found = changed(now, before)
    assert [(item.question, item.difference, item.reworded) for item in found.items] == [
        ("A1", 2.5, True),
        ("A2", None, False),
    ]
    assert (found.items[0].n_before, found.items[0].n_now) == (1, 2)
    assert (found.only_now, found.only_before) == (("A9",), ("A3", "C1", "C2"))
    assert (found.up, found.down, len(found.compared)) == (1, 0, 1)


def test_the_same_answers_show_no_change() -> None:
    given = [answer(1, one.id, 2) for one in SMALL.questions]
    found = changed(assessed(given), assessed(given))
    assert (found.up, found.down, len(found.compared), found.only_now) == (0, 0, 5, ())


@pytest.mark.parametrize(
    ("code", "answers"),
    [
        ("OECD_STRATEGY", ["no", "planned", "partly", "yes", "yes"]),
        ("OECD_SKILLS", ["no", "no", "partly", "yes", "yes"]),
    ],
)
def test_the_crosswalk(code: str, answers: list[Category]) -> None:
    assert [category(level, code) for level in range(5)] == answers


def test_the_survey_question_is_answered_as_claimed_and_as_the_data_leave_it() -> None:
    given = [answer(1, "A1", 4), answer(2, "A1", 3), answer(3, "A1", "dont_know")]
    one = derived(assessed(given, verdicts={(1, "A1"): verdict((3, "disagree"))}))[0]
    assert (one.claimed, one.adjusted, one.n, dict(one.counts)) == ("yes", "partly", 2, {"yes": 2})
    assert one.verdicts == ("disagree",)


def test_without_an_answer_nothing_is_derived() -> None:
    one = derived(assessed([]))[0]
    assert (one.claimed, one.adjusted, one.n) == (None, None, 0)
