"""Many rows at once, in and out: the one place where SQLite and PostgreSQL are spoken to differently."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Integer, Select, Table, UpdateBase
from sqlalchemy.types import TypeEngine

from data.schema import Real

CHUNK = 5_000
_VALUES = 250  # in one statement of SQLite
Progress = Callable[[float], None]


def silent(_: float) -> None:
    """A progress callback for nobody."""


def write(connection: Connection, table: Table, frame: pd.DataFrame, progress: Progress = silent) -> None:
    """Add the rows of a frame to a table, in chunks: by COPY on PostgreSQL, by the bare driver on SQLite.

    The columns of the frame are columns of the table; missing values become NULL. `progress` gets the share done.
    """
    columns = [str(name) for name in frame.columns]
    for start in range(0, len(frame), CHUNK):
        part = frame.iloc[start : start + CHUNK]
        rows = zip(*(_values(part[name]) for name in columns), strict=True)
        if connection.dialect.name == "postgresql":
            _copy(connection, table.name, columns, rows)
        else:
            _insert(connection, table.name, columns, list(rows))
        progress(min(1.0, (start + CHUNK) / len(frame)))


def read(connection: Connection, query: Select[Any]) -> pd.DataFrame:
    """The rows of a query as a frame. Whole numbers are `Int64` (a key would not survive as a float)."""
    rows = connection.execute(query).all()
    columns = list(zip(*rows, strict=True)) or [()] * len(query.selected_columns)
    made = {
        column.key: pd.array(list(values), dtype=_dtype(column.type))
        for column, values in zip(query.selected_columns, columns, strict=True)
    }
    return pd.DataFrame(made)


def changed_rows(connection: Connection, statement: UpdateBase) -> int:
    """Run a statement that changes rows; how many it did."""
    return connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount


def _dtype(kind: TypeEngine[Any]) -> Any:
    if isinstance(kind, Integer):
        return "Int64"
    return "float64" if isinstance(kind, type(Real)) else "str"


def _values(column: "pd.Series[Any]") -> list[Any]:
    """Plain Python values, None where missing."""
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "i":
        return column.tolist()
    missing = column.isna().to_numpy(bool)
    if not missing.any():
        return column.tolist()
    values = column.to_numpy(dtype=object, copy=True)
    values[missing] = None
    return list(values)


def _insert(connection: Connection, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Several rows in one statement cost half of what they cost one by one."""
    cursor = connection.connection.cursor()
    together = max(1, _VALUES // len(columns))
    places = f"({', '.join('?' * len(columns))})"
    into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "  # noqa: S608  names of tables and columns only
    even = len(rows) - len(rows) % together
    groups = [tuple(chain.from_iterable(rows[start : start + together])) for start in range(0, even, together)]
    cursor.executemany(into + ", ".join([places] * together), groups)
    cursor.executemany(into + places, rows[even:])


def _copy(connection: Connection, table: str, columns: list[str], rows: Iterator[tuple[Any, ...]]) -> None:
    driver: Any = connection.connection.dbapi_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
