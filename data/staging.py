"""Temporary tables of one import: rows wait here, so that the transaction that readers notice stays short.

They belong to one connection and vanish with it; nothing of them is left when the process dies.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Column, ColumnElement, Connection, Engine, Integer, MetaData, Table, and_, text

from data import bulk, schema

_temporary = MetaData()


def _temp(name: str, *columns: Column) -> Table:  # type: ignore[type-arg]
    return Table(name, _temporary, *columns, prefixes=["TEMPORARY"])


def _like(name: str, table: Table, *without: str) -> Table:
    """A table with the same columns, of which the key stays a key."""
    kept = [column for column in table.columns if column.name not in without]
    return _temp(
        name, *(Column(c.name, c.type, primary_key=c.primary_key, autoincrement=False, nullable=True) for c in kept)
    )


def _keys(name: str, table: Table) -> Table:
    return _temp(name, *(Column(c.name, c.type, primary_key=True, autoincrement=False) for c in table.primary_key))


@dataclass(frozen=True)
class Items:
    """A kind of thing that imports show again and again: posts or comments.

    `counts` change from export to export; `wording` is the rest of what an import says about an item. `scores` say what
    its text is about; they rest on the columns `scored` alone.
    """

    table: Table
    observations: Table
    versions: Table
    staged: Table
    changed: Table  # keys of items whose state has to be worked out anew
    folded: Table  # their new state
    scores: Table
    scored: tuple[str, ...]

    @property
    def key(self) -> list[str]:
        """The columns that tell items apart."""
        return [column.name for column in self.table.primary_key]

    @property
    def counts(self) -> list[str]:
        """The columns of counts."""
        return [c.name for c in self.observations.columns if not c.primary_key and c.name != "missing"]

    @property
    def wording(self) -> list[str]:
        """The columns of which `versions` keeps what each import said."""
        return [column.name for column in self.versions.columns if not column.primary_key]


def _items(table: Table, observations: Table, versions: Table, scores: Table, *scored: str) -> Items:
    staged = _like(f"staged_{table.name}", table, "import_id")
    changed, folded = _keys(f"changed_{table.name}", table), _like(f"folded_{table.name}", table)
    return Items(table, observations, versions, staged, changed, folded, scores, scored)


POSTS = _items(schema.post, schema.observation, schema.post_version, schema.post_score, "text", "type")
COMMENTS = _items(
    *(schema.comment, schema.comment_observation, schema.comment_version, schema.message_score), "text", "is_own"
)


@dataclass(frozen=True)
class Days:
    """Values per day of accounts or sites."""

    table: Table
    observations: Table
    staged: Table  # `was` is the value before this import or undo
    owner: str

    @property
    def key(self) -> list[str]:
        """The columns that tell values apart."""
        return [column.name for column in self.table.primary_key]


def _days(table: Table, observations: Table, owner: str) -> Days:
    columns = [Column(c.name, c.type, primary_key=c.primary_key, autoincrement=False) for c in table.columns]
    return Days(table, observations, _temp(f"staged_{table.name}", *columns, Column("was", schema.Real)), owner)


ACCOUNT_DAYS = _days(schema.account_day, schema.account_day_observation, "account_id")
SITE_DAYS = _days(schema.site_day, schema.site_day_observation, "site_id")

staged_audience = _like("staged_audience", schema.audience, "import_id")

touched_day = _temp(
    "touched_day",  # days of accounts whose rollups have to be computed again
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
)
touched_period = _temp(
    "touched_period",  # weeks or months of accounts that have to be added up again
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("period", Integer, primary_key=True, autoincrement=False),
)
touched_site_week = _temp(
    "touched_site_week",  # weeks of websites that have to be added up again
    *(Column(c.name, c.type, primary_key=True, autoincrement=False) for c in schema.rollup_site_week.primary_key),
)
period_day = _temp(
    "period_day",  # which week or month a day is in
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("period", Integer, nullable=False),
)
scored_anew = _temp(
    "scored_anew",  # posts or messages whose scores are replaced; a post stands under itself
    Column("post_id", schema.Big, primary_key=True, autoincrement=False),
    Column("id", schema.Big, primary_key=True, autoincrement=False),
)
touched_thread = _temp(
    "touched_thread",  # threads whose conversations have to be read again
    Column("post_id", schema.Big, primary_key=True, autoincrement=False),
)
judged = _temp(
    "judged",  # conversations with a new deadline
    *(Column(c.name, c.type, primary_key=True, autoincrement=False) for c in schema.conversation.primary_key),
    *(Column(name, schema.conversation.c[name].type) for name in ("work_s", "due_ts", "bin")),
)


@contextmanager
def workbench(engine: Engine) -> Iterator[Connection]:
    """A connection of its own with the temporary tables; it is closed for good afterwards, and they with it."""
    with engine.connect() as connection:
        connection.detach()
        with connection.begin():
            _temporary.create_all(connection, checkfirst=False)
        yield connection


def fill(connection: Connection, table: Table, frame: pd.DataFrame, progress: bulk.Progress = bulk.silent) -> None:
    """Put the rows of a frame into a temporary table."""
    bulk.write(connection, table, frame, progress)
    know(connection, table)


def know(connection: Connection, table: Table) -> None:
    """Tell the engine how many rows a temporary table has; it would plan joins for quite another number."""
    connection.execute(text(f"ANALYZE {table.name}"))


def same(one: Table, other: Table) -> ColumnElement[bool]:
    """The condition that rows of two tables are about one item (by the key of the second)."""
    return and_(*(one.c[column.name] == column for column in other.primary_key))


def on_touched_day(table: Table) -> ColumnElement[bool]:
    """The condition that rows of a table are of a day of an account that is to be counted again."""
    return and_(table.c.account_id == touched_day.c.account_id, table.c.day == touched_day.c.day)
