"""The pages of a run: rows in the shape of the tables, packed, one after another."""

import io
import json
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
from sqlalchemy import Connection, Engine, func, insert, select, update

from data.engines import exclusive
from data.incoming import Rows
from data.pseudonyms import secret_key
from data.schema import sync_page, sync_run
from data.syncing.basis import require_basis
from data.syncing.runs import SyncRun

_FRAMES = {
    "posts": ("id",),
    "comments": ("post_id", "id"),
    "account_days": ("day", "account_id", "metric"),
    "site_days": ("day", "site_id", "metric"),
}


@dataclass(frozen=True)
class Took:
    """What a page took: requests, units of a quota, US dollars."""

    requests: int = 0
    quota: int = 0
    cost: float = 0.0


def keep_page(
    engine: Engine,
    run: SyncRun,
    number: int,
    rows: Rows,
    *,
    after: Mapping[str, Any],
    fetched: int,
    report: Mapping[str, Any],
    took: Took,
    listed_from: int | None = None,
    threads: Collection[str] = (),
) -> None:
    """Keep a page, and where to go on after it, in one transaction. No figure changes by it.

    `report` is the load report up to and with this page, `fetched` the rows of this page as they came. Raises
    `StoreError` when the connection was changed since the run began.
    """
    this = sync_run.c.id == run.id
    with engine.connect() as connection, exclusive(connection):
        require_basis(connection, run.connection_id, run.basis)
        connection.execute(insert(sync_page).values(run_id=run.id, number=number, rows=pack(rows)))
        known = json.loads(connection.scalar(select(sync_run.c.threads).where(this)) or "[]") if threads else []
        connection.execute(
            update(sync_run)
            .where(this)
            .values(
                after=json.dumps({"place": after, "basis": run.basis}),
                alive_ts=int(time.time()),
                fetched=sync_run.c.fetched + fetched,
                report=json.dumps(report, ensure_ascii=False),
                requests=sync_run.c.requests + took.requests,
                quota=sync_run.c.quota + took.quota,
                cost=sync_run.c.cost + took.cost,
                **({} if listed_from is None else {"listed_from": listed_from}),
                **({"threads": json.dumps([*known, *threads])} if threads else {}),
            )
        )


def pack(rows: Rows) -> bytes:
    """Rows as bytes. The key of the pseudonyms is not among them: it never enters the store."""
    sizes, out = {}, io.BytesIO()
    for name in _FRAMES:
        frame: pd.DataFrame = getattr(rows, name)
        start = out.tell()
        if not frame.empty:
            feather.write_feather(pa.Table.from_pandas(frame, preserve_index=False), out, compression="zstd")
        sizes[name] = out.tell() - start
    head = json.dumps({"zone": rows.zone, "citizens": rows.key is not None, "sizes": sizes}).encode()
    return len(head).to_bytes(4, "big") + head + out.getvalue()


def unpack(packed: bytes) -> Rows:
    """The rows again."""
    end = 4 + int.from_bytes(packed[:4], "big")
    head = json.loads(packed[4:end])
    frames = {}
    for name, size in head["sizes"].items():
        if size:
            frames[name] = feather.read_table(io.BytesIO(packed[end : end + size])).to_pandas()
        end += size
    return Rows(zone=head["zone"], key=secret_key() if head["citizens"] else None, **frames)


class Pages(Collection[Rows]):
    """The rows of a run, page by page from the store; of what stands on two pages, the first is taken.

    That happens when somebody posts while the list is read: the last post of a page moves to the next one.
    """

    def __init__(self, engine: Engine, run_id: int, zone: str) -> None:
        self._engine, self._run_id, self._zone = engine, run_id, zone

    def __len__(self) -> int:
        return max(1, self._count())

    def __contains__(self, rows: object) -> bool:
        return any(rows is one for one in self)

    def __iter__(self) -> Iterator[Rows]:
        if not self._count():
            yield Rows(self._zone)
        seen: dict[str, set[Any]] = {name: set() for name in _FRAMES}
        for number in self._numbers():
            rows = unpack(self._page(number))
            frames = {name: _unseen(getattr(rows, name), key, seen[name]) for name, key in _FRAMES.items()}
            yield Rows(zone=rows.zone, key=rows.key, **frames)

    def _count(self) -> int:
        with self._engine.connect() as connection:
            return _count(connection, self._run_id)

    def _numbers(self) -> list[int]:
        query = select(sync_page.c.number).where(sync_page.c.run_id == self._run_id).order_by(sync_page.c.number)
        with self._engine.connect() as connection:
            return list(connection.scalars(query))

    def _page(self, number: int) -> bytes:
        this = (sync_page.c.run_id == self._run_id, sync_page.c.number == number)
        with self._engine.connect() as connection:
            found = connection.scalar(select(sync_page.c.rows).where(*this))
        assert found is not None
        return bytes(found)


def _count(connection: Connection, run_id: int) -> int:
    return connection.scalar(select(func.count()).select_from(sync_page).where(sync_page.c.run_id == run_id)) or 0


def _unseen(frame: pd.DataFrame, key: tuple[str, ...], seen: set[Any]) -> pd.DataFrame:
    """The rows that were not on an earlier page."""
    if frame.empty:
        return frame
    keys = list(frame[list(key)].itertuples(index=False, name=None))
    fresh = [one not in seen for one in keys]
    seen.update(keys)
    return frame if all(fresh) else frame[fresh].reset_index(drop=True)
