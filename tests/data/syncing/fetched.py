"""Runs of a connection without a network: pages of made-up rows, kept and ended as a real run does."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Engine, insert

from data import connections, syncing
from data.access import LOCAL_ADMINISTRATOR
from data.schema import api_connection
from data.store import writing
from data.syncing.ending import Ended, Whose
from data.syncing.pages import Took
from data.syncing.runs import SyncRun
from loaders.importer import assigned_to, protected_rows
from tests.loaders.sample_batches import ACCOUNTS, batch, registers

Row = dict[str, Any]
CONNECTION = 1
WHOSE = Whose(ACCOUNTS["parking"], "x", "X @City_parking")


def connected(engine: Engine) -> Engine:
    """The store with registers and a connection for the parking account."""
    registers(engine)
    with writing(engine) as connection:
        connection.execute(
            insert(api_connection).values(
                id=CONNECTION,
                connector="x",
                name=WHOSE.name,
                host="",
                target="City_parking",
                upstream_id="77",
                account_id=WHOSE.account_id,
                texts=1,
                status="active",
                every_minutes=60,
                who="test",
                made_ts=0,
            )
        )
    return engine


def begin(engine: Engine, since_ts: int | None = None) -> SyncRun:
    """A run that begins, or goes on."""
    asked = connections.one(engine, LOCAL_ADMINISTRATOR, CONNECTION)
    return syncing.begin(engine, LOCAL_ADMINISTRATOR, asked, since_ts)


def keep(
    engine: Engine,
    run: SyncRun,
    number: int,
    posts: Sequence[Row] = (),
    comments: Sequence[Row] = (),
    listed_from: int | None = None,
    threads: Iterable[str] = (),
) -> None:
    """Keep a page of these rows."""
    rows = protected_rows(engine, assigned_to(batch(list(posts), list(comments)), ACCOUNTS, {}))
    syncing.keep_page(
        engine,
        run,
        number,
        rows,
        after={"page": number},
        fetched=len(posts) + len(comments),
        report={"file": WHOSE.name, "rows_read": 1, "warnings": [], "rejected": []},
        took=Took(requests=1, cost=0.5),
        listed_from=listed_from,
        threads=list(threads),
    )


def finish(engine: Engine, run: SyncRun) -> Ended:
    """End a run."""
    return syncing.finish(engine, LOCAL_ADMINISTRATOR, run, WHOSE)


def whole(
    engine: Engine, posts: Sequence[Row], comments: Sequence[Row] = (), threads: Iterable[str] = (), since: int = 0
) -> Ended:
    """A run of one page that listed everything since a moment."""
    run = begin(engine)
    keep(engine, run, 0, posts, comments, listed_from=since, threads=threads)
    return finish(engine, run)
