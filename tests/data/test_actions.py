"""The action plan in the store: values, rights, history, the lock of a registered comparison, and two at once."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.actions import (
    actions,
    add_action,
    change_action,
    history,
    register_action,
    remove_action,
)
from data.actions.registering import earliest_start
from data.errors import StoreError
from data.registers import add_account, add_department, merge_departments
from data.schema import account_day
from data.store import version
from metrics.actions.action import LOCKED, MEASURED, Action
from metrics.periods import to_date, to_day

TODAY = to_day(datetime.now(UTC).date())
START = TODAY + 30
COMPARISON: dict[str, Any] = {
    "metric": "within_norm",
    "direction": "up",
    "control_id": None,
    "start_day": START,
    "expectation": "Ten points more in time.",
}


@pytest.fixture
def sport(store: Engine) -> int:
    return add_department(store, ME, "Sport")


def one(store: Engine, known: int) -> Action:
    return next(action for action in actions(store, ME) if action.id == known)


def refused(change: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as error:
        change()
    return error.value.message.code


def test_what_is_added_is_read_and_changed_with_its_history(store: Engine, sport: int) -> None:
    before = version(store)
    old = add_action(store, ME, "  Answer \n within a day ", department_id=sport, owner_role="webcare", due_day=TODAY)
    new = add_action(store, ME, "Publish the norm", status="planned", metric="within_norm", direction="up")
    assert version(store) > before
    assert [action.id for action in actions(store, ME)] == [new, old]
    found = one(store, old)
    assert (found.title, found.department_id, found.status, found.reason) == (
        "Answer within a day",
        sport,
        "idea",
        "own",
    )
    change_action(store, ME, old, {"status": "doing", "owner_role": "webcare"})  # the role stays what it was
    assert one(store, old).status == "doing"
    assert [(c.field, c.old, c.new, c.who) for c in history(store, ME, old)] == [
        ("status", "idea", "doing", ME.who),
        ("status", None, "idea", ME.who),
    ]
    assert len(history(store, ME)) == 3
    remove_action(store, ME, old)
    assert [action.id for action in actions(store, ME)] == [new] and len(history(store, ME)) == 1


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"title": "  \n"}, "action_title"),
        ({"title": "x" * 301}, "text_too_long"),
        ({"owner_role": "x" * 121}, "text_too_long"),
        ({"status": "later"}, "unknown_code"),
        ({"direction": "sideways"}, "unknown_code"),
        ({"metric": "happiness"}, "no_metric"),
        ({"due_day": -1}, "action_day"),
        ({"department_id": 99}, "action_owner_gone"),
        ({"control_id": 99}, "action_owner_gone"),
    ],
)
def test_values_that_cannot_be_are_refused_and_nothing_is_stored(
    store: Engine, values: dict[str, Any], code: str
) -> None:
    known = add_action(store, ME, "Publish the norm")
    assert refused(lambda: add_action(store, ME, **({"title": "x"} | values))) == code
    assert refused(lambda: change_action(store, ME, known, values)) == code
    assert [action.title for action in actions(store, ME)] == ["Publish the norm"]
    assert len(history(store, ME)) == 1


def test_fields_that_are_not_for_changing_are_a_mistake_of_the_program(sqlite_store: Engine) -> None:
    known = add_action(sqlite_store, ME, "Publish the norm")
    with pytest.raises(ValueError, match="registered_ts"):
        change_action(sqlite_store, ME, known, {"registered_ts": 5})


def test_a_comparison_needs_another_department(sqlite_store: Engine) -> None:
    sport, parks = (add_department(sqlite_store, ME, name) for name in ("Sport", "Parken"))
    whole = add_action(sqlite_store, ME, "For all")
    assert refused(lambda: change_action(sqlite_store, ME, whole, {"control_id": parks})) == "whole_control"
    own = add_action(sqlite_store, ME, "For us", department_id=sport, control_id=parks)
    assert refused(lambda: change_action(sqlite_store, ME, own, {"department_id": parks})) == "own_control"
    assert (
        refused(lambda: register_action(sqlite_store, ME, own, **COMPARISON | {"control_id": sport})) == "own_control"
    )


def test_a_registered_comparison_is_locked(store: Engine, sport: int) -> None:
    parks = add_department(store, ME, "Parken")
    known = add_action(store, ME, "Answer within a day", department_id=sport)
    earliest = int(time.time())
    register_action(store, ME, known, **COMPARISON | {"control_id": parks})
    found = one(store, known)
    assert found.is_registered and found.registered_ts is not None and found.registered_ts >= earliest
    assert (found.metric, found.direction, found.control_id, found.start_day) == ("within_norm", "up", parks, START)
    others = {"metric": "posts", "direction": "down", "control_id": None, "start_day": START + 1}
    others |= {"expectation": "Less.", "department_id": None}
    assert others.keys() == LOCKED
    for name, value in others.items():
        assert refused(lambda name=name, value=value: change_action(store, ME, known, {name: value})) == "action_locked"
    assert refused(lambda: register_action(store, ME, known, **COMPARISON)) == "registered_before"
    assert refused(lambda: remove_action(store, ME, known)) == "action_registered"
    assert one(store, known) == found
    change_action(
        store, ME, known, {"status": "dropped", "title": "Answered", "metric": "within_norm"}
    )  # the same metric
    assert (one(store, known).status, one(store, known).metric) == ("dropped", "within_norm")
    assert {c.field for c in history(store, ME, known)} >= {*MEASURED, "registered_ts", "title", "status"}


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"metric": None}, "comparison_missing"),
        ({"direction": None}, "comparison_missing"),
        ({"expectation": " \n"}, "expectation_missing"),
        ({"start_day": TODAY - 2}, "start_passed"),
    ],
)
def test_a_comparison_is_whole_and_chosen_before_the_start(store: Engine, values: dict[str, Any], code: str) -> None:
    known = add_action(store, ME, "Answer within a day")
    assert refused(lambda: register_action(store, ME, known, **COMPARISON | values)) == code
    assert not one(store, known).is_registered and len(history(store, ME, known)) == 1


def test_a_start_that_the_data_reach_is_refused(store: Engine, sport: int) -> None:
    account = add_account(store, ME, sport, "x", "sport")
    newest = TODAY + 10  # a demo city may end after today
    with store.begin() as connection:
        connection.execute(insert(account_day).values(account_id=account, day=newest, metric="followers", value=10))
    known = add_action(store, ME, "Answer within a day", department_id=sport)
    assert refused(lambda: register_action(store, ME, known, **COMPARISON | {"start_day": newest})) == "start_known"
    assert earliest_start(store, ME) == to_date(newest + 1)
    register_action(store, ME, known, **COMPARISON | {"start_day": newest + 1})
    assert one(store, known).start_day == newest + 1


def test_only_a_made_up_action_has_a_moment_of_its_own(sqlite_store: Engine) -> None:
    past = (TODAY - 100) * 86_400
    demo = add_action(sqlite_store, ME, "Made up", is_demo=True, made_ts=past)
    real = add_action(sqlite_store, ME, "Real")
    given = COMPARISON | {"start_day": TODAY - 90}
    register_action(sqlite_store, ME, demo, **given, at=past)
    assert one(sqlite_store, demo).registered_ts == past and one(sqlite_store, demo).is_demo
    with pytest.raises(ValueError, match="made-up"):
        register_action(sqlite_store, ME, real, **given, at=past)
    late = add_action(sqlite_store, ME, "Made up too", is_demo=True)
    assert refused(lambda: register_action(sqlite_store, ME, late, **given, at=past + 20 * 86_400)) == "start_passed"


def test_the_same_suggestion_is_taken_once_and_again_after_it_was_dropped(store: Engine) -> None:
    first = add_action(store, ME, "Publish the norm", question="B4", reason="below_target")
    assert refused(lambda: add_action(store, ME, "Publish  the norm", question="B4")) == "action_known"
    add_action(store, ME, "Publish the norm")  # an own idea
    change_action(store, ME, first, {"status": "dropped"})
    add_action(store, ME, "Publish the norm", question="B4")
    assert len(actions(store, ME)) == 3


def at_once(*jobs: Callable[[], object]) -> list[str]:
    """What came of jobs that run at the same time: "done", or the code of the refusal."""

    def outcome(job: Callable[[], object]) -> str:
        try:
            job()
        except StoreError as error:
            return error.message.code
        return "done"

    with ThreadPoolExecutor(len(jobs)) as pool:
        return sorted(pool.map(outcome, jobs))


def test_of_two_who_register_at_once_one_is_told(store: Engine) -> None:
    known = add_action(store, ME, "Answer within a day")
    jobs = [
        lambda day=day: register_action(store, ME, known, **COMPARISON | {"start_day": START + day}) for day in range(4)
    ]
    assert at_once(*jobs) == ["done", *["registered_before"] * 3]
    (start,) = (c.new for c in history(store, ME, known) if c.field == "start_day")
    assert one(store, known).start_day == start


def test_of_two_who_take_a_suggestion_at_once_one_is_told(store: Engine) -> None:
    def take() -> int:
        return add_action(store, ME, "Publish the norm", question="B4", reason="below_target")

    assert at_once(*[take] * 4) == [*["action_known"] * 3, "done"]
    assert len(actions(store, ME)) == 1


def test_two_who_change_different_fields_at_once_both_keep_their_change(store: Engine) -> None:
    known = add_action(store, ME, "Answer within a day")
    changes: list[dict[str, Any]] = [{"status": "doing"}, {"owner_role": "webcare"}, {"due_day": START}]
    assert at_once(*[lambda c=c: change_action(store, ME, known, c) for c in changes]) == ["done"] * 3
    found = one(store, known)
    assert (found.status, found.owner_role, found.due_day) == ("doing", "webcare", START)
    assert len(history(store, ME, known)) == 4


def test_a_change_and_a_registration_at_once_never_move_what_was_registered(store: Engine) -> None:
    known = add_action(store, ME, "Answer within a day", metric="posts")
    outcomes = at_once(
        lambda: register_action(store, ME, known, **COMPARISON),
        lambda: change_action(store, ME, known, {"metric": "likes"}),
    )
    assert outcomes in (["action_locked", "done"], ["done", "done"])
    assert one(store, known).metric == "within_norm"


def test_who_may_see_and_change_what(sqlite_store: Engine) -> None:
    sport, parks = (add_department(sqlite_store, ME, name) for name in ("Sport", "Parken"))
    whole = add_action(sqlite_store, ME, "For all")
    foreign = add_action(sqlite_store, ME, "For the parks", department_id=parks)
    coach = Access("coach", "administrator", frozenset({sport}))
    own = add_action(sqlite_store, coach, "For us", department_id=sport)
    assert {action.id for action in actions(sqlite_store, coach)} == {whole, own}
    assert {change.action_id for change in history(sqlite_store, coach)} == {whole, own}
    assert history(sqlite_store, coach, foreign) == []
    for change in (
        lambda: add_action(sqlite_store, coach, "x"),
        lambda: add_action(sqlite_store, coach, "x", department_id=parks),
        lambda: add_action(sqlite_store, coach, "x", department_id=sport, control_id=parks),
        lambda: change_action(sqlite_store, coach, whole, {"status": "done"}),
        lambda: change_action(sqlite_store, coach, foreign, {"status": "done"}),
        lambda: change_action(sqlite_store, coach, own, {"department_id": parks}),
        lambda: register_action(sqlite_store, coach, foreign, **COMPARISON),
        lambda: register_action(sqlite_store, coach, own, **COMPARISON | {"control_id": parks}),
        lambda: remove_action(sqlite_store, coach, whole),
        lambda: actions(sqlite_store, Access("visitor", "reader")),
    ):
        with pytest.raises(AccessDeniedError):
            change()
    assert [action.title for action in actions(sqlite_store, ME)] == ["For us", "For the parks", "For all"]


def test_an_action_that_is_gone_is_said(sqlite_store: Engine) -> None:
    assert refused(lambda: change_action(sqlite_store, ME, 9, {"status": "done"})) == "no_action"
    assert refused(lambda: remove_action(sqlite_store, ME, 9)) == "no_action"
    assert refused(lambda: register_action(sqlite_store, ME, 9, **COMPARISON)) == "no_action"


def test_actions_move_along_when_departments_are_merged(store: Engine, sport: int) -> None:
    youth, parks = add_department(store, ME, "Jeugd"), add_department(store, ME, "Parken")
    moved = add_action(store, ME, "Of the youth", department_id=youth, control_id=parks)
    alone = add_action(store, ME, "Of sport", department_id=sport, control_id=youth)
    merge_departments(store, ME, youth, sport)
    assert (one(store, moved).department_id, one(store, moved).control_id) == (sport, parks)
    assert (one(store, alone).department_id, one(store, alone).control_id) == (sport, None)


def test_actions_of_one_assessment_and_texts_that_no_database_keeps(sqlite_store: Engine) -> None:
    add_action(sqlite_store, ME, "Null \x00 and \ud800")
    assert actions(sqlite_store, ME, assessment_id=3) == []
    assert actions(sqlite_store, ME)[0].title == "Null and"
