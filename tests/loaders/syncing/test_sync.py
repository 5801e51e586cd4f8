"""Runs of a real connection: what comes in, what goes, what goes wrong, and that nothing comes twice."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from data import connections
from data.access import LOCAL_ADMINISTRATOR
from data.errors import StoreError
from data.schema import account_day, comment, post, rollup_day, sync_page, sync_run
from data.store import open_store
from loaders import syncing
from loaders.__main__ import main
from loaders.syncing import gathering
from tests.loaders.syncing.conftest import connect
from tests.loaders.syncing.small_mastodon import World

ROOT = Path(__file__).parents[3]
IN_SMALL_PAGES = """
from loaders.__main__ import main
from loaders.__main__ import main
from loaders.syncing import gathering
gathering.ROWS = 1
main(["sync"])
"""


def sync(engine: Engine, number: int) -> syncing.Outcome:
    return syncing.sync(engine, LOCAL_ADMINISTRATOR, number)


def connection(engine: Engine, number: int) -> connections.ApiConnection:
    return connections.one(engine, LOCAL_ADMINISTRATOR, number)


def values(engine: Engine, *columns: Any) -> list[Any]:
    with engine.connect() as store:
        return [
            tuple(row) if len(columns) > 1 else row[0] for row in store.execute(select(*columns).order_by(*columns))
        ]


def test_everything_comes_in_once(store: Engine, world: World) -> None:
    number = connect(store, world)
    first = sync(store, number)
    assert (first.fetched, first.inserted, first.deleted, first.errors) == (12 + 2 + 1, 15, 0, ())
    assert values(store, post.c.external_id, post.c.likes) == [(f"{n:06}", n) for n in range(1, 13)]
    assert values(store, comment.c.external_id, comment.c.is_own) == [("r1", 0), ("r2", 0)]
    assert values(store, account_day.c.metric, account_day.c.value) == [("followers", 1200.0)]
    with store.connect() as held:
        assert held.scalar(select(func.sum(rollup_day.c.posts))) == 12
    again = sync(store, number)
    assert (again.inserted, again.updated, again.deleted) == (0, 0, 0)


def test_without_texts_no_citizen_is_asked_for(store: Engine, world: World) -> None:
    sync(store, connect(store, world, texts=False))
    assert values(store, comment.c.id) == []
    assert not any("context" in path for path in world.asked)
    assert values(store, func.sum(post.c.comments)) == [2]


def test_names_of_citizens_never_reach_the_store(sqlite_url: str, world: World) -> None:
    engine = open_store(sqlite_url)
    sync(engine, connect(engine, world))
    engine.dispose()
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    held = b"".join(path.read_bytes() for path in folder.glob("store.db*") if path.is_file())
    assert b"jan_jansen" not in held
    assert b"zwembad" in held


def test_counts_that_moved_and_posts_that_are_gone(store: Engine, world: World) -> None:
    number = connect(store, world)
    sync(store, number)
    world.posts = [one | {"favourites_count": 99} for one in world.posts if one["id"] != "000003"]
    outcome = sync(store, number)
    assert outcome.deleted == 3
    assert values(store, post.c.likes) == [99] * 11
    assert values(store, comment.c.id) == []


def test_a_run_that_breaks_off_goes_on(store: Engine, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "ROWS", 1)
    number = connect(store, world)
    world.broken_after, world.status = 6, 403
    stopped = sync(store, number)
    assert stopped.inserted == 0
    assert len(stopped.errors) == 1
    assert world.host in stopped.errors[0].english()
    state = connection(store, number)
    assert (state.status, state.problem) == ("broken", stopped.errors[0])
    assert 0 < len(values(store, sync_page.c.number)) < 8
    world.broken_after = None
    asked = len(world.asked)
    connections.resume(store, LOCAL_ADMINISTRATOR, number)
    done = sync(store, number)
    assert (done.errors, len(values(store, post.c.id)), len(values(store, comment.c.id))) == ((), 12, 2)
    assert not any("max_id" not in path and path.endswith("statuses") for path in world.asked[asked + 3 :])
    assert values(store, sync_page.c.number) == []
    assert connection(store, number).problem is None


def test_a_place_that_the_server_forgot_is_no_end(store: Engine, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "ROWS", 1)
    number = connect(store, world)
    world.broken_after, world.status = 6, 400
    sync(store, number)
    assert values(store, sync_page.c.number)
    world.broken_after = len(world.asked) + 3  # what the test of the connection asks
    sync(store, number)
    assert values(store, sync_page.c.number) == []
    world.broken_after = None
    assert (sync(store, number).errors, len(values(store, post.c.id))) == ((), 12)


def test_another_account_under_the_name_is_refused(store: Engine, world: World) -> None:
    number = connect(store, world)
    sync(store, number)
    world.account_id = "666"
    outcome = sync(store, number)
    assert outcome.errors[0].code == "other_account"
    assert connection(store, number).status == "broken"
    assert len(values(store, post.c.id)) == 12


def test_answers_of_another_shape_change_nothing(store: Engine, world: World) -> None:
    number = connect(store, world)
    world.posts = [{"id": {"deep": []}, "created_at": 7, "content": None, "visibility": [], "account": "?"}]
    outcome = sync(store, number)
    assert len(outcome.errors) <= 1
    assert values(store, post.c.id) == []


def test_two_at_once_is_one(store: Engine, world: World) -> None:
    number = connect(store, world)
    command = [sys.executable, "-m", "loaders", "sync", "--json"]
    world.hold(after=0)
    url = store.url.render_as_string(hide_password=False)
    environment = os.environ | {"DATABASE_URL": url}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as other:
        assert world.waiting.wait(60)
        with pytest.raises(StoreError, match="already"):
            sync(store, number)
        world.release()
        assert other.stdout
        answer = json.loads(other.stdout.read())
    assert [(one["connection"], one["inserted"], one["errors"]) for one in answer] == [("Mastodon @waterstad", 15, [])]
    assert other.returncode == 0


def test_a_killed_run_leaves_no_gap_and_no_double(store_url: str, world: World) -> None:
    engine = open_store(store_url)
    number = connect(engine, world)
    environment = os.environ | {"DATABASE_URL": store_url}
    kept = []
    for pages in (2, 2, 2):  # the first of them is asked for by the test of the connection
        world.hold(after=pages)
        with subprocess.Popen([sys.executable, "-c", IN_SMALL_PAGES], cwd=ROOT, env=environment) as process:
            assert world.waiting.wait(60)
            process.send_signal(signal.SIGKILL)
        kept.append(len(values(engine, sync_page.c.number)))
        assert values(engine, post.c.id) == []
    assert 0 < kept[0] < kept[1] < kept[2]
    world.release()
    done = sync(engine, number)
    assert done.errors == ()
    assert values(engine, post.c.external_id) == [f"{n:06}" for n in range(1, 13)]
    assert values(engine, comment.c.external_id) == ["r1", "r2"]
    assert set(values(engine, sync_run.c.status)) <= {"done", "failed"}
    assert values(engine, sync_page.c.number) == []
    engine.dispose()


def test_what_is_due(store: Engine, world: World) -> None:
    number = connect(store, world)
    assert syncing.due(store, LOCAL_ADMINISTRATOR, 0) == (number,)
    outcome = sync(store, number)
    assert outcome.next_ts is not None
    assert syncing.due(store, LOCAL_ADMINISTRATOR, outcome.next_ts - 1) == ()
    assert syncing.due(store, LOCAL_ADMINISTRATOR, outcome.next_ts) == (number,)
    connections.pause(store, LOCAL_ADMINISTRATOR, number)
    assert syncing.due(store, LOCAL_ADMINISTRATOR, outcome.next_ts) == ()


def test_a_paused_connection_stays_paused_whatever_comes_of_it(store: Engine, world: World) -> None:
    number = connect(store, world)
    connections.pause(store, LOCAL_ADMINISTRATOR, number)
    world.broken_after, world.status = 0, 404
    sync(store, number)
    world.broken_after = None
    connections.pause(store, LOCAL_ADMINISTRATOR, number)
    assert sync(store, number).whole
    assert connection(store, number).status == "paused"


def test_cron_hears_of_a_broken_connection_until_it_is_mended(
    sqlite_url: str, world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    number = connect(open_store(sqlite_url), world)
    world.account_id = "666"
    connections.change(open_store(sqlite_url), LOCAL_ADMINISTRATOR, number, upstream_id="101")
    for _ in range(2):
        assert main(["sync", "--json"]) == 1
        told = capsys.readouterr()
        assert [error["code"] for error in json.loads(told.out)[0]["errors"]] == ["other_account"]
        assert told.err.count("another account") == 1
    world.account_id = "101"
    assert main(["sync", "--connection", "mastodon @waterstad", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["inserted"] == 15
    connections.pause(open_store(sqlite_url), LOCAL_ADMINISTRATOR, number)
    assert main(["sync", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_another_budget_makes_a_run_due(store: Engine, world: World) -> None:
    number = connect(store, world)
    sync(store, number)
    assert syncing.due(store, LOCAL_ADMINISTRATOR, 0) == ()
    connections.change(store, LOCAL_ADMINISTRATOR, number, name="Another name")
    assert syncing.due(store, LOCAL_ADMINISTRATOR, 0) == ()
    connections.change(store, LOCAL_ADMINISTRATOR, number, budget=5.0)
    assert syncing.due(store, LOCAL_ADMINISTRATOR, 0) == (number,)


def test_rows_that_cannot_be_used_are_told(store: Engine, world: World) -> None:
    number = connect(store, world)
    boost = {**world.post(13), "reblog": world.post(1)}
    world.posts = [boost, *({**one, "created_at": "1985-01-01T00:00:00Z"} for one in world.posts[:2]), *world.posts[2:]]
    outcome = sync(store, number)
    (told,) = outcome.errors
    assert outcome.whole and len(values(store, post.c.id)) == 10
    assert told.english() == "2 rows could not be used. Why: This row has a date before any of these platforms existed."
    assert connections.runs(store, LOCAL_ADMINISTRATOR, number)[0].problems == (told,)
