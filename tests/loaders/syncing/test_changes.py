"""What is changed while a run is going on, or between its two halves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.pseudonyms import key_file
from data.schema import comment, post, sync_page
from data.settings import Settings, write_settings
from loaders.apis import client
from loaders.syncing import gathering
from tests.loaders.syncing.conftest import connect
from tests.loaders.syncing.small_mastodon import World
from tests.loaders.syncing.test_sync import connection, sync, values

Change = Callable[[Engine, int], None]


def _texts_off(engine: Engine, number: int) -> None:
    connections.change(engine, ME, number, texts=False)


def _other_zone(engine: Engine, _number: int) -> None:
    write_settings(engine, ME, Settings("Waterstad", time_zone="Pacific/Auckland"))


def _other_key(_engine: Engine, _number: int) -> None:
    key_file().write_bytes(b"k" * 32)


def _other_target(engine: Engine, number: int) -> None:
    connections.change(engine, ME, number, target="waterstad")


@pytest.fixture(autouse=True)
def _own_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "answerable.key"))


@pytest.fixture
def half(sqlite_store: Engine, world: World, monkeypatch: pytest.MonkeyPatch) -> int:
    """A connection of which a run broke off after it had kept the messages under a post."""
    monkeypatch.setattr(gathering, "ROWS", 1)
    number = connect(sqlite_store, world)
    world.posts[0] = world.post(12, replies=1)
    world.replies["000012"] = [world.reply("000012", "r9", "Is de brug al open?")]
    world.broken_after, world.status = 8, 403
    assert sync(sqlite_store, number).errors
    assert len(values(sqlite_store, sync_page.c.number)) > 2
    world.broken_after = None
    return number


@pytest.mark.parametrize("changed", [_texts_off, _other_zone, _other_key, _other_target])
def test_a_run_begins_anew_after_what_it_rests_on_was_changed(
    sqlite_store: Engine, world: World, half: int, changed: Change
) -> None:
    changed(sqlite_store, half)
    asked = len(world.asked)
    outcome = sync(sqlite_store, half)
    assert (outcome.errors, len(values(sqlite_store, post.c.id))) == ((), 12)
    assert any(path.endswith("reblogs=true") for path in world.asked[asked:])
    assert values(sqlite_store, comment.c.external_id) == ([] if changed is _texts_off else ["r1", "r2", "r9"])


def test_texts_that_are_not_wanted_any_more_go_at_once(sqlite_store: Engine, half: int) -> None:
    _texts_off(sqlite_store, half)
    assert values(sqlite_store, sync_page.c.number) == []


@pytest.mark.parametrize("pages", [2, 3, 4])
def test_a_change_during_a_run_ends_it(
    sqlite_store: Engine, world: World, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    monkeypatch.setattr(gathering, "ROWS", 1)
    number = connect(sqlite_store, world)
    pause, left = world.pause, [pages]

    def changing() -> None:
        left[0] -= 1
        if left[0] == 0:
            _texts_off(sqlite_store, number)
        pause()

    monkeypatch.setattr(world, "pause", changing)
    with pytest.raises(StoreError, match="changed"):
        sync(sqlite_store, number)
    assert values(sqlite_store, sync_page.c.number) == values(sqlite_store, post.c.id) == []
    assert connection(sqlite_store, number).next_ts is None
    assert sync(sqlite_store, number).inserted == 13
    assert values(sqlite_store, comment.c.id) == []


@pytest.mark.parametrize("status", [200, 403, 404, 500])
def test_a_pause_during_a_run_stays(
    sqlite_store: Engine, world: World, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    number = connect(sqlite_store, world)
    monkeypatch.setattr(client.client.waiting, "TRIES", 1)
    pause = world.pause

    def pausing() -> None:
        connections.pause(sqlite_store, ME, number)
        world.broken_after, world.status = (None if status == 200 else len(world.asked)), status
        pause()

    monkeypatch.setattr(world, "pause", pausing)
    sync(sqlite_store, number)
    state = connection(sqlite_store, number)
    assert (state.status, state.next_ts) == ("paused", None)


def test_what_the_store_refuses_is_not_fetched_again_at_once(sqlite_store: Engine, world: World) -> None:
    number = connect(sqlite_store, world)
    sync(sqlite_store, number)
    key_file().write_bytes(b"k" * 32)
    with pytest.raises(StoreError, match="key"):
        sync(sqlite_store, number)
    state = connection(sqlite_store, number)
    assert state.problem is not None
    assert state.problem.code == "other_key"
    assert state.next_ts is not None


def test_a_secret_that_cannot_be_read_is_told(
    sqlite_store: Engine, world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY_FILE", str(tmp_path / "secrets.key"))
    number = connect(sqlite_store, world)
    connections.replace_secret(sqlite_store, ME, number, "a-token-of-waterstad")
    (tmp_path / "secrets.key").unlink()
    with pytest.raises(StoreError, match="gone"):
        sync(sqlite_store, number)
    problem = connection(sqlite_store, number).problem
    assert problem is not None
    assert problem.code == "key_lost"


def test_a_run_that_takes_too_long_goes_on_another_time(
    sqlite_store: Engine, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "ROWS", 1)
    number = connect(sqlite_store, world)
    pause, now = world.pause, [0.0]
    real = client.client.Clock
    monkeypatch.setattr(client.client, "Clock", lambda: real(steady=lambda: now[0]))

    def later() -> None:
        now[0] += 2500
        pause()

    monkeypatch.setattr(world, "pause", later)
    outcome = sync(sqlite_store, number)
    assert [error.code for error in outcome.errors] == ["long_run"]
    assert values(sqlite_store, sync_page.c.number)
    assert sync(sqlite_store, number).inserted == 15
