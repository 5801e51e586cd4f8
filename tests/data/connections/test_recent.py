"""What the runs of connections come down to, on both engines."""

import pytest
from sqlalchemy import Engine, insert

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access
from data.connections import New
from data.connections.recent import Recent, recent
from data.schema import sync_run
from data.store import writing
from tests.loaders.sample_batches import registers

MONTH = 1_000_000


@pytest.fixture
def city(store: Engine) -> Engine:
    registers(store)
    return store


def ran(store: Engine, connection_id: int, started: int, status: str, fetched: int, quota: int, cost: float) -> None:
    values = dict.fromkeys(("inserted", "updated", "unchanged", "deleted", "requests"), 0)
    values |= {"started_ts": started, "alive_ts": started + 5, "fetched": fetched, "quota": quota}
    rest = {"ended_ts": None if status == "running" else started + 9, "status": status, "cost": cost, "who": "jo"}
    texts = {"threads": "[]", "report": "{}", "problems": "[]"}
    with writing(store) as connection:
        connection.execute(insert(sync_run).values(connection_id=connection_id, **values, **rest, **texts))


def test_the_last_run_the_last_good_one_and_the_sums_of_the_month(city: Engine) -> None:
    first, second, third = (
        connections.add(city, ME, New("mastodon", "mastodon", name, "@x", host="social.example", site_id=1))
        for name in ("One", "Two", "Three")
    )
    ran(city, first, MONTH - 50, "done", 100, 40, 9.0)
    ran(city, first, MONTH, "done", 20, 5, 0.5)
    ran(city, first, MONTH + 50, "failed", 3, 2, 0.25)
    ran(city, second, MONTH + 70, "running", 8, 0, 0.0)
    assert recent(city, ME, MONTH) == {
        first: Recent(MONTH + 50, MONTH + 55, "failed", 3, MONTH + 9, 7, 0.75),
        second: Recent(MONTH + 70, MONTH + 75, "running", 8, None, 0, 0.0),
    }
    assert third not in recent(city, ME, MONTH), "what never ran has nothing to tell"


def test_runs_of_others_are_not_seen(city: Engine) -> None:
    number = connections.add(city, ME, New("matomo", "website", "Site", "1", host="stats.example", site_id=1))
    ran(city, number, MONTH, "done", 1, 0, 0.0)
    assert number in recent(city, ME, MONTH)
    assert recent(city, Access("jo", "administrator", frozenset({99})), MONTH) == {}
