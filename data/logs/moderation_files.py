"""Removals that come from a file: stored with the file they came from, and taken out again with it."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, delete, func, select

from data.access import Access
from data.errors import StoreError
from data.logs.checks import require_account, today
from data.logs.moderation import checked, insert_removals
from data.queries import scope
from data.queries.frames import read
from data.schema import account, moderation
from data.store import writing
from metrics.words import N_, Message

CONTENT = ("account_id", "day", "action", "reason", "rule", "n", "appealed", "reversed")
"""What makes a row of a file the row that it is."""

_FILE_TYPES = {"source": "str", "rows": "int64", "removals": "int64", "first": "int64", "last": "int64"}


@dataclass(frozen=True)
class Stored:
    """What storing a file did: the rows that are new, the name it is kept under, and the earlier files it replaces.

    `rows` is 0 and `source` an earlier file when that one holds exactly these rows. `overlapping` are other files with
    some of the same rows: these may be counted twice.
    """

    rows: int
    source: str
    replaced: tuple[str, ...] = ()
    overlapping: tuple[str, ...] = ()


def store_file(engine: Engine, access: Access, name: str, rows: Sequence[Mapping[str, Any]]) -> Stored:
    """Store the removals of a file, all or none; `rows` have the columns of `CONTENT`.

    The same rows as an earlier file change nothing. An earlier file of which every row is in this one too is an older
    version of it, and is replaced. A name that is taken by other rows gets a number. Raises `StoreError` for a row
    that cannot be, `AccessDeniedError` for an account that this user may not change.
    """
    with writing(engine) as connection:
        for account_id in {row["account_id"] for row in rows}:
            require_account(connection, access, account_id)
        newest = today(connection)
        values = [checked({column: row[column] for column in CONTENT}, newest) for row in rows]
        new = Counter(map(_key, values))
        earlier = _files(connection, access)
        same = next((source for source, old in earlier.items() if old == new), None)
        if same is not None or not values:
            return Stored(0, same or name)
        replaced = tuple(source for source, old in earlier.items() if old <= new)
        overlapping = tuple(source for source, old in earlier.items() if source not in replaced and old & new)
        connection.execute(delete(moderation).where(moderation.c.source.in_(replaced)))
        taken = set(connection.scalars(select(moderation.c.source).distinct()))
        source = _free(name, taken)
        extra = {"source": source, "who": access.who, "made_ts": int(time.time())}
        insert_removals(connection, [{**row, **extra} for row in values])
        return Stored(len(values), source, replaced, overlapping)


def files(engine: Engine, access: Access) -> pd.DataFrame:
    """The files that the log came from, newest first. Columns: source, rows, removals, first and last (days)."""
    statement = (
        select(
            moderation.c.source,
            func.count().label("rows"),
            func.sum(moderation.c.n).label("removals"),
            func.min(moderation.c.day).label("first"),
            func.max(moderation.c.day).label("last"),
        )
        .where(moderation.c.source != "", *scope.of_accounts(moderation.c.account_id, access))
        .group_by(moderation.c.source)
        .order_by(func.max(moderation.c.made_ts).desc(), moderation.c.source)
    )
    return read(engine, statement, _FILE_TYPES)


def undo_file(engine: Engine, access: Access, source: str) -> int:
    """Take out all rows that came from one file; how many. Raises `StoreError` when there are none."""
    here = moderation.c.source == source
    with writing(engine) as connection:
        owners = set(connection.scalars(select(moderation.c.account_id).where(here, moderation.c.source != "")))
        if not owners:
            text = N_("This file is no longer in the log. Load the page again.")
            raise StoreError(Message("no_log_file", text))
        for account_id in owners:
            require_account(connection, access, account_id)
        return connection.execute(delete(moderation).where(here)).rowcount


def _files(connection: Connection, access: Access) -> dict[str, Counter[tuple[Any, ...]]]:
    """The rows of each file that this user may change as a whole; those of the demo city are nobody's."""
    columns = [moderation.c[name] for name in CONTENT]
    statement = (
        select(moderation.c.source, account.c.department_id, *columns)
        .join(account, account.c.id == moderation.c.account_id)
        .where(moderation.c.source != "", moderation.c.is_demo == 0)
    )
    found: dict[str, Counter[tuple[Any, ...]]] = {}
    of_others = set()
    for source, department_id, *values in connection.execute(statement):
        found.setdefault(source, Counter())[tuple(values)] += 1
        if access.departments is not None and department_id not in access.departments:
            of_others.add(source)
    return {source: rows for source, rows in found.items() if source not in of_others}


def _key(values: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(values[name] for name in CONTENT)


def _free(name: str, taken: set[str]) -> str:
    """The name of the file, or the first numbered one that is not taken."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
