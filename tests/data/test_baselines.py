"""Decisions about limits: added with a reason, kept when withdrawn, by right of department."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.baselines import add_baseline, baselines, withdraw
from data.errors import StoreError
from data.registers import add_account, add_department, merge_departments
from data.store import version
from metrics.periods import to_day

DAY = to_day(date(2026, 3, 2))
TODAY = to_day(datetime.now(UTC).date())


@pytest.fixture
def departments(store: Engine) -> tuple[int, int]:
    sport, parks = (add_department(store, ME, name) for name in ("Sport", "Parken"))
    add_account(store, ME, sport, "facebook", "sportwaterstad", "Sport")
    return sport, parks


def test_a_decision_is_read_as_it_was_made(store: Engine, departments: tuple[int, int]) -> None:
    sport, _ = departments
    before = version(store)
    add_baseline(store, ME, "posts", DAY, "tool", " A new \n planner ")
    newer = add_baseline(store, ME, "posts", DAY + 7, "policy", "More", department_id=sport, platform="facebook")
    add_baseline(store, ME, "likes", DAY + 3, "other", "Something")
    assert version(store) > before
    first, second, third = baselines(store, ME)
    assert (first.id, first.department_id, first.platform, first.first_day) == (newer, sport, "facebook", DAY + 7)
    assert (second.metric, third.metric, third.note, third.reason) == ("likes", "posts", "A new planner", "tool")
    assert third.who == ME.who and third.counts
    assert [one.metric for one in baselines(store, ME, "likes")] == ["likes"]


def test_what_is_withdrawn_is_told_and_no_longer_counts(store: Engine, departments: tuple[int, int]) -> None:
    old = add_baseline(store, ME, "posts", DAY, "tool", "A planner")
    new = add_baseline(store, ME, "posts", DAY + 70, "tool", "Another planner")
    withdraw(store, ME, new)
    moment = next(one.withdrawn_ts for one in baselines(store, ME) if one.id == new)
    assert moment is not None
    with pytest.raises(StoreError) as again:
        withdraw(store, ME, new)
    assert again.value.message.code == "withdrawn_before"
    told = {one.id: one.withdrawn_ts for one in baselines(store, ME)}
    assert told == {old: None, new: moment}
    assert {one.id: one.counts for one in baselines(store, ME)} == {old: True, new: False}
    assert all(one.is_about("posts", departments[0], None) for one in baselines(store, ME)), "it is for everybody"
    assert add_baseline(store, ME, "posts", DAY + 70, "tool", "It was right after all") not in told


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"note": " \n"}, "baseline_note"),
        ({"note": "x" * 1001}, "text_too_long"),
        ({"metric": "happiness"}, "no_metric"),
        ({"reason": "because"}, "unknown_code"),
        ({"first_day": TODAY + 3}, "baseline_ahead"),
        ({"first_day": -1}, "day_out_of_range"),
        ({"department_id": 99}, "no_department"),
        ({"platform": "myspace"}, "no_platform"),
        ({}, "baseline_known"),
    ],
)
def test_what_cannot_be_is_refused(
    store: Engine, departments: tuple[int, int], values: dict[str, Any], code: str
) -> None:
    given: dict[str, Any] = {"metric": "posts", "first_day": DAY, "reason": "tool", "note": "A planner"}
    add_baseline(store, ME, **given)
    with pytest.raises(StoreError) as error:
        add_baseline(store, ME, **(given | values))
    assert error.value.message.code == code
    assert len(baselines(store, ME)) == 1


def test_decisions_follow_the_rights_of_departments(store: Engine, departments: tuple[int, int]) -> None:
    sport, parks = departments
    jo = Access("jo", "administrator", frozenset({parks}))
    whole = add_baseline(store, ME, "posts", DAY, "tool", "A planner")
    add_baseline(store, ME, "posts", DAY, "tool", "A planner", department_id=sport)
    own = add_baseline(store, jo, "posts", DAY, "tool", "A planner", department_id=parks)
    assert {one.id for one in baselines(store, jo)} == {whole, own}
    for refused in (
        lambda: add_baseline(store, jo, "likes", DAY, "tool", "A planner"),
        lambda: add_baseline(store, jo, "likes", DAY, "tool", "A planner", department_id=sport),
        lambda: withdraw(store, jo, whole),
        lambda: baselines(store, Access("jo", "nobody")),
    ):
        with pytest.raises(AccessDeniedError):
            refused()
    withdraw(store, jo, own)
    with pytest.raises(StoreError):
        withdraw(store, ME, 99)


def test_decisions_go_along_when_departments_merge(store: Engine, departments: tuple[int, int]) -> None:
    sport, parks = departments
    add_baseline(store, ME, "posts", DAY, "tool", "A planner", department_id=sport)
    merge_departments(store, ME, sport, parks)
    assert [one.department_id for one in baselines(store, ME)] == [parks]
