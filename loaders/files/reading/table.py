"""A table of text, column by column, that still knows the line each row stood on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Aliases, clean, normalise, resolve
from loaders.files.reading.limits import CELL_CHARACTERS, COLUMNS
from loaders.records import Rejection, Warning_
from metrics.words import N_, Message

Record = tuple[int, Sequence[str]]
"""A row and the line it starts on."""

_CHUNK = 2_000
_TEXT = pa.string()


@dataclass(frozen=True)
class Table:
    """One table of a file. Cells are text; a missing cell is "".

    `name` is the file with its zip member and sheet after `!`; `file_name` is the export's own file name, which
    often holds the account. `short` marks rows that had fewer cells than the header. `rejected` are rows that
    could not be read as rows at all; they are in no column.
    """

    name: str
    file_name: str
    header: tuple[str, ...]
    columns: tuple[Any, ...]  # pyarrow chunked arrays of text
    lines: NDArray[np.int64]
    short: NDArray[np.bool_]
    rejected: tuple[Rejection, ...] = ()
    warnings: tuple[Warning_, ...] = ()

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The header in the form that names are compared in."""
        return tuple(map(normalise, self.header))

    def places(self, aliases: Aliases) -> dict[str, list[int]]:
        """Where each of our columns stands (`headers.resolve`)."""
        return resolve(self.keys, aliases)

    def text(self, position: int | None) -> "pd.Series[str]":
        """One column as trimmed text; an absent column is empty text in each row."""
        if position is None:
            return pd.Series([""] * len(self), dtype="str")
        trimmed = pc.utf8_trim_whitespace(self.columns[position])
        return pd.Series(pd.array(trimmed, dtype="str"))

    def first_rows(self, n: int) -> pd.DataFrame:
        """The first rows as a frame, for previews; equal header names get a number."""
        names, seen = [], dict[str, int]()
        for name in self.header:
            seen[name] = seen.get(name, 0) + 1
            names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
        cells = {name: column.slice(0, n).to_pylist() for name, column in zip(names, self.columns, strict=True)}
        return pd.DataFrame(cells, dtype="str")

    def without(self, drop: NDArray[np.bool_]) -> "Table":
        """The table without some rows, which then count as never read (totals, footers)."""
        if not drop.any():
            return self
        keep = pa.array(~drop)
        columns = tuple(column.filter(keep) for column in self.columns)
        return Table(
            self.name,
            self.file_name,
            self.header,
            columns,
            self.lines[~drop],
            self.short[~drop],
            self.rejected,
            self.warnings,
        )


def build(
    name: str,
    file_name: str,
    header: Sequence[str],
    records: Iterable[Record],
    warnings: Iterable[Warning_] = (),
    cut_off: bool = False,
) -> Table:
    """A table from its records, read in slices so that memory stays near the size of the file.

    Empty rows are dropped. Rows with too few cells are kept and marked (real exports have them at the end); the
    formats decide whether the rest of the row holds. Rows with too many cells, or with an oversized cell, are
    rejected. `cut_off`: the file does not end at the end of a line, so a short last row is half a row.
    """
    while header and not header[-1]:
        header = header[:-1]
    if len(header) > COLUMNS:
        raise UnreadableError(
            Message(
                "too_wide",
                N_("This table has {n} columns; at most {limit} can be read."),
                {"n": len(header), "limit": COLUMNS},
            )
        )
    width = len(header)
    chunks: list[list[Any]] = [[] for _ in header]
    lines: list[int] = []
    short: list[bool] = []
    rejected: list[Rejection] = []
    source = iter(records)
    while chunk := list(islice(source, _CHUNK)):
        kept = list(_fit(chunk, width, rejected))
        if not kept:
            continue
        start = len(lines)
        lines += [line for line, _, _ in kept]
        short += [few for _, _, few in kept]
        columns = [pa.array(cells, type=_TEXT) for cells in zip(*(row for _, row, _ in kept), strict=True)]
        oversized = _oversized(columns, lines[start:], header, rejected)
        if oversized.any():
            columns = [column.filter(pa.array(~oversized)) for column in columns]
            lines[start:] = np.asarray(lines[start:])[~oversized].tolist()
            short[start:] = np.asarray(short[start:])[~oversized].tolist()
        for parts, column in zip(chunks, columns, strict=True):
            parts.append(column)
    table = Table(
        name,
        file_name,
        tuple(map(clean, header)),
        tuple(pa.chunked_array(parts, type=_TEXT) for parts in chunks),
        np.asarray(lines, dtype=np.int64),
        np.asarray(short, dtype=np.bool_),
        tuple(rejected),
        tuple(warnings),
    )
    if cut_off and short and short[-1]:
        table = _reject_last(table)
    if not len(table) and not table.rejected:
        raise UnreadableError(
            Message(
                "header_only", N_("This file has a header but no rows. Choose a period with posts and export it again.")
            )
        )
    return table


def _fit(chunk: Iterable[Record], width: int, rejected: list[Rejection]) -> Iterator[tuple[int, Sequence[str], bool]]:
    """Rows as wide as the header, each with whether cells had to be added."""
    for line, row in chunk:
        if not row or not (row[0] or any(row)):
            continue
        if len(row) == width:
            yield line, row, False
        elif len(row) < width:
            yield line, [*row, *[""] * (width - len(row))], True
        elif any(cell.strip() for cell in row[width:]):
            rejected.append(Rejection(line, None, _too_many(len(row), width)))
        else:
            yield line, row[:width], False


def _oversized(
    columns: Sequence[Any], lines: Sequence[int], header: Sequence[str], rejected: list[Rejection]
) -> NDArray[np.bool_]:
    """Which rows hold a cell above the limit; each is rejected with its column."""
    found = np.zeros(len(lines), dtype=np.bool_)
    for name, column in zip(header, columns, strict=True):
        if column.nbytes <= CELL_CHARACTERS:
            continue
        long = np.asarray(pc.greater(pc.utf8_length(column), CELL_CHARACTERS)) & ~found
        for i in np.flatnonzero(long).tolist():
            values = {"n": len(column[i].as_py()), "limit": CELL_CHARACTERS}
            text = N_("This cell holds {n} characters; at most {limit} can be read.")
            rejected.append(Rejection(lines[i], clean(name), Message("cell_too_long", text, values)))
        found |= long
    return found


def _too_many(cells: int, width: int) -> Message:
    return Message(
        "too_many_cells",
        N_("This row has {cells} cells, the header has {width}: a separator inside a text is not quoted."),
        {"cells": cells, "width": width},
    )


def _reject_last(table: Table) -> Table:
    line = int(table.lines[-1])
    last = np.zeros(len(table), dtype=np.bool_)
    last[-1] = True
    text = N_("The file stops in the middle of this row: the download was cut off or a quotation mark is not closed.")
    shorter = table.without(last)
    return Table(
        shorter.name,
        shorter.file_name,
        shorter.header,
        shorter.columns,
        shorter.lines,
        shorter.short,
        (*shorter.rejected, Rejection(line, None, Message("cut_off", text))),
        shorter.warnings,
    )
