"""Beginning a run, or going on with one that broke off."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select, update

from data.access import Access
from data.engines import exclusive
from data.importing import DONE as IMPORTED
from data.schema import import_batch, sync_page, sync_run
from data.syncing.basis import basis

if TYPE_CHECKING:  # which itself looks at runs
    from data.connections.records import ApiConnection

RUNNING, DONE, STOPPED, FAILED = "running", "done", "stopped", "failed"
STALE = 24 * 3600
"""Seconds after which a run that broke off is begun anew: its first pages no longer say what is so."""


@dataclass(frozen=True)
class SyncRun:
    """A run that is going on: its number, what it asks for and rests on (`basis`), and where it is."""

    id: int
    connection_id: int
    since_ts: int | None
    after: Mapping[str, Any] | None
    pages: int
    fetched: int
    basis: str
    stale_ts: int  # from then on it is not gone on with


def begin(engine: Engine, access: Access, asked: "ApiConnection", since_ts: int | None) -> SyncRun:
    """A new run of a connection that asks for posts since a moment (None: all), or the one that broke off.

    One that broke off before `asked` was changed is not gone on with. To be called by the one who holds the lock of the
    connection (`alone`): a run that is said to be running is dead.
    """
    access.require("write")
    now = int(time.time())
    with engine.connect() as connection, exclusive(connection):
        rests_on = basis(connection, vars(asked))
        for row in connection.execute(_open(asked.id)).mappings().all():
            if now - row["started_ts"] < STALE and _rests_on(row["after"]) == rests_on:
                connection.execute(_this(row["id"]).values(status=RUNNING, alive_ts=now, ended_ts=None, problems="[]"))
                return _run(connection, dict(row))
            forget(connection, row["id"])
        zero = dict.fromkeys(("fetched", "inserted", "updated", "unchanged", "deleted", "requests", "quota", "cost"), 0)
        made = connection.execute(
            insert(sync_run).values(
                **zero,
                connection_id=asked.id,
                started_ts=now,
                alive_ts=now,
                status=RUNNING,
                since_ts=since_ts,
                threads="[]",
                report="{}",
                problems="[]",
                who=access.who,
            )
        )
        key = made.inserted_primary_key
        assert key is not None
        return SyncRun(int(key[0]), asked.id, since_ts, None, 0, 0, rests_on, now + STALE)


def forget(connection: Connection, run_id: int) -> None:
    """Give a run up: what it fetched is asked for anew."""
    connection.execute(delete(sync_page).where(sync_page.c.run_id == run_id))
    connection.execute(_this(run_id).values(status=FAILED, ended_ts=sync_run.c.alive_ts, after=None))


def forget_open(connection: Connection, connection_id: int) -> None:
    """Give up each run of a connection that is not over, with all that it fetched."""
    for row in connection.execute(_open(connection_id)).mappings().all():
        forget(connection, row["id"])


def last_whole(engine: Engine, connection_id: int, since_ts: int | None) -> int | None:
    """When (seconds) a run last asked for everything, from `since_ts` on, and came to its end; None: never.

    A run whose import was undone does not count: what is older than the usual window would stay away for weeks.
    """
    asked = sync_run.c.since_ts.is_(None) if since_ts is None else sync_run.c.since_ts <= since_ts
    mine = (sync_run.c.connection_id == connection_id, sync_run.c.status == DONE, asked)
    kept = import_batch.c.status == IMPORTED
    query = select(func.max(sync_run.c.started_ts)).join(import_batch, import_batch.c.id == sync_run.c.import_id)
    with engine.connect() as connection:
        found: int | None = connection.scalar(query.where(*mine, kept))
    return found


def _run(connection: Connection, row: dict[str, Any]) -> SyncRun:
    pages = connection.scalar(select(func.count()).select_from(sync_page).where(sync_page.c.run_id == row["id"]))
    kept = json.loads(row["after"])
    place, rests_on = kept["place"], kept["basis"]
    return SyncRun(
        row["id"],
        row["connection_id"],
        row["since_ts"],
        place,
        pages or 0,
        row["fetched"],
        rests_on,
        row["started_ts"] + STALE,
    )


def _open(connection_id: int) -> Select[Any]:
    mine = sync_run.c.connection_id == connection_id
    return select(sync_run).where(mine, sync_run.c.status.in_((RUNNING, STOPPED))).order_by(sync_run.c.id)


def _rests_on(after: str | None) -> str | None:
    found: str | None = json.loads(after or "{}").get("basis")
    return found


def _this(run_id: int) -> Any:
    return update(sync_run).where(sync_run.c.id == run_id)
