"""What all tables share: types, the calendar of a row, the counts of a post."""

from typing import Any

from sqlalchemy import REAL, BigInteger, Column, Double, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from metrics.measures import COUNTS

Big = BigInteger().with_variant(Integer, "sqlite")
Real: TypeEngine[float] = Double().with_variant(REAL, "sqlite")  # REAL is single precision on PostgreSQL
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *parts: SchemaItem, keyed: bool = False) -> Table:
    """A STRICT table; `keyed` stores rows in key order (SQLite's WITHOUT ROWID)."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def calendar() -> list[Column[Any]]:
    """When a row is of: the moment, and its day, weekday, hour and month in the organisation's time zone."""
    return [
        Column("published_ts", Big, nullable=False),  # seconds since 1970, UTC
        Column("precision", Text, nullable=False),  # minute, or day when the hour is unknown
        Column("day", Integer, nullable=False),
        Column("dow", Integer, nullable=False),  # 0 Monday .. 6 Sunday
        Column("hour", Integer),  # NULL when only the day is known
        Column("month", Integer, nullable=False),
    ]


def counts() -> list[Column[Any]]:
    """The counts of a post; NULL where one is missing."""
    return [Column(name, Big) for name in COUNTS]
