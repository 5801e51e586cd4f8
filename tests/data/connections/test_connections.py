"""Connections in the store: added, changed, paused, removed; who may, and what is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.connections import New
from data.errors import StoreError
from data.registers import delete_account
from data.schema import import_batch, sync_page, sync_run
from data.store import version, writing
from metrics.words import Message
from tests.loaders.sample_batches import batch, load, post, registers

PARKING = New("x", "x", "X @city_parking", "@City_parking", account_id=1, since="2026-01-31", budget=50.0)
WEBSITE = New("matomo", "website", "Matomo", "1", host="stats.waterstad.example", site_id=1, every_minutes=60)
GREEN_ONLY = Access("jo", "administrator", frozenset({2}))
NOBODY = Access("visitor", "visitor")


@pytest.fixture
def city(store: Engine) -> Engine:
    registers(store)
    return store


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(StoreError) as error:
        yield
    assert error.value.message.code == code
    error.value.message.english()


def a_run(store: Engine, connection_id: int, started: int, problems: str = "[]") -> int:
    numbers = ("fetched", "inserted", "updated", "unchanged", "deleted", "requests", "quota", "cost")
    values = dict.fromkeys(numbers, 0) | {"started_ts": started, "alive_ts": started + 5, "status": "done"}
    values |= {"connection_id": connection_id, "threads": "[]", "report": "{}", "problems": problems, "who": "jo"}
    with writing(store) as connection:
        made = int(connection.scalars(insert(sync_run).values(values).returning(sync_run.c.id)).one())
        connection.execute(insert(sync_page).values(run_id=made, number=1, rows=b"rows"))
    return made


def test_what_is_added_is_listed(city: Engine) -> None:
    before = version(city)
    first, second = (connections.add(city, ME, new) for new in (PARKING, WEBSITE))
    assert version(city) > before
    website, parking = connections.listed(city, ME)
    assert (parking.id, website.id) == (first, second)
    assert (parking.connector, parking.name, parking.target, parking.host) == (
        "x",
        "X @city_parking",
        "@City_parking",
        "",
    )
    assert (parking.account_id, parking.site_id, parking.since, parking.budget) == (1, None, "2026-01-31", 50.0)
    assert (website.account_id, website.site_id, website.every_minutes, website.budget) == (None, 1, 60, None)
    assert (parking.status, parking.texts, parking.problem, parking.next_ts) == ("active", False, None, None)
    assert (parking.secret_end, parking.secret_until, parking.who) == (None, None, ME.who)
    assert connections.one(city, ME, first) == parking
    assert connections.named(city, ME, " x @City_parking ") == parking


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": "  "}, "empty_name"),
        ({"name": "../key"}, "unfit_name"),
        ({"name": ".hidden"}, "unfit_name"),
        ({"name": "a" * 121}, "unfit_name"),
        ({"name": "Key file"}, "reserved_name"),
        ({"since": "31-01-2026"}, "not_a_date"),
        ({"secret_until": "2026-02-30"}, "not_a_date"),
        ({"every_minutes": 0}, "every_minutes"),
        ({"budget": 0.0}, "budget"),
        ({"budget": float("nan")}, "budget"),
        ({"account_id": 99}, "no_owner"),
        ({"account_id": None}, "which_owner"),
        ({"site_id": 1}, "which_owner"),
        ({"platform": "mastodon"}, "other_platform"),
    ],
)
def test_a_connection_that_cannot_be_is_refused(city: Engine, wrong: dict[str, Any], code: str) -> None:
    with refused(code):
        connections.add(city, ME, replace(PARKING, **wrong))
    assert connections.listed(city, ME) == ()


@pytest.mark.parametrize("name", ["X @city_parking", "x  @CITY_parking", "X-@city-parking"])
def test_names_differ_and_so_do_their_variables(city: Engine, name: str) -> None:
    connections.add(city, ME, PARKING)
    with refused("name_taken"):
        connections.add(city, ME, replace(PARKING, name=name))
    with refused("name_taken"):
        connections.free(city, ME, name)
    assert connections.free(city, ME, "  X @city  ") == "X @city"


def test_changes_are_stored_and_nothing_else(city: Engine) -> None:
    number = connections.add(city, ME, PARKING)
    before = connections.one(city, ME, number)
    problem = Message("limit", "Try again on {day}.", {"day": date(2026, 9, 30)})
    new = {"name": "Parking", "texts": True, "since": None, "every_minutes": 30, "budget": 5.0, "account_id": 2}
    new |= {"status": "broken", "problem": problem, "next_ts": 1_800_000_000, "upstream_id": "77"}
    connections.change(city, ME, number, **new)
    assert connections.one(city, ME, number) == replace(before, **new)
    connections.change(city, ME, number, name="parking")  # in other letters it is still the same one
    assert connections.one(city, ME, number).name == "parking"


def test_a_change_that_cannot_be_is_refused(city: Engine) -> None:
    number, website = (connections.add(city, ME, new) for new in (PARKING, WEBSITE))
    with refused("name_taken"):
        connections.change(city, ME, number, name="MATOMO")
    with refused("which_owner"):
        connections.change(city, ME, number, account_id=None)
    with refused("other_platform"):
        connections.change(city, ME, website, account_id=1, site_id=None)
    with refused("no_connection"):
        connections.change(city, ME, 99, budget=1.0)
    for fixed in ("host", "connector", "secret", "id"):
        with pytest.raises(TypeError):
            connections.change(city, ME, number, **{fixed: "evil.example"})


def test_paused_until_resumed(city: Engine) -> None:
    number = connections.add(city, ME, PARKING)
    connections.change(city, ME, number, status="broken", problem=Message("dead", "It is dead."), next_ts=5)
    connections.pause(city, ME, number)
    assert connections.one(city, ME, number).status == "paused"
    connections.resume(city, ME, number)
    found = connections.one(city, ME, number)
    assert (found.status, found.problem, found.next_ts) == ("active", None, None)


def test_runs_newest_first_and_as_many_as_asked(city: Engine) -> None:
    number, other = (connections.add(city, ME, new) for new in (PARKING, WEBSITE))
    first = a_run(city, number, 100, '[{"code": "slow", "text": "It took {n} hours.", "values": {"n": 3}}]')
    second, third = a_run(city, other, 200), a_run(city, number, 300)
    assert [run.id for run in connections.runs(city, ME)] == [third, second, first]
    assert [run.id for run in connections.runs(city, ME, number)] == [third, first]
    assert [run.id for run in connections.runs(city, ME, limit=1)] == [third]
    old = connections.runs(city, ME, number)[-1]
    assert [problem.english() for problem in old.problems] == ["It took 3 hours."]
    assert (old.started_ts, old.alive_ts, old.ended_ts, old.import_id, old.status) == (100, 105, None, None, "done")
    green = Access("jo", "administrator", frozenset({2}))
    assert connections.runs(city, green) == ()


def test_removing_takes_its_runs_and_leaves_what_was_imported(city: Engine) -> None:
    number, other = (connections.add(city, ME, new) for new in (PARKING, WEBSITE))
    load(city, batch([post("1")]))
    with writing(city) as connection:
        connection.execute(import_batch.update().values(connection_id=other))
    a_run(city, number, 100)
    a_run(city, other, 200)
    connections.remove(city, ME, other)
    assert [one.id for one in connections.listed(city, ME)] == [number]
    with city.connect() as connection:
        kept = [connection.scalar(select(func.count()).select_from(table)) for table in (sync_run, sync_page)]
        assert kept == [1, 1]
        assert connection.scalars(select(import_batch.c.connection_id)).all() == [other]
    with refused("no_connection"):
        connections.remove(city, ME, other)
    assert connections.add(city, ME, WEBSITE) > other  # its imports are never taken for those of another


def test_an_account_with_a_connection_stays(city: Engine) -> None:
    number = connections.add(city, ME, PARKING)
    with refused("account_connected"):
        delete_account(city, ME, 1)
    connections.remove(city, ME, number)
    delete_account(city, ME, 1)


def test_only_an_administrator_of_the_department_may_change(city: Engine) -> None:
    number = connections.add(city, ME, PARKING)
    green = connections.add(city, ME, replace(PARKING, name="Green", account_id=2))
    assert [one.id for one in connections.listed(city, GREEN_ONLY)] == [green]
    for outside in (connections.pause, connections.remove, connections.one):
        with refused("no_connection"):
            outside(city, GREEN_ONLY, number)
    with refused("unknown_connection"):
        connections.named(city, GREEN_ONLY, PARKING.name)
    with pytest.raises(AccessDeniedError):
        connections.add(city, GREEN_ONLY, replace(PARKING, name="Mine"))
    with pytest.raises(AccessDeniedError):
        connections.change(city, GREEN_ONLY, green, account_id=1)
    for denied in (
        lambda: connections.listed(city, NOBODY),
        lambda: connections.one(city, NOBODY, number),
        lambda: connections.runs(city, NOBODY),
        lambda: connections.free(city, NOBODY, "New"),
        lambda: connections.add(city, NOBODY, PARKING),
        lambda: connections.change(city, NOBODY, number, budget=1.0),
        lambda: connections.pause(city, NOBODY, number),
        lambda: connections.resume(city, NOBODY, number),
        lambda: connections.remove(city, NOBODY, number),
        lambda: connections.replace_secret(city, NOBODY, number, "not-a-real-token"),
    ):
        with pytest.raises(AccessDeniedError):
            denied()
    assert len(connections.listed(city, ME)) == 2


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2026, 9, 15), None),
        (date(2026, 9, 16), "secret_ends"),
        (date(2026, 9, 30), "secret_ends"),
        (date(2026, 10, 1), "secret_ended"),
    ],
)
def test_an_end_is_told_two_weeks_before(city: Engine, today: date, code: str | None) -> None:
    number = connections.add(city, ME, replace(PARKING, secret_until="2026-09-30"))
    told = connections.expires_soon(connections.one(city, ME, number), today)
    assert (told and told.code) == code


def test_no_end_is_no_warning(city: Engine) -> None:
    number = connections.add(city, ME, PARKING)
    assert connections.expires_soon(connections.one(city, ME, number), date(2099, 1, 1)) is None
