"""Assessments: begun, closed, opened again, removed; with the questions of their day."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, insert, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.assessments import (
    add_respondent,
    answers,
    assessments,
    close_assessment,
    history,
    questionnaire_of,
    remove_assessment,
    rename_assessment,
    rename_respondent,
    reopen_assessment,
    respondents,
    save_answer,
    set_target,
    set_weights,
    start_assessment,
)
from data.errors import StoreError
from data.schema import action, questionnaire
from metrics.periods import to_day
from tests.data.assessments.rounds import DAY, QUESTIONS, begin


def test_the_newest_comes_first_with_its_version(store: Engine) -> None:
    old = begin(store).id
    new = start_assessment(store, ME, " Winter  2026 ", DAY.replace(month=12), replace(QUESTIONS, own_version="a"), 2)
    found = assessments(store, ME)
    assert [one.id for one in found] == [new, old]
    assert [one.version for one in found] == ["7 + a", "7"]
    assert (found[0].name, found[0].target, found[0].status) == ("Winter 2026", 2, "open")
    assert (found[1].day, found[1].weights, found[1].is_demo) == (to_day(DAY), {}, False)


def test_an_old_assessment_keeps_its_questions_and_they_are_stored_once(store: Engine) -> None:
    old = begin(store).id
    again = start_assessment(store, ME, "Winter", DAY, QUESTIONS)
    changed = start_assessment(
        store, ME, "Lente", DAY, replace(QUESTIONS, version="8", questions=QUESTIONS.questions[:1])
    )
    assert questionnaire_of(store, ME, old) == questionnaire_of(store, ME, again) == QUESTIONS
    assert questionnaire_of(store, ME, changed).version == "8"
    with store.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(questionnaire)) == 2
    remove_assessment(store, ME, changed)
    with store.connect() as connection:
        assert connection.scalars(select(questionnaire.c.version)).all() == ["7"]


def test_a_closed_assessment_takes_no_answers_until_it_is_opened(store: Engine) -> None:
    one = begin(store)
    close_assessment(store, ME, one.id)
    for refused in (
        lambda: one.save(store, 0, level=3),
        lambda: add_respondent(store, ME, one.id, None, "Griffier"),
        lambda: set_target(store, ME, one.id, 4),
        lambda: set_weights(store, ME, one.id, {"guidelines": 2}),
        lambda: rename_respondent(store, ME, one.lead, "Ander"),
    ):
        with pytest.raises(StoreError, match="closed"):
            refused()
    reopen_assessment(store, ME, one.id)
    assert one.save(store, 0, level=3)[0].level == 3
    set_target(store, ME, one.id, 4)
    set_weights(store, ME, one.id, {"guidelines": 2})
    assert [(found.target, found.weights) for found in assessments(store, ME)] == [(4, {"guidelines": 2})]


def test_a_name_can_be_corrected_also_when_it_is_closed(store: Engine) -> None:
    one = begin(store)
    close_assessment(store, ME, one.id)
    rename_assessment(store, ME, one.id, " Herfst\0  2026 ")
    assert [found.name for found in assessments(store, ME)] == ["Herfst 2026"]
    with pytest.raises(StoreError, match="name"):
        rename_assessment(store, ME, one.id, " ")
    with pytest.raises(StoreError, match="no longer exists"):
        rename_assessment(store, ME, one.id + 1, "Winter")


def test_removing_takes_answers_and_history_and_leaves_actions(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    values = {"assessment_id": one.id, "question": "B4", "reason": "own", "title": "Rooster", "owner_role": "Lead"}
    values |= {"status": "idea", "expectation": "", "who": "me", "made_ts": 1}
    with store.begin() as connection:
        connection.execute(insert(action).values(values))
    remove_assessment(store, ME, one.id)
    assert (assessments(store, ME), history(store, ME, one.id), answers(store, ME, one.id)) == ([], [], [])
    with store.connect() as connection:
        assert connection.scalars(select(action.c.assessment_id)).all() == [None]
    with pytest.raises(StoreError, match="no longer exists"):
        remove_assessment(store, ME, one.id)


@pytest.mark.parametrize(
    ("name", "target", "said"), [("  ", 3, "name"), ("x" * 121, 3, "name"), ("Herfst", 5, "between 0 and 4")]
)
def test_values_that_cannot_be_are_refused(store: Engine, name: str, target: int, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        start_assessment(store, ME, name, DAY, QUESTIONS, target)
    assert assessments(store, ME) == []


@pytest.mark.parametrize("weights", [{"guidelines": -1}, {"guidelines": 11}, {"parks": 1}, {"guidelines": 0}])
def test_weights_that_cannot_be_are_refused(store: Engine, weights: dict[str, float]) -> None:
    one = begin(store)
    with pytest.raises(StoreError, match="weight"):
        set_weights(store, ME, one.id, weights)


@pytest.mark.parametrize("role", ["", "   ", "\0", "jan@waterstad.example", "x" * 81])
def test_a_role_is_no_name_and_no_address(store: Engine, role: str) -> None:
    one = begin(store)
    with pytest.raises(StoreError, match="role"):
        add_respondent(store, ME, one.id, None, role)


def test_who_comes_back_is_the_same_role(store: Engine) -> None:
    one = begin(store)
    assert add_respondent(store, ME, one.id, one.green, " teamleider ") == one.lead
    other = add_respondent(store, ME, one.id, one.blue, "Teamleider")
    whole = add_respondent(store, ME, one.id, None, "Teamleider")
    assert len({one.lead, other, whole}) == 3
    assert [found.department_id for found in respondents(store, ME, one.id)] == [one.green, one.blue, None]
    rename_respondent(store, ME, other, "Adviseur")
    with pytest.raises(StoreError, match="takes part already"):
        rename_respondent(store, ME, add_respondent(store, ME, one.id, one.blue, "Lead"), "adviseur")
    with pytest.raises(StoreError, match="no longer exists"):
        add_respondent(store, ME, one.id, 999, "Lead")


def test_a_user_of_one_department_sees_and_answers_for_that_one(store: Engine) -> None:
    one = begin(store)
    other = add_respondent(store, ME, one.id, one.blue, "Adviseur")
    save_answer(store, ME, one.lead, "B4", {"level": 3}, 0)
    save_answer(store, ME, other, "B4", {"level": 1}, 0)
    some = Access("jo", "administrator", frozenset({one.blue}))
    assert [found.id for found in respondents(store, some, one.id)] == [other]
    assert [found.level for found in answers(store, some, one.id)] == [1]
    assert [found.new for found in history(store, some, one.id)] == [1]
    assert save_answer(store, some, other, "B1", {"level": 2}, 0).answer.level == 2
    for refused in (
        lambda: save_answer(store, some, one.lead, "B4", {"level": 0}, 1),
        lambda: add_respondent(store, some, one.id, None, "Lead"),
        lambda: close_assessment(store, some, one.id),
        lambda: rename_assessment(store, some, one.id, "Winter"),
        lambda: assessments(store, Access("x", "stranger")),
    ):
        with pytest.raises(AccessDeniedError):
            refused()
