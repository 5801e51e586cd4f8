"""How far the cells of a workbook reach: its reader sets memory aside for all of them, empty ones too."""

import re
import zipfile
from collections.abc import Iterable

from loaders.files.reading.archives import blocks
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.limits import SHEET_CELLS
from metrics.words import N_, Message

_COLUMNS = re.compile(rb"\sr=[\"']([A-Za-z]+)\d")
_ROWS = re.compile(rb"\sr=[\"'][A-Za-z]*(\d+)[\"']")
_OVERLAP = 64  # bytes; a reference may lie across two blocks


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
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    tail = b""
    for block in blocks(archive, info):
        part = tail + block
        columns.update(_COLUMNS.findall(part))
        rows.update(_ROWS.findall(part))
        tail = part[-_OVERLAP:]
    return max(map(_number, columns), default=1) * max((int(row[:12]) for row in rows), default=1)


def _number(letters: Iterable[int]) -> int:
    """The number of a column.

    >>> _number(b"A"), _number(b"aa")
    (1, 27)
    """
    number = 0
    for letter in bytes(letters).upper()[:8]:
        number = number * 26 + letter - 64
    return number
