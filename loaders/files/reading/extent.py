"""How far the cells of a workbook reach: its reader sets memory aside for all of them, empty ones too."""

import zipfile

import numpy as np
from numpy.typing import NDArray

from loaders.files.reading.archives import blocks
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.limits import SHEET_CELLS
from metrics.words import N_, Message

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]

_OVERLAP = 64  # bytes; a reference may lie across two blocks
_LETTERS, _DIGITS = 8, 12  # of a reference; the last column is XFD, the last row 1048576
_SPACES = np.isin(np.arange(256), list(b" \t\r\n"))
_QUOTES = np.isin(np.arange(256), list(b"\"'"))


def refuse_vast(archive: zipfile.ZipFile) -> None:
    """`UnreadableError` when one cell far away makes a sheet too large for memory, which would stop the process."""
    for info in archive.infolist():
        name = info.filename
        if name == "xl/workbook.bin":
            text = N_("This Excel file is in the binary form. Open it, save it as .xlsx, and load that.")
            raise UnreadableError(Message("binary_workbook", text))
        is_part = name.startswith("xl/") and name.endswith(".xml") and not name.endswith("sharedStrings.xml")
        if is_part and _cells(archive, info) > SHEET_CELLS:
            text = N_(
                "A sheet of this file reaches far beyond the rows and columns of an export. "
                "Copy its rows into a new file, and load that."
            )
            raise UnreadableError(Message("vast_sheet", text))


def _cells(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    columns = rows = 1
    tail = b""
    for block in blocks(archive, info):
        column, row = furthest(tail + block)
        columns, rows = max(columns, column), max(rows, row)
        tail = block[-_OVERLAP:]
    return columns * rows


def furthest(part: bytes) -> tuple[int, int]:
    """The number of the last column and of the last row that a piece of a sheet's XML refers to (`r="AB12"`).

    All references at once: one by one they would take longer than reading the sheet.

    >>> furthest(b'<row r="7"><c r="B7"/><c r="aa7"/></row><c ref="ZZ9"/>')
    (27, 7)
    """
    text = np.frombuffer(part + bytes(_LETTERS + _DIGITS + 4), dtype=np.uint8)
    at = np.flatnonzero(text[1 : len(part)] == ord("r")) + 1
    at = at[_SPACES[text[at - 1]] & (text[at + 1] == ord("=")) & _QUOTES[text[at + 2]]] + 3
    column, at = _number(text, at, _LETTERS, 26, ord("a") - 1, 0x20)
    row, _ = _number(text, at, _DIGITS, 10, ord("0"), 0)
    return int(column.max(initial=1)), int(row.max(initial=1))


def _number(text: Bytes, at: Places, most: int, base: int, zero: int, lower: int) -> tuple[Places, Places]:
    """The number written from each place on, and the places behind it; `lower` is the bit that makes letters small."""
    value, open_ = np.zeros(len(at), dtype=np.int64), np.ones(len(at), dtype=np.bool_)
    for _ in range(most):
        figure = (text[at] | lower).astype(np.int64) - zero
        open_ &= (figure >= (1 if lower else 0)) & (figure <= (26 if lower else 9))
        if not open_.any():
            break
        value = np.where(open_, value * base + figure, value)
        at = at + open_
    return value, at
