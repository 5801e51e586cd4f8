"""Agreed platforms, partner departments and stakeholder organisations in the store."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data import registers
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.declared import (
    MOST,
    Partner,
    Stakeholder,
    agreed_platforms,
    partners,
    save_agreed_platforms,
    save_partners,
    save_stakeholders,
    stakeholders,
)
from data.errors import StoreError
from data.schema import partner, stakeholder
from data.store import version

GUEST = Access("guest", "guest")
PARKING_ONLY = Access("jo", "administrator", frozenset({1}))


@pytest.fixture(autouse=True)
def departments(store: Engine) -> None:
    """Three departments, numbered from 1."""
    for name in ("Parking", "Green", "Culture"):
        registers.add_department(store, ME, name)


def refused(code: str) -> "pytest.RaisesExc[StoreError]":
    return pytest.raises(StoreError, check=lambda error: error.message.code == code and bool(error.message.english()))


def rows(frame: Any) -> list[tuple[Any, ...]]:
    return list(frame.itertuples(index=False, name=None))


def test_agreed_platforms(store: Engine) -> None:
    assert rows(agreed_platforms(store, ME)) == []
    save_agreed_platforms(store, ME, {"x": " Calamities ", "mastodon": ""}, is_demo=True)
    before = version(store)
    save_agreed_platforms(store, ME, {"x": "Calamities", "facebook": "Most residents"})
    assert version(store) == before + 1
    assert rows(agreed_platforms(store, ME)) == [("facebook", "Most residents", False), ("x", "Calamities", True)]
    save_agreed_platforms(store, ME, {"x": "News"})
    assert rows(agreed_platforms(store, ME)) == [("x", "News", False)]
    with refused("unknown_platform"):
        save_agreed_platforms(store, ME, {"x": "", "myspace": ""})
    assert rows(agreed_platforms(store, ME)) == [("x", "News", False)]


def test_partners(store: Engine) -> None:
    save_partners(store, ME, [Partner(1, 2, 6), Partner(2, 1, 3), Partner(3, 1, 1)])
    assert rows(partners(store, ME)) == [(1, 2, 6), (2, 1, 3), (3, 1, 1)]
    save_partners(store, ME, [Partner(1, 2, 4), Partner(1, 3, 1)])
    assert rows(partners(store, ME)) == [(1, 2, 4), (1, 3, 1)]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ([Partner(1, 1, 1)], "own_partner"),
        ([Partner(1, 2, 1), Partner(1, 2, 3)], "partner_twice"),
        ([Partner(1, 9, 1)], "no_department"),
        ([Partner(1, 2, 0)], "partner_times"),
        ([Partner(1, 2, 1_001)], "partner_times"),
        ([Partner(1, 2, 1)] * (MOST + 1), "too_many_rows"),
    ],
)
def test_partners_that_cannot_be_change_nothing(store: Engine, wrong: list[Partner], code: str) -> None:
    save_partners(store, ME, [Partner(3, 1, 1)])
    with refused(code):
        save_partners(store, ME, [Partner(2, 3, 1), *wrong])
    assert rows(partners(store, ME)) == [(3, 1, 1)]


def test_a_user_of_one_department_keeps_the_partners_of_others(store: Engine) -> None:
    save_partners(store, ME, [Partner(1, 2, 6), Partner(2, 1, 3)])
    assert rows(partners(store, PARKING_ONLY)) == [(1, 2, 6)]
    save_partners(store, PARKING_ONLY, [Partner(1, 3, 2)])
    assert rows(partners(store, ME)) == [(1, 3, 2), (2, 1, 3)]
    with pytest.raises(AccessDeniedError):
        save_partners(store, PARKING_ONLY, [Partner(2, 3, 2)])


def test_merging_departments_moves_their_partners(store: Engine) -> None:
    save_partners(store, ME, [Partner(1, 2, 6), Partner(3, 2, 9), Partner(2, 3, 2), Partner(1, 3, 5)])
    registers.merge_departments(store, ME, 3, 1)
    assert rows(partners(store, ME)) == [(1, 2, 9), (2, 1, 2)]


def test_stakeholders(store: Engine) -> None:
    save_stakeholders(
        store,
        ME,
        [Stakeholder(" Museum  de Kade ", ("@kade", "kade ", "@KADE", ""), "culture"), Stakeholder("Buurthuis")],
    )
    museum = ("Museum de Kade", ("@KADE", "kade"), "culture")
    found = rows(stakeholders(store, ME))
    assert [row[1:] for row in found] == [("Buurthuis", (), ""), museum]
    assert list(stakeholders(store, ME)) == ["id", "name", "names", "field"]


def test_a_saved_list_keeps_the_numbers_of_who_stays(store: Engine) -> None:
    save_stakeholders(store, ME, [Stakeholder("A1"), Stakeholder("B1"), Stakeholder("C1")], is_demo=True)
    a, b, c = stakeholders(store, ME)["id"]
    save_stakeholders(
        store, ME, [Stakeholder("B1", id=a), Stakeholder("A1", id=b), Stakeholder("D1"), Stakeholder("c1")]
    )
    found = {row[1]: row[0] for row in rows(stakeholders(store, ME))}
    assert (found["B1"], found["A1"], found["c1"]) == (a, b, c)
    assert found.keys() == {"A1", "B1", "c1", "D1"}
    save_stakeholders(store, ME, [Stakeholder("B1", id=a), Stakeholder("A2", id=b), Stakeholder("A1")])
    found = {row[1]: row[0] for row in rows(stakeholders(store, ME))}
    assert (found["B1"], found["A2"]) == (a, b)
    assert found["A1"] not in (a, b)


def test_only_what_stays_as_it_was_is_still_of_the_demo(store: Engine) -> None:
    save_stakeholders(store, ME, [Stakeholder("A1"), Stakeholder("B1")], is_demo=True)
    save_partners(store, ME, [Partner(1, 2, 6), Partner(2, 1, 3)], is_demo=True)
    save_stakeholders(store, ME, [Stakeholder("A1"), Stakeholder("B1", field="care"), Stakeholder("C1")])
    save_partners(store, ME, [Partner(1, 2, 6), Partner(2, 1, 4)])
    with store.connect() as connection:
        demo = [tuple(row) for row in connection.execute(select(stakeholder.c.name).where(stakeholder.c.is_demo == 1))]
        pairs = [row.department_id for row in connection.execute(select(partner).where(partner.c.is_demo == 1))]
    assert (demo, pairs) == ([("A1",)], [1])


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ([Stakeholder(" ")], "stakeholder_name"),
        ([Stakeholder("🌳")], "stakeholder_name"),
        ([Stakeholder("Museum", ("!!",))], "stakeholder_other_name"),
        ([Stakeholder("Museum"), Stakeholder(" MUSEUM")], "stakeholder_twice"),
        ([Stakeholder("Museum", ("kade",)), Stakeholder("Kade")], "stakeholder_twice"),
        ([Stakeholder("Museum", tuple(f"name {n}" for n in range(21)))], "stakeholder_names"),
        ([Stakeholder(f"Club {n}") for n in range(MOST + 1)], "too_many_rows"),
    ],
)
def test_stakeholders_that_cannot_be_change_nothing(store: Engine, wrong: list[Stakeholder], code: str) -> None:
    save_stakeholders(store, ME, [Stakeholder("Buurthuis")])
    with refused(code):
        save_stakeholders(store, ME, wrong)
    assert stakeholders(store, ME)["name"].tolist() == ["Buurthuis"]


@pytest.mark.parametrize(
    "call",
    [
        lambda store: agreed_platforms(store, GUEST),
        lambda store: partners(store, GUEST),
        lambda store: stakeholders(store, GUEST),
        lambda store: save_agreed_platforms(store, GUEST, {}),
        lambda store: save_partners(store, GUEST, []),
        lambda store: save_stakeholders(store, GUEST, []),
        lambda store: save_agreed_platforms(store, PARKING_ONLY, {}),
        lambda store: save_stakeholders(store, PARKING_ONLY, []),
    ],
)
def test_rights(store: Engine, call: Callable[[Engine], object]) -> None:
    with pytest.raises(AccessDeniedError):
        call(store)
