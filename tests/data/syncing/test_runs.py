"""A run that breaks off goes on; one that is too old begins anew; two at once never run."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from data import syncing
from data.access import LOCAL_ADMINISTRATOR
from data.errors import StoreError
from data.schema import import_batch, post, sync_page, sync_run
from data.store import open_store, version, writing
from data.syncing.runs import STALE
from data.undo import undo
from metrics.words import Message
from tests.data.syncing.fetched import CONNECTION, begin, connected, finish, keep, whole
from tests.loaders.sample_batches import comment, contents
from tests.loaders.sample_batches import post as made

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys, time
from data import syncing
from data.store import open_store
with syncing.alone(open_store(sys.argv[1]), 1):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_run_goes_on_where_it_broke_off(store: Engine) -> None:
    first = begin(connected(store), since_ts=5)
    keep(store, first, 0, [made("1")])
    again = begin(store, since_ts=999)
    assert (again.id, again.after, again.pages, again.since_ts) == (first.id, {"page": 0}, 1, 5)
    keep(store, again, 1, [made("2")])
    ended = finish(store, again)
    assert (ended.fetched, ended.counted.inserted) == (2, 2)
    assert begin(store).id != first.id


def test_a_run_without_a_page_begins_anew(store: Engine) -> None:
    first = begin(connected(store))
    assert begin(store).id != first.id


def test_a_whole_run_that_was_undone_is_wanted_again(store: Engine) -> None:
    first = begin(connected(store))
    keep(store, first, 0, [made("1")])
    number = finish(store, first).import_id
    assert syncing.last_whole(store, CONNECTION, None) is not None
    assert number is not None
    undo(store, LOCAL_ADMINISTRATOR, number)
    assert syncing.last_whole(store, CONNECTION, None) is None


def test_a_run_that_is_too_old_begins_anew_and_leaves_no_pages(store: Engine) -> None:
    first = begin(connected(store))
    keep(store, first, 0, [made("1")])
    with writing(store) as connection:
        connection.execute(update(sync_run).values(started_ts=int(time.time()) - STALE - 1))
    assert begin(store).id != first.id
    with store.connect() as connection:
        assert connection.scalars(select(sync_page.c.run_id)).all() == []
        assert connection.scalars(select(sync_run.c.status).order_by(sync_run.c.id)).all() == ["failed", "running"]


def test_pages_change_no_figure_and_the_end_raises_the_version_once(store: Engine) -> None:
    connected(store)
    before = version(store)
    run = begin(store)
    keep(store, run, 0, [made("1")])
    assert version(store) == before
    finish(store, run)
    assert version(store) == before + 1


def test_a_run_without_news_is_an_import_all_the_same(store: Engine) -> None:
    whole(connected(store), [made("1")])
    ended = whole(store, [made("1")])
    assert (ended.counted.inserted, ended.counted.updated, ended.counted.unchanged) == (0, 0, 1)
    with store.connect() as connection:
        assert connection.scalars(select(import_batch.c.connection_id)).all() == [CONNECTION, CONNECTION]


def test_a_run_of_nothing_ends_too(store: Engine) -> None:
    ended = finish(store, begin(connected(store)))
    assert (ended.fetched, ended.counted.inserted, ended.deleted) == (0, 0, 0)


def test_a_stopped_run_says_why_and_can_go_on(store: Engine) -> None:
    run = begin(connected(store))
    keep(store, run, 0, [made("1")])
    syncing.stop(store, run, Message("busy", "The platform is busy."), again=True)
    assert begin(store).id == run.id
    syncing.stop(store, run, Message("refused", "No."), again=False)
    assert begin(store).id != run.id
    with store.connect() as connection:
        assert connection.scalars(select(post.c.id)).all() == []


def test_pages_give_what_one_import_gives(store: Engine) -> None:
    connected(store)
    posts = [made(str(n), likes=n, comments=2) for n in range(1, 8)]
    said = [comment(f"c{n}", post_id="1", author=f"citizen {n}") for n in range(4)]
    run = begin(store)
    keep(store, run, 0, posts[:3], said[:1])
    keep(store, run, 1, posts[2:5], said[1:])
    keep(store, run, 2, posts[5:], [])
    finish(store, run)
    in_pages = contents(store, "import_id", "run_id", "id", "started_ts", "alive_ts", "ended_ts", "made_ts")
    with writing(store) as connection:
        connection.execute(sync_run.delete().where(sync_run.c.id != run.id))
    run = begin(store)
    keep(store, run, 0, posts, said)
    finish(store, run)
    at_once = contents(store, "import_id", "run_id", "id", "started_ts", "alive_ts", "ended_ts", "made_ts")
    for name in ("post", "comment", "rollup_day", "rollup_post", "rollup_answer", "conversation", "thread"):
        assert in_pages[name] == at_once[name], name


def test_only_one_run_at_a_time(store: Engine) -> None:
    with syncing.alone(store, 1):
        with syncing.alone(store, 2):
            pass
        with pytest.raises(StoreError, match="already"), syncing.alone(store, 1):
            pass
    with syncing.alone(store, 1):
        pass


def test_a_lock_dies_with_its_process(store_url: str) -> None:
    engine = open_store(store_url)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, store_url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="already"), syncing.alone(engine, 1):
            pass
        holder.kill()
        holder.wait()
    deadline = time.monotonic() + 30  # PostgreSQL notices a lost connection a moment later
    while True:
        try:
            with syncing.alone(engine, 1):
                break
        except StoreError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    engine.dispose()
