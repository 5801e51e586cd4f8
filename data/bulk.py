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


def write(
    connection: Connection,
    table: Table,
    frame: pd.DataFrame,
    progress: Progress = silent,
    fixed: tuple[tuple[str, Any], ...] = (),
) -> None:
    """Add the rows of a frame to a table, in chunks: by COPY on PostgreSQL, by the bare driver on SQLite.

    The columns of the frame are columns of the table; missing values become NULL. `fixed` names columns that have
    one value in all rows. `progress` gets the share done.
    """
    columns = [*(name for name, _ in fixed), *map(str, frame.columns)]
    values = tuple(value for _, value in fixed)
    put = _copy if connection.dialect.name == "postgresql" else _insert
    for start in range(0, len(frame), CHUNK):
        put(connection, table.name, columns, values, frame.iloc[start : start + CHUNK])
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


def _insert(connection: Connection, table: str, columns: list[str], fixed: tuple[Any, ...], part: pd.DataFrame) -> None:
    """Several rows in one statement cost half of what they cost one by one."""
    cursor = connection.connection.cursor()
    same = [f"?{number}" for number in range(1, len(fixed) + 1)]
    row = f"({', '.join([*same, *'?' * len(part.columns)])})"
    into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "  # noqa: S608  names of tables and columns only
    together = max(1, _VALUES // len(part.columns))
    even = len(part) - len(part) % together
    for rows, size in ((part[:even], together), (part[even:], 1)):
        cursor.executemany(into + ", ".join([row] * size), [[*fixed, *values] for values in _groups(rows, size)])


def _groups(part: pd.DataFrame, size: int) -> list[list[Any]]:
    """The values of every `size` rows after each other, in one list."""
    if all(dtype == np.int64 for dtype in part.dtypes):
        flat: list[list[Any]] = part.to_numpy().reshape(-1, size * len(part.columns)).tolist()
        return flat
    rows = list(_rows(part))
    return [list(chain.from_iterable(rows[start : start + size])) for start in range(0, len(rows), size)]


def _copy(connection: Connection, table: str, columns: list[str], fixed: tuple[Any, ...], part: pd.DataFrame) -> None:
    driver: Any = connection.connection.dbapi_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in _rows(part):
            copy.write_row(fixed + row)


def _rows(part: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    return zip(*(_values(part[name]) for name in part.columns), strict=True)


def _values(column: "pd.Series[Any]") -> list[Any]:
    """Plain Python values, None where missing."""
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "i":
        return column.tolist()
    values = column.to_numpy(dtype=object, copy=True)
    values[column.isna().to_numpy(bool)] = None
    return list(values)
