"""Whole runs of YouTube, X and LinkedIn into the store: what stands in it, what goes, and what it costs."""

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import Engine, func, select, update

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.registers import add_account, add_department
from data.schema import account_day, comment, post, sync_run
from data.settings import Settings, write_settings
from data.store import writing
from loaders.apis import connectors
from loaders.syncing import Outcome, asking, sync
from tests.loaders.apis import test_linkedin as linkedin
from tests.loaders.apis import test_x as x
from tests.loaders.apis import test_youtube as youtube
from tests.loaders.apis.fixed_host import Play, reach
from tests.loaders.apis.waterstad_channel import comment as message


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, sqlite_store: Engine) -> None:
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")
    write_settings(sqlite_store, ME, Settings("Waterstad", x_enterprise_contract=True))


@pytest.fixture
def connected(sqlite_store: Engine, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Connects an account of a platform that `play` plays; the number of the connection."""

    def connect(platform: str, target: str, play: Play, **more: Any) -> int:
        reach(connectors()[platform], httpserver, play, monkeypatch)
        department = add_department(sqlite_store, ME, "Communicatie", search=False)
        account = add_account(sqlite_store, ME, department, platform, target.removeprefix("@"), search=False)
        given = {"account_id": account, "secret": "s3cret", **more}
        return connections.add(sqlite_store, ME, connections.New(platform, platform, platform, target, **given))

    return connect


def numbers(outcome: Outcome) -> tuple[int, int, int, list[str]]:
    return outcome.inserted, outcome.updated, outcome.deleted, [error.code for error in outcome.errors]


def count(engine: Engine, *columns: Any) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(select(*columns)).one())


def test_youtube_comes_in_and_what_is_gone_goes(sqlite_store: Engine, connected: Any) -> None:
    channel = youtube.city(int(time.time()) - 3600)
    channel.threads["film060"][0]["replies"] = {"comments": [message("c.1", youtube.CHANNEL, parentId="c")]}
    number = connected("youtube", "@gemeentewaterstad", channel, texts=True)
    assert numbers(sync(sqlite_store, ME, number)) == (120 + 4 + 1, 0, 0, [])
    assert count(sqlite_store, func.count(), func.count(post.c.likes), func.count(post.c.comments)) == [120, 119, 119]
    assert count(sqlite_store, func.sum(account_day.c.value)) == [1230]
    assert count(sqlite_store, func.count(comment.c.id)) == [4]
    del channel.videos[5], channel.threads["film000"][0]
    channel.videos[0]["statistics"] |= {"commentCount": "2", "viewCount": "1500"}
    assert numbers(sync(sqlite_store, ME, number)) == (0, 1, 2, [])
    assert count(sqlite_store, func.count(comment.c.id)) == [3]


def test_x_stays_within_the_budget_of_the_month(sqlite_store: Engine, connected: Any) -> None:
    account = x.Account([x.post(n) for n in range(230)], 230)
    number = connected("x", "@GemWaterstad", account, budget=1.0)
    outcome = sync(sqlite_store, ME, number)
    assert numbers(outcome) == (196 + 1, 0, 0, ["x_budget"])  # what was paid for is in
    assert outcome.next_ts is not None
    assert count(sqlite_store, func.count(post.c.id)) == [196]
    (run,) = connections.runs(sqlite_store, ME, number)
    assert run.cost == pytest.approx(0.02 + 0.005 * 196)
    assert run.cost <= 1.0
    connections.change(sqlite_store, ME, number, budget=1.5)
    assert numbers(sync(sqlite_store, ME, number)) == (230 - 196, 0, 0, [])
    (run,) = connections.runs(sqlite_store, ME, number)
    assert (run.status, run.inserted) == ("done", 230 + 1)
    assert run.cost == pytest.approx(0.03 + 0.005 * 230)
    assert count(sqlite_store, func.count(post.c.id), func.sum(post.c.shares)) == [230, sum(range(230))]


def test_what_was_paid_for_stays_when_the_next_month_begins_anew(sqlite_store: Engine, connected: Any) -> None:
    account = x.Account([x.post(n) for n in range(230)], 230)
    number = connected("x", "@GemWaterstad", account, budget=1.0)
    sync(sqlite_store, ME, number)
    with writing(sqlite_store) as store:
        store.execute(update(sync_run).values(started_ts=int(time.time()) - 40 * 24 * 3600))
    del account.posts[:2]
    connections.resume(sqlite_store, ME, number)
    outcome = sync(sqlite_store, ME, number)
    assert (outcome.deleted, [error.code for error in outcome.errors]) == (0, ["x_budget"])
    assert count(sqlite_store, func.count(post.c.id)) == [198]


def test_linkedin_comes_in(sqlite_store: Engine, connected: Any) -> None:
    today = int(datetime.fromisoformat(asking.today("Europe/Amsterdam")).replace(tzinfo=UTC).timestamp())
    posts = [linkedin.post(n, today) for n in range(130)]
    number = connected("linkedin", linkedin.NUMBER, linkedin.Page(posts, today))
    outcome = sync(sqlite_store, ME, number)
    assert (outcome.errors, outcome.deleted) == ((), 0)
    assert count(sqlite_store, func.count(post.c.id), func.sum(post.c.likes)) == [130, 5 * 130]
