"""One statement in, one typed frame out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Engine, Select, Text, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from data.queries.windows import NAMES, first_of


def read(engine: Engine, statement: Select[Any], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """Run one statement; the frame has the columns of `dtypes`, in that order and of those types, also when empty.

    NULL becomes NaN, so a column of numbers that may be missing must be asked for as `float64`. Texts that all differ
    are better off as `object`.
    """
    with engine.connect() as connection:
        return read_on(connection, statement, dtypes)


def read_on(connection: Connection, statement: Select[Any], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The same on a connection that is open."""
    result = connection.execute(statement)
    names = list(result.keys())
    rows = result.cursor.fetchall()  # as the driver gives them: making objects of tens of thousands takes long
    result.close()
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return pd.DataFrame({name: _array(columns[name], dtype) for name, dtype in dtypes.items()})


def joined(numbers: ColumnElement[int]) -> FunctionElement[str]:
    """All values of a group as one text, for `split` to take apart: much faster than handing over a row for each.

    Several such texts in one row list the rows of the group in the same order, because one pass makes them.
    """
    return func.aggregate_strings(_Written(numbers), ",")


class _Written(FunctionElement[str]):
    """A number as a text; SQLite joins numbers as they are, a tenth faster than when it is told to write each."""

    type = Text()
    inherit_cache = True


@compiles(_Written)
def _cast(written: _Written, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST({compiler.process(written.clauses, **options)} AS TEXT)"


@compiles(_Written, "sqlite")
def _bare(written: _Written, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(written.clauses, **options)


def split(texts: "pd.Series[str]") -> NDArray[np.int64]:
    """The numbers of all texts of a `joined` column, one after another.

    >>> split(pd.Series(["1,2", "3"])).tolist()
    [1, 2, 3]
    """
    return np.fromstring(",".join(texts.tolist()), dtype=np.int64, sep=",")


def lengths(texts: "pd.Series[str]") -> NDArray[np.int64]:
    """How many numbers each text holds.

    >>> lengths(pd.Series(["1,2", "3"])).tolist()
    [2, 1]
    """
    return np.array([text.count(",") + 1 for text in texts.tolist()], dtype=np.int64)


def unfolded(days: pd.DataFrame, names: Iterable[str], key: str = "day") -> dict[str, NDArray[np.int64]]:
    """The rows that a frame of `joined` columns holds: its `key` once for each, and the numbers of these columns.

    >>> {name: column.tolist() for name, column in unfolded(pd.DataFrame({"day": [9], "n": ["1,2"]}), ["n"]).items()}
    {'day': [9, 9], 'n': [1, 2]}
    """
    found = {name: split(days[name]) for name in names}
    first = days[next(iter(found))]
    return {key: np.repeat(days[key].to_numpy(), lengths(first)), **found}


def empty(dtypes: Mapping[str, str]) -> pd.DataFrame:
    """A frame of these columns and types without rows."""
    return pd.DataFrame({name: _array((), dtype) for name, dtype in dtypes.items()})


def repeated(text: str, times: int) -> pd.api.extensions.ExtensionArray:
    """A column that holds one text."""
    return pd.array([text], dtype="str").take(np.zeros(times, dtype=np.int64))


def named(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with "current" and "previous" for the numbers that the statement labelled its windows with."""
    names = tuple(NAMES.get(label) for label in frame["period"])
    return frame.assign(period=_array(names, "str"))


def first_days(months: NDArray[np.int64]) -> NDArray[np.int64]:
    """The first day of each month, for the numbers that the store counts months by.

    >>> first_days(np.array([202609])).tolist()
    [20697]
    """
    place, found = pd.factorize(months)
    return np.array([first_of(int(month)) for month in found], dtype=np.int64)[place]


def _array(values: Sequence[object], dtype: str) -> "np.ndarray | pd.api.extensions.ExtensionArray":
    """Numbers go to numpy at once; a text is stored once and taken often, because few differ."""
    if dtype != "str":
        return np.array(values, dtype=dtype)
    codes, distinct = pd.factorize(np.array(values, dtype=object))
    return pd.array(distinct, dtype="str").take(codes, allow_fill=True)
