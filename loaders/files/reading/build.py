"""Rows of any reader to a `Table`: in slices, and with a reason for each row that does not fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Header, clean, normalise
from loaders.files.reading.limits import CELL_CHARACTERS, COLUMNS
from loaders.files.reading.table import Table
from loaders.records import FileWarning, Rejection
from metrics.words import N_, Message

pa.set_memory_pool(pa.system_memory_pool())  # Arrow's own keeps what slices gave back: a large file costs a fifth more

Record = tuple[int, Sequence[str]]
"""A row and the line it starts on."""

_ROWS = 2_000  # of one slice
_TEXT = pa.string()
_FOOTER = re.compile(r"\D+ \d+ \D+$")  # Showing top 500 results
_NONE = np.array([], dtype=np.int64)

GRAND_TOTALS = frozenset(
    {
        "grand total",
        "reserved_total",
        "eindtotaal",
        "gesamtsumme",
        "total général",
        "total general",
        "total geral",
        "totale complessivo",
    }
)
"""What a row of totals is called, normalised; Google Analytics writes it in a cell of its own behind the others."""


@dataclass(frozen=True)
class End:
    """How a text file ends: in the middle of a line, or (line ends aside) with a quotation mark."""

    mid_line: bool
    quoted: bool


def build(
    name: str,
    file_name: str,
    header: Sequence[str],
    records: Iterable[Record],
    warnings: Iterable[FileWarning] = (),
    above: Iterable[str] = (),
    sheet: str = "",
) -> Table:
    """A table from its records, read in slices so that memory stays near the size of the file.

    Empty rows and repeated headers (of exports pasted together) are dropped. Rows with too few cells are kept and
    marked (real exports have them at the end); the formats decide whether the rest of the row holds. Rows with too
    many cells, or with an oversized cell, are rejected. Raises `UnreadableError` when there are no rows.
    """
    header = header[: max((i for i, name in enumerate(header, start=1) if name), default=0)]
    if not header:
        raise no_rows()
    if len(header) > COLUMNS:
        text = N_("This table has {n} columns; at most {limit} can be read.")
        raise UnreadableError(Message("too_wide", text, {"n": len(header), "limit": COLUMNS}))
    rejected: list[Rejection] = []
    slices = list(_slices(header, iter(records), rejected))
    table = Table(
        name,
        file_name,
        tuple(map(clean, header)),
        tuple(pa.chunked_array([part.columns[i] for part in slices], type=_TEXT) for i in range(len(header))),
        np.concatenate([_NONE, *(part.lines for part in slices)]),
        np.concatenate([_NONE, *(part.lacking for part in slices)]),
        tuple(rejected),
        tuple(warnings),
        tuple(above),
        sheet,
    )
    if not len(table) and not table.rejected:
        raise no_rows(table.keys)
    return table


def no_rows(header: Header | None = None) -> UnreadableError:
    """The refusal of a table without rows, with the remedy."""
    text = N_("This file has a header but no rows. Choose a period with posts and export it again.")
    return UnreadableError(Message("header_only", text), header)


def checked_end(table: Table, end: End) -> Table:
    """The last table of a text file, without its last row when the file stops in the middle of it."""
    return _reject_last(table) if len(table) and _is_half(table, end) else table


@dataclass(frozen=True)
class _Slice:
    """Some rows, column by column."""

    columns: Sequence[Any]
    lines: NDArray[np.int64]
    lacking: NDArray[np.int64]


def _slices(header: Sequence[str], records: Iterator[Record], rejected: list[Rejection]) -> Iterator[_Slice]:
    while chunk := list(islice(records, _ROWS)):
        kept = list(_fit(chunk, header, rejected))
        if not kept:
            continue
        columns = [pa.array(cells, type=_TEXT) for cells in zip(*(row for _, row, _ in kept), strict=True)]
        lines, lacking = (np.array([row[i] for row in kept], dtype=np.int64) for i in (0, 2))
        small = ~_oversized(columns, lines, header, rejected)
        if not small.all():
            columns = [column.filter(pa.array(small)) for column in columns]
        yield _Slice(columns, lines[small], lacking[small])


def _fit(
    chunk: Iterable[Record], header: Sequence[str], rejected: list[Rejection]
) -> Iterator[tuple[int, Sequence[str], int]]:
    """Rows as wide as the header, each with how many cells were added; a repeated header is no row."""
    header, width = list(header), len(header)
    for line, row in chunk:
        if not row or not (row[0] or any(row)) or _repeats(row, header):
            continue
        if len(row) == width:
            yield line, row, 0
        elif len(row) < width:
            yield line, [*row, *[""] * (width - len(row))], width - len(row)
        elif len(row) == width + 1 and normalise(row[width]) in GRAND_TOTALS:
            continue
        elif any(cell.strip() for cell in row[width:]):
            rejected.append(Rejection(line, None, _too_many(len(row), width)))
        else:
            yield line, row[:width], 0


def _repeats(row: Sequence[str], header: list[str]) -> bool:
    """Whether a row is the header once more; that of a file pasted below brings its byte order mark along."""
    if row[0].startswith("\ufeff"):  # in front of a quotation mark, which then is no quotation
        row = [row[0].strip('\ufeff"'), *row[1:]]
        header = [header[0].strip('\ufeff"'), *header[1:]]
    return row[0] == header[0] and list(row) == header


def _oversized(
    columns: Sequence[Any], lines: NDArray[np.int64], header: Sequence[str], rejected: list[Rejection]
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
            rejected.append(Rejection(int(lines[i]), clean(name), Message("cell_too_long", text, values)))
        found |= long
    return found


def _too_many(cells: int, width: int) -> Message:
    return Message(
        "too_many_cells",
        N_(
            "This row has {cells} cells, the header has {width}: "
            "a separator or quotation mark inside a text is not quoted."
        ),
        {"cells": cells, "width": width},
    )


def _is_half(table: Table, end: End) -> bool:
    """Whether the last row was cut off (it alone is short), or swallowed the rest behind an open quotation mark.

    A single cell with a sentence about a number of rows is a footer, and whole.
    """
    lacking = table.lacking[-2:].tolist()
    cut_off = end.mid_line and lacking[-1] > 0 and (len(lacking) == 1 or lacking[0] != lacking[1])
    last_cell = table.columns[len(table.columns) - 1 - lacking[-1]][-1].as_py()
    if lacking[-1] == len(table.columns) - 1 and _FOOTER.match(last_cell):
        return False
    return cut_off or (last_cell.endswith(("\n", "\r")) and not end.quoted)


def _reject_last(table: Table) -> Table:
    line = int(table.lines[-1])
    last = np.zeros(len(table), dtype=np.bool_)
    last[-1] = True
    text = N_("The file stops in the middle of this row: the download was cut off or a quotation mark is not closed.")
    shorter = table.without(last)
    return replace(shorter, rejected=(*shorter.rejected, Rejection(line, None, Message("cut_off", text))))
