"""One import: rows wait in temporary tables, then one short transaction puts all of them in, with the rollups."""

import json
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, insert, select, update

from data import account_imports, answering
from data.access import Access
from data.answering import until
from data.answering.classes import Classes, classes_of
from data.answering.classifier import in_use
from data.bulk import Progress, silent
from data.counted import Counted
from data.daily import FOLLOWERS, merge_days, moved
from data.errors import StoreError
from data.incoming import Rows, Source
from data.merge import merge
from data.observed import true_at
from data.pseudonyms import claim
from data.rollups import days_by_followers, days_by_own_replies, refresh
from data.schema import import_batch
from data.scoring import rollups as topics
from data.snapshots import add_snapshot
from data.staged import Staged, stage
from data.staging import ACCOUNT_DAYS, COMMENTS, POSTS, SITE_DAYS, workbench
from data.store import write_transaction
from data.time_zone import organisation_zone
from data.touched_posts import Fresh
from metrics.words import N_, Message

DONE, UNDONE = "done", "undone"
_STAGED, _MERGED, _ADDED_UP = 0.3, 0.6, 0.8  # shares of the work, for the progress bar


@dataclass(frozen=True)
class Stored:
    """An import as the store keeps it; `import_id` is None when there was nothing to keep.

    `same_as` is set when this very file was imported before and changes nothing: then nothing is recorded, and
    `import_id` is that of the earlier import.
    """

    import_id: int | None
    counted: Counted
    same_as: int | None = None


@dataclass(frozen=True)
class Gone:
    """What else a transaction made out of date: days (`account_id`, `day`), and threads that lost messages."""

    days: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["account_id", "day"]))
    threads: tuple[int, ...] = ()


Closing = Callable[[Connection, int, Counted], Gone]
"""Gets the connection, the number of the import and what it changed; its rows are in, and nothing is added up yet."""


class _NothingNewError(Exception):
    """A way out of the transaction that leaves no trace."""


def store_batch(
    engine: Engine,
    access: Access,
    source: Source,
    parts: Collection[Rows],
    report: Mapping[str, Any],
    progress: Progress = silent,
    closing: Closing | None = None,
) -> Stored:
    """Store the rows of one table of one file: all of them, with report and rollups, or none.

    The rows come in one part, or in several of which one after another is in memory; no row is in two of them.
    `closing` is what else belongs to the transaction. A newer export wins: its numbers were true at
    `source.exported_ts`, or else now, but never later than when the same file first came in. Readers see the store as
    it was until everything is in. Raises `AccessDeniedError`; `StoreError` when the key or the time zone is not the one
    the rows were made with.
    """
    access.require("write")
    known = _classes(engine, parts)
    with workbench(engine) as connection:
        staged = stage(connection, parts, lambda share: progress(_STAGED * share))
        earlier = None
        try:
            with write_transaction(connection):
                _check(connection, staged)
                earlier = _earlier(connection, source)
                observed_ts = true_at(connection, source.file_hash, source.exported_ts)
                import_id = _open(connection, access, source, observed_ts)
                counted, touched, fresh = _merge(connection, staged, import_id)
                gone = closing(connection, import_id, counted) if closing is not None else Gone()
                touched = pd.concat([touched, gone.days])
                if earlier and not counted.changes:
                    raise _NothingNewError
                progress(_MERGED)
                refresh(connection, touched, lambda share: progress(_MERGED + (_ADDED_UP - _MERGED) * share), fresh)
                account_imports.follow(connection, import_id, gone.days if fresh else touched)
                before = until.now(connection)
                until.remember(connection, import_id, staged.spoken_of, source.covered_until, observed_ts, staged.zone)
                if answering.find_threads(connection, import_id, gone.threads):
                    answering.refresh_import(connection, touched, before, known)
                else:
                    topics.add_up(connection, touched)
                _close(connection, import_id, counted, report)
        except _NothingNewError:
            progress(1.0)
            return Stored(earlier, counted, same_as=earlier)
    progress(1.0)
    return Stored(import_id, counted)


def _classes(engine: Engine, parts: Collection[Rows]) -> Classes:
    """What the messages of citizens are: worked out before the transaction, which it would make long."""
    with engine.connect() as connection:
        classify = in_use(connection)
    found: dict[str, Any] = {}
    for rows in parts:
        if not rows.comments.empty:
            found |= classes_of(rows.comments.loc[rows.comments["is_own"] == 0, "text"].tolist(), classify)
    return found


def _check(connection: Connection, staged: Staged) -> None:
    """Rows were made with a key and a time zone: both must be those of the store."""
    for key in staged.keys:
        claim(connection, key)
    if staged.zones != {organisation_zone(connection)}:
        raise StoreError(
            Message("zone_changed", N_("The time zone was changed during the import. Nothing is stored; import again."))
        )


def _earlier(connection: Connection, source: Source) -> int | None:
    """The import of this very table that is still in, if any."""
    same_file = import_batch.c.file_hash == source.file_hash
    known = connection.execute(select(import_batch).where(same_file).order_by(import_batch.c.id)).mappings()
    table = (source.format, source.kind, source.platform, source.part, int(source.is_demo), DONE)
    for row in known:
        part = Source.part_of(row["file_name"])
        if (row["format"], row["kind"], row["platform"], part, row["is_demo"], row["status"]) == table:
            return int(row["id"])
    return None


def _open(connection: Connection, access: Access, source: Source, observed_ts: int) -> int:
    values = {name: value for name, value in asdict(source).items() if name in import_batch.c}
    made = connection.execute(
        insert(import_batch).values(
            **(values | {"is_demo": int(source.is_demo)}),
            imported_ts=int(time.time()),
            observed_ts=observed_ts,
            who=access.who,
            status=DONE,
            **asdict(Counted()),
            report="{}",
        )
    )
    key = made.inserted_primary_key
    assert key is not None
    return int(key[0])


def _merge(connection: Connection, staged: Staged, import_id: int) -> tuple[Counted, pd.DataFrame, Fresh | None]:
    """Put all staged rows in.

    Gives what that changed, the days whose rollups it makes out of date, and the posts if all of them are new.
    """
    counted, fresh = Counted(), None
    touched = [pd.DataFrame(columns=["account_id", "day"])]
    for items, count in ((POSTS, staged.posts), (COMMENTS, staged.comments)):
        if count:
            result, days = merge(connection, items, import_id, staged.zone)
            counted += result
            touched.append(days)
            if items is POSTS and result.inserted == count and staged.only_posts is not None:
                fresh = Fresh(import_id, staged.only_posts)
    if staged.comments:
        touched.append(days_by_own_replies(connection, import_id))
    if staged.account_days:
        counted += merge_days(connection, ACCOUNT_DAYS, import_id)
        touched.append(days_by_followers(connection, moved(connection, ACCOUNT_DAYS, FOLLOWERS)))
    if staged.site_days:
        counted += merge_days(connection, SITE_DAYS, import_id)
    if staged.audience:
        counted += add_snapshot(connection, import_id)
    return counted, pd.concat(touched), fresh


def _close(connection: Connection, import_id: int, counted: Counted, report: Mapping[str, Any]) -> None:
    numbers = asdict(counted)
    full = json.dumps({**report, **numbers, "import_id": import_id}, ensure_ascii=False)
    connection.execute(update(import_batch).where(import_batch.c.id == import_id).values(**numbers, report=full))
