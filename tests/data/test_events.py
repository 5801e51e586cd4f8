"""Events: noted, read by period and by right of department, removed."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.events import add_event, events, remove_event
from data.registers import add_department, merge_departments
from data.store import version
from loaders.demo.removal import remove
from metrics.change.decisions import overlapping
from metrics.periods import Period, to_day

DAY = to_day(date(2026, 3, 2))


def test_events_are_read_by_period_in_order_of_time(store: Engine) -> None:
    sport = add_department(store, ME, "Sport")
    before = version(store)
    add_event(store, ME, "election", " Council \n election ", DAY + 16)
    add_event(store, ME, "storm", "Storm", DAY, DAY + 2, department_id=sport)
    assert version(store) > before
    first, second = events(store, ME)
    assert (first.kind, first.last_day, first.department_id, first.is_demo) == ("storm", DAY + 2, sport, False)
    assert (second.name, second.first_day, second.last_day) == ("Council election", DAY + 16, DAY + 16)
    for period, names in (
        (Period(DAY + 2, DAY + 15), ["Storm"]),
        (Period(DAY + 3, DAY + 16), ["Council election"]),
        (Period(DAY + 3, DAY + 15), []),
        (Period(DAY - 9, DAY + 99), ["Storm", "Council election"]),
    ):
        assert [one.name for one in events(store, ME, period)] == names
        assert [one.name for one in overlapping([second, first], period)] == names


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " \n"}, "event_name"),
        ({"name": "x" * 121}, "text_too_long"),
        ({"kind": "party"}, "unknown_code"),
        ({"last_day": DAY - 1}, "event_backwards"),
        ({"first_day": -1}, "day_out_of_range"),
        ({"last_day": 10**6}, "day_out_of_range"),
        ({"department_id": 99}, "no_department"),
        ({}, "event_known"),
    ],
)
def test_what_cannot_be_is_refused(store: Engine, values: dict[str, Any], code: str) -> None:
    given: dict[str, Any] = {"kind": "storm", "name": "Storm", "first_day": DAY}
    add_event(store, ME, **given)
    with pytest.raises(StoreError) as error:
        add_event(store, ME, **(given | values))
    assert error.value.message.code == code
    assert len(events(store, ME)) == 1


def test_events_follow_the_rights_of_departments(store: Engine) -> None:
    sport, parks = (add_department(store, ME, name) for name in ("Sport", "Parken"))
    jo = Access("jo", "administrator", frozenset({parks}))
    everybody = add_event(store, ME, "storm", "Storm", DAY)
    hidden = add_event(store, ME, "other", "Marathon", DAY, department_id=sport)
    own = add_event(store, jo, "other", "Tree day", DAY, department_id=parks)
    assert {one.id for one in events(store, jo)} == {everybody, own}
    for refused in (
        lambda: add_event(store, jo, "storm", "Another storm", DAY),
        lambda: add_event(store, jo, "storm", "Another storm", DAY, department_id=sport),
        lambda: remove_event(store, jo, everybody),
        lambda: remove_event(store, jo, hidden),
        lambda: events(store, Access("jo", "nobody")),
    ):
        with pytest.raises(AccessDeniedError):
            refused()
    remove_event(store, jo, own)
    with pytest.raises(StoreError):
        remove_event(store, ME, own)
    assert [one.id for one in events(store, ME)] == [everybody, hidden]


def test_made_up_events_leave_with_the_demo_and_noted_ones_keep_their_department(store: Engine) -> None:
    made_up = add_department(store, ME, "Sport", is_demo=True)
    add_event(store, ME, "storm", "Storm", DAY, department_id=made_up, is_demo=True)
    add_event(store, ME, "other", "Marathon", DAY, department_id=made_up)
    remove(store, ME)
    assert [(one.name, one.department_id) for one in events(store, ME)] == [("Marathon", made_up)]


def test_what_happened_to_two_departments_happened_once_when_they_become_one(store: Engine) -> None:
    pool, sport = (add_department(store, ME, name) for name in ("Pool", "Sport"))
    for owner, is_demo in ((pool, False), (sport, True)):
        add_event(store, ME, "storm", "Storm", 20_460, department_id=owner, is_demo=is_demo)
        add_event(store, ME, "storm", "Hail", 20_460 + owner, department_id=owner)
        add_event(store, ME, "election", "Vote", 20_470, department_id=owner)
    merge_departments(store, ME, pool, sport)
    found = [(one.name, one.department_id, one.is_demo) for one in events(store, ME)]
    assert sorted(found) == [("Hail", sport, False)] * 2 + [("Storm", sport, False), ("Vote", sport, False)]
