"""The end of a run: everything it fetched goes in, in one transaction; or it stops, and the next one goes on."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, delete, select, update

from data.access import Access
from data.bulk import Progress, silent
from data.counted import Counted
from data.engines import exclusive
from data.importing import Gone, store_batch
from data.incoming import Source
from data.messages_json import message_from_json, message_to_json
from data.schema import sync_page, sync_run
from data.syncing.basis import require_basis
from data.syncing.gone import Listed, follow, missing_posts, too_many
from data.syncing.pages import Pages
from data.syncing.runs import DONE, FAILED, STOPPED, SyncRun
from data.time_zone import organisation_zone
from metrics.periods import to_day
from metrics.words import N_, Message

_MOST_TOLD = 3
_NOTHING: Mapping[str, Any] = {"format": "", "kind": "other", "rows_read": 0, "warnings": [], "rejected": []}


@dataclass(frozen=True)
class Ended:
    """What a run changed; `problems` are things that people should know although it went well."""

    fetched: int
    counted: Counted
    deleted: int
    problems: tuple[Message, ...]
    import_id: int | None


@dataclass(frozen=True)
class Whose:
    """The account that a run was about (None: a site), and how its import stands in the list of imports."""

    account_id: int | None
    platform: str
    name: str


def finish(
    engine: Engine,
    access: Access,
    run: SyncRun,
    whose: Whose,
    progress: Progress = silent,
    cut_off: Message | None = None,
) -> Ended:
    """Put in what a run fetched, follow what was deleted upstream, and end the run: all of it, or nothing.

    Rollups are worked out once. `cut_off` is why a run cannot go on for long: what it fetched so far goes in, as it was
    paid for, and it stays open. Such a run has not everything before it at its end, so nothing counts as deleted.
    Raises `StoreError`, `AccessDeniedError`.
    """
    with engine.connect() as connection:
        zone = organisation_zone(connection)
        state = connection.execute(select(sync_run).where(sync_run.c.id == run.id)).one()._asdict()
    report = {**_NOTHING, "file": whose.name, **json.loads(state["report"])}
    told: list[Message] = []
    deleted = 0

    def closing(connection: Connection, import_id: int, counted: Counted) -> Gone:
        nonlocal deleted
        told[:] = [*([] if cut_off is None else [cut_off]), *_missed(report)]
        require_basis(connection, run.connection_id, run.basis)
        gone = Gone()
        if whose.account_id is not None and cut_off is None and state["import_id"] is None:
            deleted, gone = _follow(connection, run, whose, state, told)
        connection.execute(delete(sync_page).where(sync_page.c.run_id == run.id))
        status = DONE if cut_off is None else STOPPED
        _end(connection, run.id, status, told, counted, deleted=deleted, import_id=import_id)
        return gone

    source = Source(
        whose.name,
        sha256(f"run {run.id} after {state['import_id']}".encode()).hexdigest(),
        report["format"],
        whose.platform,
        report["kind"],
        to_day(datetime.now(ZoneInfo(zone)).date()),
        state["alive_ts"],
        connection_id=run.connection_id,
    )
    stored = store_batch(engine, access, source, Pages(engine, run.id, zone), report, progress, closing)
    return Ended(state["fetched"], stored.counted, deleted, tuple(told), stored.import_id)


def stop(engine: Engine, run: SyncRun, problem: Message, *, again: bool) -> None:
    """End a run before its end; `again` keeps what it fetched, for the next one to go on."""
    with engine.connect() as connection, exclusive(connection):
        if not again:
            connection.execute(delete(sync_page).where(sync_page.c.run_id == run.id))
        _end(connection, run.id, STOPPED if again else FAILED, [problem], Counted())


def _missed(report: Mapping[str, Any]) -> Iterator[Message]:
    """What to tell of rows that were fetched and could not be used, the most first."""
    found = sorted(report.get("missed", {}).values(), key=lambda one: -one[0])
    for rows, reason in found[:_MOST_TOLD]:
        values = {"n": rows, "reason": message_from_json(reason)}
        one, many = N_("{n} row could not be used. Why: {reason}"), N_("{n} rows could not be used. Why: {reason}")
        yield Message("rows_missed", one, values, many, rows)


def _follow(
    connection: Connection, run: SyncRun, whose: Whose, state: Mapping[str, Any], told: list[Message]
) -> tuple[int, Gone]:
    assert whose.account_id is not None
    threads = json.loads(state["threads"])
    listed = Listed(run.connection_id, whose.account_id, whose.platform, state["listed_from"], threads)
    missing, known = missing_posts(connection, listed)
    sure = not too_many(missing, known) or _warned(connection, run)
    if not sure:
        text = N_(
            "The platform lists {missing} of {known} posts no more. That is so many that nothing was removed yet: if "
            "the next run finds the same, they are removed here too."
        )
        told.append(Message("many_gone", text, {"missing": missing, "known": known}))
    return follow(connection, listed, sure)


def _warned(connection: Connection, run: SyncRun) -> bool:
    """Whether the run before said that many posts are gone."""
    before = select(sync_run.c.problems).where(
        sync_run.c.connection_id == run.connection_id, sync_run.c.id < run.id, sync_run.c.status == DONE
    )
    text = connection.scalar(before.order_by(sync_run.c.id.desc()).limit(1))
    return any(problem["code"] == "many_gone" for problem in json.loads(text or "[]"))


def _end(
    connection: Connection, run_id: int, status: str, told: Sequence[Message], counted: Counted, **more: int
) -> None:
    values = {
        "status": status,
        "ended_ts": int(time.time()),
        "problems": json.dumps([message_to_json(message) for message in told], ensure_ascii=False),
        "inserted": sync_run.c.inserted + counted.inserted,
        "updated": sync_run.c.updated + counted.updated,
        "unchanged": sync_run.c.unchanged + counted.unchanged,
        **more,
    }
    connection.execute(update(sync_run).where(sync_run.c.id == run_id).values(**values))
