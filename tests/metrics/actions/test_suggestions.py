"""What an assessment suggests: from which items, for which answers, in which order, and what is taken already."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from metrics.actions.suggestions import Item, suggested
from metrics.claims.check import ClaimCheck, checks
from metrics.claims.item import ItemVerdict
from metrics.claims.verdict import Code, Verdict
from metrics.maturity.answers import Answer, Respondent
from metrics.maturity.assessed import Assessed
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire
from metrics.words import Message
from tests.metrics.actions.made_up import Round, action

WITHIN_NORM = checks()["within_norm"]
Levels = Mapping[str, int | str]


def question(code: str, *named: str) -> Question:
    anchors = tuple({"en": f"{code} anchor {level}"} for level in range(5))
    steps = {level: ({"en": f"{code} step {level}", "nl": f"{code} stap {level}"},) for level in range(4)}
    return Question(code, "guidelines", {"en": code}, {}, anchors, steps, {}, named, ("org2",), ("brief",))


ASKED = Questionnaire(
    "1.0",
    (Dimension("guidelines", {"en": "Guidelines"}, "org2"),),
    (question("B1"), question("B2"), question("B4", "within_norm"), question("B5")),
    {},
    {},
)


def disagreeing(check: ClaimCheck = WITHIN_NORM, code: Code = "disagree", n: int = 40) -> ItemVerdict:
    return ItemVerdict(code, ((check, Verdict(code, Message(code, "12 of 40"), 0.3, 0.2, 0.4, n)),))


def assessed(
    *answers: Levels, verdicts: Mapping[tuple[int, str], ItemVerdict] | None = None, target: int = 3
) -> Assessed:
    """The answers of each respondent: a level, or a state."""
    found = {
        (who, code): Answer(who, code, "answered", given) if isinstance(given, int) else Answer(who, code, given)  # type: ignore[arg-type]  # one of the states
        for who, given_by in enumerate(answers, start=1)
        for code, given in given_by.items()
    }
    people = tuple(Respondent(who, 1, who, "adviser") for who in range(1, len(answers) + 1))
    return Assessed(ASKED, Round(target=target), people, found, verdicts or {})


def texts(item: Item) -> list[str]:
    return [one.text if isinstance(one.text, str) else one.text["en"] for one in item.suggestions]


@pytest.mark.parametrize("level", range(4))
def test_each_answer_leads_to_its_own_suggestion(level: int) -> None:
    (item,) = suggested(assessed({"B1": level}, target=4))
    assert texts(item) == [f"B1 step {level}"]
    assert (item.suggestions[0].answer, item.suggestions[0].reason, item.below) == (level, "below_target", True)


@pytest.mark.parametrize(
    ("levels", "given"),
    [((3,), []), ((2, 4), []), ((1, 4), ["B1 step 1"]), ((0, 2), ["B1 step 0", "B1 step 2"]), ((1, 1), ["B1 step 1"])],
)
def test_an_item_is_below_target_by_its_mean_and_each_low_answer_brings_its_step(
    levels: tuple[int, ...], given: list[str]
) -> None:
    found = suggested(assessed(*({"B1": level} for level in levels)))
    assert [text for item in found for text in texts(item)] == given


@pytest.mark.parametrize("state", ["dont_know", "not_applicable", "open"])
def test_what_is_not_answered_suggests_nothing(state: str) -> None:
    assert suggested(assessed({"B1": state, "B2": state})) == ()
    (item,) = suggested(assessed({"B1": 1}, {"B1": state}))
    assert (item.level, item.answers) == (1, {1: (1,)})


def test_contradictions_come_first_then_the_lowest_then_the_order_of_the_questions() -> None:
    answers = {"B1": 2, "B2": 0, "B4": 4, "B5": 2}
    found = suggested(assessed(answers, verdicts={(1, "B4"): disagreeing()}))
    assert [item.question.id for item in found] == ["B4", "B2", "B1", "B5"]
    assert not found[0].below and found[0].contradictions[0].check is WITHIN_NORM


def test_a_contradiction_brings_the_next_step_of_the_check_and_the_steps_of_the_answer() -> None:
    (item,) = suggested(assessed({"B4": 3}, verdicts={(1, "B4"): disagreeing()}))
    assert texts(item) == [WITHIN_NORM.todo, "B4 step 3"]
    assert {one.reason for one in item.suggestions} == {"contradiction"}
    assert {(one.metric, one.direction) for one in item.suggestions} == {("within_norm", "up")}
    (highest,) = suggested(assessed({"B4": 4}, verdicts={(1, "B4"): disagreeing()}))
    assert texts(highest) == [WITHIN_NORM.todo]


@pytest.mark.parametrize("code", ["agree", "too_few", "document"])
def test_only_data_that_disagree_contradict(code: Code) -> None:
    assert suggested(assessed({"B4": 3}, verdicts={(1, "B4"): disagreeing(code=code)})) == ()


def test_respondents_of_whom_the_same_was_measured_stand_together() -> None:
    same, other = disagreeing(), disagreeing(n=90)
    verdicts = {(1, "B4"): same, (2, "B4"): same, (3, "B4"): other}
    (item,) = suggested(assessed({"B4": 3}, {"B4": 3}, {"B4": 3}, verdicts=verdicts))
    assert [one.respondents for one in item.contradictions] == [(1, 2), (3,)]
    assert item.suggestions[0].respondents == (1, 2, 3) and len(item.suggestions) == 2


def test_an_answer_that_nobody_contradicts_keeps_its_own_reason() -> None:
    (item,) = suggested(assessed({"B4": 3}, {"B4": 1}, verdicts={(1, "B4"): disagreeing()}))
    assert [(one.answer, one.reason) for one in item.suggestions] == [
        (3, "contradiction"),
        (1, "below_target"),
        (3, "contradiction"),
    ]


def test_a_metric_without_a_better_way_proposes_no_direction() -> None:
    neutral = replace(WITHIN_NORM, metric="posts_per_week")
    (item,) = suggested(assessed({"B2": 4}, verdicts={(1, "B2"): disagreeing(neutral)}))
    assert (item.suggestions[0].metric, item.suggestions[0].direction) == ("posts_per_week", None)


@pytest.mark.parametrize(
    ("different", "taken", "covered"),
    [
        ({"title": "B4 step 1"}, 7, True),
        ({"title": "B4 stap 1"}, 7, True),  # taken by somebody who reads Dutch
        ({"title": "In our own words"}, None, True),
        ({"title": "B4 step 1", "question": "B1"}, None, False),
        ({"title": "B4 step 1", "status": "dropped"}, None, False),
        ({"title": "B4 step 1", "assessment_id": 9}, 7, True),
        ({"title": "B4 step 1", "assessment_id": 9, "status": "done"}, None, False),
        ({"title": "B4 step 1", "status": "done"}, 7, True),
    ],
)
def test_what_is_in_the_plan_is_marked(different: dict[str, object], taken: int | None, covered: bool) -> None:
    (item,) = suggested(assessed({"B4": 1}), [action(id=7, **different)])
    assert (item.suggestions[0].action_id, item.covered) == (taken, covered)


def test_titles_of_other_languages_come_from_outside() -> None:
    contradicted = assessed({"B4": 4}, verdicts={(1, "B4"): disagreeing()})
    plan = [action(id=7, title="Kijk waar vragen wachten")]
    assert suggested(contradicted, plan)[0].suggestions[0].action_id is None
    assert suggested(contradicted, plan, lambda one: ["Kijk waar vragen  wachten"])[0].suggestions[0].action_id == 7
