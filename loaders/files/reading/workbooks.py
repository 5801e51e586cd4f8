"""Excel files of any age (and OpenDocument): each sheet as rows of text."""

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import isnan

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from loaders.files.reading.build import Record
from loaders.files.reading.errors import UnreadableError
from metrics.words import N_, Message

_EXACT = 10**15
"""Excel keeps 15 digits. A larger number lost some: it is shown as 1.23E+18, which ids are checked for."""


def sheets(data: bytes) -> Iterator[tuple[str, Iterator[Record]]]:
    """Each sheet's name and rows. Raises `UnreadableError` for a password and for anything that is no workbook."""
    _refuse_password(data)
    with _refusing():
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        with _refusing():
            sheet = book.get_sheet_by_name(name)
        yield name, _rows(sheet)


@contextmanager
def _refusing() -> Iterator[None]:
    """`UnreadableError` for whatever the reader raises; a file that is damaged in its middle makes it panic."""
    try:
        yield
    except PasswordError as error:
        raise _password() from error
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged() from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; it is no `Exception` and cannot be imported
            raise
        raise _damaged() from error


def _rows(sheet: CalamineSheet) -> Iterator[Record]:
    if sheet.start is None:
        return
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield number, [cell if type(cell) is str else cell_text(cell) for cell in row]


@lru_cache(maxsize=100_000, typed=True)
def cell_text(cell: object) -> str:
    """A cell as people read it: whole numbers without `.0`, dates as ISO, no invented digits.

    >>> cell_text(26.0), cell_text(0.0769), cell_text(1476946213748543488.0), cell_text(dt.date(2025, 3, 1))
    ('26', '0.0769', '1.47694621374854E+18', '2025-03-01')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float | int):
        if isnan(cell):  # a damaged cell; no program writes one
            return ""
        if abs(cell) >= _EXACT:
            return f"{cell:.14E}"
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ") if cell.time() != dt.time.min else cell.date().isoformat()
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _refuse_password(data: bytes) -> None:
    """An encrypted workbook of either age looks like an old one with an unknown content."""
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return
    import msoffcrypto  # slow import

    try:
        encrypted = msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted()
    except Exception as error:  # a damaged file makes it raise anything, of its XML parser too
        raise _damaged() from error
    if encrypted:
        raise _password()


def _password() -> UnreadableError:
    text = N_("This file has a password. Open it, save it without a password, and load it again.")
    return UnreadableError(Message("password", text))


def _damaged() -> UnreadableError:
    text = N_("This Excel file is damaged and cannot be opened. Export it again.")
    return UnreadableError(Message("damaged_workbook", text))
