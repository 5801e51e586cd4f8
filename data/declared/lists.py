"""Saving a list as a whole: rows that stay as they are keep what is known about them."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, tuple_, update

from data.errors import StoreError
from data.texts import one_line
from metrics.words import N_, Message

MOST = 500
"""Rows of a list."""
LONGEST = 500
"""Characters of a text in it."""

Key = tuple[Any, ...]


def save_list(
    connection: Connection,
    table: Table,
    wanted: Mapping[Key, Mapping[str, Any]],
    is_demo: bool,
    among: Collection[ColumnElement[bool]] = (),
) -> None:
    """Make the rows of a table (those `among` which conditions) these: columns by key, in one transaction.

    `is_demo` is said of rows that are new or that change.
    """
    keys = list(table.primary_key)
    stored = {}
    for row in connection.execute(select(table).where(*among)).mappings():
        stored[tuple(row[key.name] for key in keys)] = dict(row)
    for key in stored.keys() - wanted.keys():
        connection.execute(delete(table).where(tuple_(*keys) == key))
    for key, columns in wanted.items():
        values = dict(columns) | {"is_demo": int(is_demo)}
        if key not in stored:
            named = dict(zip((column.name for column in keys), key, strict=True))
            connection.execute(insert(table).values(named | values))
        elif any(stored[key][name] != value for name, value in columns.items()):
            connection.execute(update(table).where(tuple_(*keys) == key).values(values))


def check_size(rows: Collection[Any]) -> None:
    """Stop with a `StoreError` when a list has too many rows."""
    if len(rows) > MOST:
        text = N_("The list has {n} rows. It may have at most {most}.")
        raise StoreError(Message("too_many_rows", text, {"n": len(rows), "most": MOST}))


def clean(text: str) -> str:
    """A text without stray spaces, cut to `LONGEST` characters.

    >>> clean("  Stichting   de Brug ")
    'Stichting de Brug'
    """
    return one_line(text)[:LONGEST].strip()
