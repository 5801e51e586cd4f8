"""A column of the open export: where it comes from, what it means, and how it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import ColumnElement, Select

from metrics.cells import FORMULA_STARTS

Kind = Literal["text", "file_name", "integer", "number", "boolean", "date", "datetime"]
_TYPES: dict[Kind, Any] = {
    "text": pa.string(),
    "file_name": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("s", tz="UTC"),
}
_DANGEROUS = "^([" + "".join(re.escape(start) for start in FORMULA_STARTS) + "])"
DEMO = "Whether the row is made up: it belongs to the demo city."
_FOLDERS = re.compile(r"^[^!]*[/\\]")


@dataclass(frozen=True)
class OpenColumn:
    """A column. `value` is an expression over the store's tables; `missing` says what an empty cell means."""

    name: str
    value: ColumnElement[Any]
    kind: Kind
    meaning: str
    unit: str = ""
    missing: str = ""

    @property
    def type(self) -> str:
        """The type as the dictionary says it: one of those of the Table Schema standard."""
        return "string" if self.kind in ("text", "file_name") else self.kind

    @property
    def field(self) -> Any:
        """The column in Parquet."""
        return pa.field(self.name, _TYPES[self.kind])

    def array(self, values: Sequence[Any]) -> Any:
        """Values as the store keeps them (days and seconds as numbers, flags as 0 and 1) in their own type."""
        if self.kind == "file_name":
            return pa.array([value and _FOLDERS.sub("", value) for value in values], type=pa.string())
        if self.kind == "boolean":
            return pa.array([None if value is None else bool(value) for value in values], type=pa.bool_())
        if self.kind in ("date", "datetime"):
            whole = pa.int32() if self.kind == "date" else pa.int64()
            return pa.array(values, type=whole).cast(_TYPES[self.kind])
        return pa.array(values, type=_TYPES[self.kind])


@dataclass(frozen=True)
class OpenTable:
    """A table: its columns, and the rows that they are taken from (`rows` selects nothing by itself)."""

    name: str
    meaning: str
    columns: tuple[OpenColumn, ...]
    rows: Select[Any]

    @property
    def schema(self) -> Any:
        """The table in Parquet."""
        return pa.schema([column.field for column in self.columns])

    @property
    def query(self) -> Select[Any]:
        """The rows, with the columns in order."""
        return self.rows.with_only_columns(
            *(column.value.label(column.name) for column in self.columns), maintain_column_froms=True
        )


def for_csv(batch: Any) -> Any:
    """A batch of rows as CSV writes it: times in ISO 8601, and no text that a spreadsheet would run.

    >>> batch = pa.record_batch({"text": ["=1+1", "-", "fine", None]})
    >>> for_csv(batch).column("text").to_pylist()
    ["'=1+1", "'-", 'fine', None]
    """
    return pa.record_batch([_cells(column) for column in batch.columns], names=batch.schema.names)


def _cells(column: Any) -> Any:
    if pa.types.is_string(column.type):
        return pc.replace_substring_regex(column, _DANGEROUS, r"'\1", max_replacements=1)
    if pa.types.is_timestamp(column.type):
        return pc.strftime(column, format="%Y-%m-%dT%H:%M:%SZ")
    return column
