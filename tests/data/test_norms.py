"""Norms in the store: what is written is read, what cannot be is refused, and a change judges anew."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from data import bulk
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.norm_segments import segments
from data.norms import add_norm, norms, remove_norm
from data.registers import delete_account, merge_departments
from data.schema import account, department
from data.schema import norm as table
from data.settings import Settings, write_settings
from data.store import version, writing
from metrics.norms import OFFICE_HOURS, Norm
from metrics.norms.versions import Scope
from tests.loaders.sample_batches import registers

ORGANISATION, GREEN, PARKING_X = Scope(), Scope(department_id=2), Scope(account_id=1)
DAYS = Norm("working_days", 2, None, {0: ("08:30", "17:00"), 5: ("20:00", "24:00")}, "UTC", "DE-BY", "Our page")
HOURS = Norm("working_hours", 4, 0.8, OFFICE_HOURS, "Europe/Amsterdam", "NL", "Webcare  *plan*", "2025-01-31")


class Judge:
    """Remembers for which accounts it was called, and that the change was in the transaction already."""

    def __init__(self) -> None:
        self.calls: list[list[int]] = []
        self.versions: list[int] = []

    def __call__(self, connection: Connection, account_ids: Sequence[int], progress: bulk.Progress) -> None:
        self.calls.append(list(account_ids))
        self.versions.append(len(connection.execute(select(table.c.id)).all()))
        progress(1)


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    spy = Judge()
    monkeypatch.setattr("data.norms.judge_again", spy)
    return spy


@pytest.fixture
def filled(store: Engine) -> Engine:
    """Two departments with an account each, and a second account of the department "green"."""
    registers(store)
    with writing(store) as connection:
        connection.execute(
            insert(account).values(id=3, department_id=2, platform="facebook", handle="Trees", name="Trees")
        )
    return store


def test_what_is_added_is_read(filled: Engine, judge: Judge) -> None:
    before = version(filled)
    shares: list[float] = []
    add_norm(filled, ME, ORGANISATION, 20_000, DAYS, progress=shares.append)
    add_norm(filled, ME, GREEN, 20_100, HOURS, is_demo=True)
    add_norm(filled, ME, PARKING_X, 20_200, replace(HOURS, amount=0.5))
    add_norm(filled, ME, ORGANISATION, 20_300, HOURS)
    found = norms(filled, ME)
    assert found["scope"].tolist() == ["organisation", "organisation", "department", "account"]
    assert found["valid_from"].tolist() == [20_300, 20_000, 20_100, 20_200]
    assert found["name"].tolist() == ["", "", "green", "parking"]
    assert found["platform"].tolist() == ["", "", "", "x"]
    assert found["is_demo"].tolist() == [False, False, True, False]
    tidy = replace(HOURS, source="Webcare *plan*")
    assert found["norm"].tolist() == [tidy, DAYS, tidy, replace(tidy, amount=0.5)]
    assert judge.calls == [[1, 2, 3], [2, 3], [1], [1, 2, 3]]
    assert judge.versions == [1, 2, 3, 4]
    assert shares == [1]
    assert version(filled) > before


def test_an_empty_store_has_no_norms(store: Engine) -> None:
    found = norms(store, ME)
    assert found.empty
    assert str(found["id"].dtype) == "int64"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"unit": "weeks"}, "norm_unit"),
        ({"amount": 0}, "norm_amount"),
        ({"amount": float("nan")}, "norm_amount"),
        ({"amount": float("inf")}, "norm_amount"),
        ({"unit": "working_days", "amount": 261}, "norm_amount"),
        ({"unit": "working_days", "amount": 1.5}, "norm_whole_days"),
        ({"target": 0}, "norm_target"),
        ({"target": 80}, "norm_target"),
        ({"target": float("nan")}, "norm_target"),
        ({"time_zone": "Europe/Nowhere"}, "unknown_time_zone"),
        ({"opening_hours": {}}, "norm_hours"),
        ({"opening_hours": {0: ("17:00", "09:00")}}, "opening_hours"),
        ({"opening_hours": {8: ("09:00", "17:00")}}, "opening_hours"),
        ({"holidays": "XX"}, "norm_holidays"),
        ({"holidays": "DE-XX"}, "norm_holidays"),
        ({"source": "x" * 501}, "norm_source"),
        ({"source_date": "31-01-2025"}, "norm_source_date"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    sqlite_store: Engine, judge: Judge, wrong: dict[str, Any], code: str
) -> None:
    with pytest.raises(StoreError) as refused:
        add_norm(sqlite_store, ME, ORGANISATION, 20_000, replace(HOURS, **wrong))
    assert refused.value.message.code == code
    assert norms(sqlite_store, ME).empty
    assert judge.calls == []


@pytest.mark.parametrize(
    ("scope", "day", "code"),
    [
        (ORGANISATION, -1, "norm_day"),
        (ORGANISATION, 10**9, "norm_day"),
        (ORGANISATION, 20_000, "norm_day_taken"),
        (GREEN, 20_000, "norm_day_taken"),
        (PARKING_X, 20_000, "norm_day_taken"),
        (Scope(department_id=9), 20_000, "no_department"),
        (Scope(account_id=9), 20_000, "no_account"),
    ],
)
def test_a_scope_or_day_that_cannot_be_is_refused(
    filled: Engine, judge: Judge, scope: Scope, day: int, code: str
) -> None:
    for taken in (ORGANISATION, GREEN, PARKING_X):
        add_norm(filled, ME, taken, 20_000, DAYS)
    with pytest.raises(StoreError) as refused:
        add_norm(filled, ME, scope, day, HOURS)
    assert refused.value.message.code == code
    assert len(norms(filled, ME)) == len(judge.calls) == 3


def test_a_removed_version_leaves_those_before_it(filled: Engine, judge: Judge) -> None:
    old = add_norm(filled, ME, GREEN, 20_000, DAYS)
    new = add_norm(filled, ME, GREEN, 20_100, HOURS)
    remove_norm(filled, ME, new)
    assert norms(filled, ME)["id"].tolist() == [old]
    assert judge.calls[-1] == [2, 3]
    with pytest.raises(StoreError) as gone:
        remove_norm(filled, ME, new)
    assert gone.value.message.code == "no_norm"
    assert len(judge.calls) == 3


def test_nothing_changes_when_judging_fails(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = add_norm(filled, ME, ORGANISATION, 20_000, DAYS)

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("data.norms.judge_again", fails)
    with pytest.raises(KeyboardInterrupt):
        add_norm(filled, ME, GREEN, 20_000, HOURS)
    with pytest.raises(KeyboardInterrupt):
        remove_norm(filled, ME, kept)
    assert norms(filled, ME)["id"].tolist() == [kept]


def test_who_may_change_what(filled: Engine, judge: Judge) -> None:
    guest, head = Access("guest", "guest"), Access("head", "administrator", frozenset({2}))
    everywhere = add_norm(filled, ME, ORGANISATION, 20_000, DAYS)
    elsewhere = add_norm(filled, ME, PARKING_X, 20_000, DAYS)
    mine = add_norm(filled, head, Scope(account_id=3), 20_000, HOURS)
    assert norms(filled, head)["id"].tolist() == [everywhere, mine]
    for denied in (
        lambda: norms(filled, guest),
        lambda: add_norm(filled, guest, GREEN, 20_000, HOURS),
        lambda: add_norm(filled, head, Scope(department_id=1), 20_000, HOURS),
        lambda: remove_norm(filled, head, elsewhere),
        lambda: remove_norm(filled, guest, 99),
    ):
        with pytest.raises(AccessDeniedError):
            denied()
    assert len(norms(filled, ME)) == 3


def test_the_norms_of_an_account_over_time(filled: Engine, judge: Judge) -> None:
    with filled.connect() as connection:
        unset = segments(connection, [1])
    ((day, fallback),) = unset[1]
    assert (day, fallback.unit, fallback.amount, fallback.target, fallback.is_set) == (0, "hours", 24, None, False)
    assert (fallback.opening_hours, fallback.time_zone, fallback.holidays) == (OFFICE_HOURS, "Europe/Amsterdam", "NL")
    add_norm(filled, ME, ORGANISATION, 20_000, DAYS)
    add_norm(filled, ME, GREEN, 20_100, HOURS)
    saturdays = {5: ("10:00", "12:00")}
    write_settings(filled, ME, Settings("Waterstad", "Europe/London", opening_hours=saturdays))
    with filled.connect() as connection:
        found = segments(connection, [1, 3])
    assert [(day, norm.unit) for day, norm in found[1]] == [(0, "hours"), (20_000, "working_days")]
    assert [day for day, _ in found[3]] == [0, 20_000, 20_100]
    first = found[3][0][1]
    assert (first.opening_hours, first.time_zone, first.holidays) == (saturdays, "Europe/London", "")
    assert found[3][1][1] == DAYS
    assert set(found) == {1, 3}


def test_norms_go_with_the_department_or_account_that_goes(filled: Engine, judge: Judge) -> None:
    add_norm(filled, ME, GREEN, 20_000, HOURS)
    add_norm(filled, ME, Scope(account_id=3), 20_000, HOURS)
    add_norm(filled, ME, Scope(department_id=1), 20_000, DAYS)
    delete_account(filled, ME, 3)
    merge_departments(filled, ME, 2, 1)
    assert norms(filled, ME)["name"].tolist() == ["parking"]
    with filled.connect() as connection:
        assert len(connection.execute(select(department)).all()) == 1
