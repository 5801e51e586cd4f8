"""The server asks connections for news by itself, unless that is switched off."""

import time

import pytest
from sqlalchemy import func, select

from data.schema import post
from data.store import open_store
from loaders.syncing import schedule
from tests.loaders.syncing.conftest import connect
from tests.loaders.syncing.small_mastodon import World

PATIENCE = 60


def test_what_is_due_is_run(sqlite_url: str, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "_EVERY_SECONDS", 1)
    engine = open_store(sqlite_url)
    connect(engine, world)
    scheduler = schedule.start(engine)
    assert scheduler is not None
    try:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with engine.connect() as store:
                if store.scalar(select(func.count()).select_from(post)) == 12:
                    break
            time.sleep(0.2)
        else:
            pytest.fail("nothing was fetched")
    finally:
        scheduler.shutdown()
        engine.dispose()


def test_it_can_be_left_to_cron(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(schedule.SWITCH, "off")
    assert schedule.start(open_store(sqlite_url)) is None
