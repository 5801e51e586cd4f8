"""Departments, accounts, websites and what files call them."""

import numpy as np
import pytest
from sqlalchemy import Engine

from data import registers
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.store import version
from tests.loaders.sample_batches import batch, load, post
from tests.loaders.sample_batches import registers as sample_registers

ROADS_ONLY = Access("jo", "administrator", frozenset({1}))
GUEST = Access("guest", "guest")


@pytest.fixture
def roads(store: Engine) -> int:
    """A department with an account on X."""
    department = registers.add_department(store, ME, "Roads")
    registers.add_account(store, ME, department, "x", "@CityRoads", purpose=" News ")
    return department


def refused(code: str) -> "pytest.RaisesExc[StoreError]":
    return pytest.raises(StoreError, check=lambda error: error.message.code == code)


# Departments ------------------------------------------------------------------------------------------


def test_departments_with_their_accounts(store: Engine, roads: int) -> None:
    before = version(store)
    parks = registers.add_department(store, ME, "  City   parks ", is_demo=True)
    found = registers.departments(store, ME)
    assert list(found.itertuples(index=False, name=None)) == [
        (parks, "City parks", 0, True),
        (roads, "Roads", 1, False),
    ]
    assert list(found) == ["id", "name", "accounts", "is_demo"]
    assert version(store) == before + 1


def test_names_are_unique_whatever_their_capitals(store: Engine, roads: int) -> None:
    with refused("name_taken"):
        registers.add_department(store, ME, "ROADS")
    with refused("empty_name"):
        registers.add_department(store, ME, " ")
    parks = registers.add_department(store, ME, "Parks")
    with refused("name_taken"):
        registers.rename_department(store, ME, parks, "roads")
    registers.rename_department(store, ME, parks, "PARKS")
    assert registers.departments(store, ME)["name"].tolist() == ["PARKS", "Roads"]
    with refused("no_department"):
        registers.rename_department(store, ME, 99, "Other")


def test_merging_moves_accounts_and_websites(store: Engine, roads: int) -> None:
    demo = registers.add_department(store, ME, "Made up", is_demo=True)
    registers.add_account(store, ME, demo, "facebook", "madeup")
    registers.add_site(store, ME, demo, "madeup.example")
    registers.merge_departments(store, ME, demo, roads)
    left = registers.departments(store, ME)
    assert list(left.itertuples(index=False, name=None)) == [(roads, "Roads", 2, False)]
    assert (
        set(registers.accounts(store, ME)["department"]) == set(registers.sites(store, ME)["department"]) == {"Roads"}
    )


def test_a_merge_that_cannot_be_changes_nothing(store: Engine, roads: int) -> None:
    before = version(store)
    with refused("same_department"):
        registers.merge_departments(store, ME, roads, roads)
    for source, target in ((roads, 99), (99, roads)):
        with refused("no_department"):
            registers.merge_departments(store, ME, source, target)
    assert registers.departments(store, ME)["accounts"].tolist() == [1]
    assert version(store) == before


# Accounts ---------------------------------------------------------------------------------------------


def test_an_account_as_it_was_added(store: Engine, roads: int) -> None:
    found = registers.accounts(store, ME)
    row = found.iloc[0].to_dict()
    assert (row["handle"], row["name"], row["purpose"], row["status"]) == ("CityRoads", "@CityRoads", "News", "active")
    assert (row["department"], row["platform"], row["is_demo"]) == ("Roads", "x", False)
    assert np.isnan(row["owner_role"])
    assert np.isnan(row["review_date"])


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"platform": "myspace"}, "unknown_platform"),
        ({"handle": " @ "}, "empty_account"),
        ({"handle": "cityroads"}, "handle_taken"),
        ({"status": "asleep"}, "unknown_status"),
        ({"objective": "fame"}, "unknown_objective"),
        ({"review_date": "31-01-2027"}, "not_a_date"),
        ({"review_date": "2027-02-31"}, "not_a_date"),
    ],
)
def test_an_account_that_cannot_be(store: Engine, roads: int, wrong: dict[str, str], code: str) -> None:
    with refused(code):
        registers.add_account(store, ME, roads, **{"platform": "x", "handle": "new"} | wrong)
    assert len(registers.accounts(store, ME)) == 1


def test_the_same_handle_on_another_platform_is_another_account(store: Engine, roads: int) -> None:
    registers.add_account(store, ME, roads, "facebook", "CityRoads")
    assert len(registers.accounts(store, ME)) == 2


def test_changing_an_account(store: Engine, roads: int) -> None:
    parks = registers.add_department(store, ME, "Parks")
    account = int(registers.accounts(store, ME)["id"].iloc[0])
    registers.update_account(
        store, ME, account, department_id=parks, name="Parks", purpose="", status="closed", review_date="2027-01-31"
    )
    registers.update_account(store, ME, account, objective="dialogue")
    assert registers.accounts(store, ME)["objective"].tolist() == ["dialogue"]
    registers.update_account(store, ME, account, objective=None)
    assert np.isnan(registers.accounts(store, ME)["objective"].iloc[0])
    row = registers.accounts(store, ME).iloc[0]
    assert (row["department"], row["name"], row["status"], row["review_date"]) == (
        "Parks",
        "Parks",
        "closed",
        "2027-01-31",
    )
    assert np.isnan(row["purpose"])
    registers.update_account(store, ME, account, handle="CITYROADS")
    other = registers.add_account(store, ME, parks, "x", "other")
    with refused("handle_taken"):
        registers.update_account(store, ME, other, handle="cityroads")
    with refused("empty_account"):
        registers.update_account(store, ME, other, name=None)
    with refused("no_account"):
        registers.update_account(store, ME, 99, name="x")
    with pytest.raises(TypeError, match="platform"):
        registers.update_account(store, ME, account, platform="facebook")


def test_only_an_account_without_data_can_be_removed(store: Engine) -> None:
    sample_registers(store)
    load(store, batch([post("1")]))
    registers.remember(store, ME, {"x|x|green": 2})
    registers.delete_account(store, ME, 2)
    assert registers.accounts(store, ME)["id"].tolist() == [1]
    assert registers.remembered(store, ME, ["x|x|green"]) == {}
    with refused("account_has_data"):
        registers.delete_account(store, ME, 1)
    assert registers.accounts(store, ME)["id"].tolist() == [1]


# Websites and assignments -----------------------------------------------------------------------------


def test_websites(store: Engine, roads: int) -> None:
    registers.add_site(store, ME, roads, "https://WWW.Roads.example:8080/path?x")
    assert registers.sites(store, ME)["host"].tolist() == ["www.roads.example"]
    with refused("host_taken"):
        registers.add_site(store, ME, roads, "www.roads.example")
    for address in ("", "roads", "a b.example", "-.example", "x" * 300):
        with refused("not_a_host"):
            registers.add_site(store, ME, roads, address)


def test_what_files_call_an_account_is_remembered(store: Engine, roads: int) -> None:
    account = int(registers.accounts(store, ME)["id"].iloc[0])
    other = registers.add_account(store, ME, roads, "facebook", "roads")
    registers.remember(store, ME, {"meta|facebook|Roads": account, "x|x|roads": account})
    registers.remember(store, ME, {"meta|facebook|Roads": other})
    registers.remember(store, ME, {})
    asked = ["meta|facebook|Roads", "x|x|roads", "unknown"]
    assert registers.remembered(store, ME, asked) == {"meta|facebook|Roads": other, "x|x|roads": account}
    assert registers.remembered(store, ME, []) == {}


# Rights -----------------------------------------------------------------------------------------------


def test_a_user_of_one_department_sees_and_changes_only_that(store: Engine, roads: int) -> None:
    parks = registers.add_department(store, ME, "Parks")
    theirs = registers.add_account(store, ME, parks, "x", "parks")
    registers.add_site(store, ME, parks, "parks.example")
    registers.remember(store, ME, {"x|x|parks": theirs})
    assert registers.departments(store, ROADS_ONLY)["name"].tolist() == ["Roads"]
    assert registers.accounts(store, ROADS_ONLY)["handle"].tolist() == ["CityRoads"]
    assert registers.sites(store, ROADS_ONLY).empty
    assert registers.remembered(store, ROADS_ONLY, ["x|x|parks"]) == {}
    mine = int(registers.accounts(store, ROADS_ONLY)["id"].iloc[0])
    registers.update_account(store, ROADS_ONLY, mine, name="Roads and bridges")
    for call in (
        lambda: registers.add_department(store, ROADS_ONLY, "Bridges"),
        lambda: registers.rename_department(store, ROADS_ONLY, parks, "Ours"),
        lambda: registers.merge_departments(store, ROADS_ONLY, parks, roads),
        lambda: registers.add_account(store, ROADS_ONLY, parks, "x", "new"),
        lambda: registers.update_account(store, ROADS_ONLY, theirs, name="Ours"),
        lambda: registers.update_account(store, ROADS_ONLY, mine, department_id=parks),
        lambda: registers.delete_account(store, ROADS_ONLY, theirs),
        lambda: registers.add_site(store, ROADS_ONLY, parks, "new.example"),
        lambda: registers.register_from_csv(store, ROADS_ONLY, b"department,platform,handle\n"),
        lambda: registers.departments(store, GUEST),
        lambda: registers.accounts(store, GUEST),
        lambda: registers.sites(store, GUEST),
        lambda: registers.remembered(store, GUEST, ["a"]),
        lambda: registers.remember(store, GUEST, {"a": 1}),
    ):
        with pytest.raises(AccessDeniedError):
            call()
