"""Whom posts name, in the store: what is counted, and that a change of names counts again."""

from itertools import pairwise

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.declared import Stakeholder, save_stakeholders
from data.filters import Filters
from data.queries.naming import named
from data.registers import (
    add_account,
    add_department,
    delete_account,
    merge_departments,
    rename_department,
    update_account,
)
from metrics.periods import Period
from tests.data.stored_rollups import assert_rollups_are_true
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, load, post

WEEK = Filters(Period(20_630, 20_640))
Found = dict[tuple[int, str, int], tuple[int, int]]


@pytest.fixture(autouse=True)
def _posts(store: Engine) -> None:
    """Department 1 "parking" with @City_parking, 2 "green" with @City_green."""
    for name in ("parking", "green"):
        add_account(store, ME, add_department(store, ME, name), "x", f"City_{name}")
    load(
        store,
        batch(
            [
                post("1", text="Samen met Green en @City_green, @buurthuis"),
                post("2", text="Parking by @City_parking"),  # names itself
                post("3", text="Dank @City_parking, zegt het Buurthuis", account="green"),
                post("4", text="@jan vraag het @city_green", type="reply"),
                post("5", text="@buurthuis dank", type="reply"),
                post("6", text="City_green", published_ts=MONDAY + 20 * DAY),
            ],
            [
                comment("10", text="Vraag het bij Green", is_own=True, author=""),
                comment("4", text="@jan vraag het @city_green", is_own=True, author="", published_ts=MONDAY),
                comment("11", text="Green is fijn"),
            ],
        ),
        sites={},
    )


def found(engine: Engine, filters: Filters = WEEK, access: Access = ME) -> Found:
    frame = named(engine, access, filters)
    rows = frame.itertuples(index=False)
    return {(row.account_id, row.kind, row.target_id): (row.n, row.replies) for row in rows}


def test_departments_are_counted_with_the_import(store: Engine) -> None:
    assert found(store) == {(1, "department", 2): (3, 2), (2, "department", 1): (1, 0)}
    assert_rollups_are_true(store)
    frame = named(store, ME, WEEK)
    assert list(frame) == ["account_id", "department_id", "platform", "kind", "target_id", "n", "replies"]
    assert frame["platform"].tolist() == ["x", "x"]
    assert frame["department_id"].tolist() == [1, 2]


def test_the_query_keeps_to_period_filters_and_rights(store: Engine) -> None:
    assert found(store, Filters(WEEK.period, departments=(2,))) == {(2, "department", 1): (1, 0)}
    assert found(store, Filters(WEEK.period, platforms=("facebook",))) == {}
    assert found(store, Filters(Period(20_640, 20_660))) == {}
    assert found(store, access=Access("jo", "administrator", frozenset({2}))) == {(2, "department", 1): (1, 0)}
    with pytest.raises(AccessDeniedError):
        found(store, access=Access("guest", "guest"))


def test_stakeholders_are_found_in_texts_and_behind_masked_handles(store: Engine) -> None:
    seen: list[float] = []
    save_stakeholders(store, ME, [Stakeholder("Wijkhuis", ("@buurthuis",))], progress=seen.append)
    number = 1
    assert found(store)[1, "stakeholder", number] == (2, 1)  # the reply's text holds [handle], its mentions a code
    assert (2, "stakeholder", number) not in found(store)  # a handle counts with its @ only
    assert all(one <= other for one, other in pairwise(seen))
    assert seen[-1] == 1
    save_stakeholders(store, ME, [Stakeholder("Wijkhuis", ("buurthuis",))])
    assert found(store)[2, "stakeholder", number] == (1, 0)
    assert_rollups_are_true(store)
    save_stakeholders(store, ME, [])
    assert {kind for _, kind, _ in found(store)} == {"department"}


def test_a_change_of_names_counts_everything_again(store: Engine) -> None:
    rename_department(store, ME, 2, "Parks")
    assert found(store)[1, "department", 2] == (2, 1)
    assert_rollups_are_true(store)
    update_account(store, ME, 2, handle="City_parks")
    assert (1, "department", 2) not in found(store)
    assert_rollups_are_true(store)
    third = add_department(store, ME, "Green")
    assert found(store)[1, "department", third] == (2, 1)
    account = add_account(store, ME, third, "mastodon", "city_green@social.example")
    assert found(store)[1, "department", third] == (3, 2)  # @city_green may be short for it
    delete_account(store, ME, account)
    assert found(store)[1, "department", third] == (2, 1)
    merge_departments(store, ME, third, 1)
    assert found(store) == {(2, "department", 1): (1, 0)}
    assert_rollups_are_true(store)


def test_an_account_that_moves_names_its_old_department(store: Engine) -> None:
    update_account(store, ME, 1, department_id=2)
    assert found(store) == {(1, "department", 1): (1, 0)}
    assert_rollups_are_true(store)


def test_a_store_with_one_department_and_no_stakeholders_has_nobody_to_name(store: Engine) -> None:
    merge_departments(store, ME, 2, 1)
    assert named(store, ME, WEEK).empty
    load(store, batch([post("7", text="Parking, parking")]), sites={})
    assert named(store, ME, WEEK).empty
    assert_rollups_are_true(store)


def test_an_import_searches_for_names_that_came_in_before_it(store: Engine) -> None:
    third = add_department(store, ME, "Buurthuis", search=False)
    assert (2, "department", third) not in found(store)
    load(store, batch([post("7", text="Naar het buurthuis")]), sites={})
    assert found(store)[2, "department", third] == (1, 0)
    assert found(store)[1, "department", third] == (3, 1)  # behind the masked handle too
    assert_rollups_are_true(store)
