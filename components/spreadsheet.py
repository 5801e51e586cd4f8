"""A table as an Excel file: it says what it is, its columns have room, days are days, and no cell runs anything."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from metrics.cells import safe_cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Preamble = Sequence[tuple[str, str]]
_NARROW, _WIDE = 10, 60
_NAME = 31  # characters of the name of a sheet
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def as_xlsx(preamble: Preamble, sheets: Sequence[tuple[str, pd.DataFrame]]) -> bytes:
    """An Excel file with a sheet for each named table, under lines that say what it is.

    Cells are texts, numbers and days; None is an empty cell. The header stays in view and has filters.
    """
    import xlsxwriter  # slow import, and needed by few

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "text_wrap": True, "valign": "top"})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        for name, table in sheets:
            sheet = book.add_worksheet(name.translate(_FORBIDDEN)[:_NAME])
            for line, (what, value) in enumerate(preamble):
                sheet.write_string(line, 0, _text(what), bold)
                sheet.write_string(line, 1, _text(value))
            first = len(preamble) + 1
            for place, column in enumerate(table.columns):
                sheet.write_string(first, place, _text(str(column)), head)
                sheet.set_column(place, place, _width(str(column), table.iloc[:, place]))
            for line, row in enumerate(table.itertuples(index=False, name=None), start=first + 1):
                for place, value in enumerate(row):
                    _write(sheet, line, place, value, text, day)
            sheet.freeze_panes(first + 1, 0)
            if len(table.columns):
                sheet.autofilter(first, 0, first + len(table), len(table.columns) - 1)
    return content.getvalue()


def _write(sheet: "Worksheet", line: int, place: int, value: object, text: "Format", day: "Format") -> None:
    if isinstance(value, date):
        sheet.write_datetime(line, place, value, day)
    elif isinstance(value, int | float) and value == value:
        sheet.write_number(line, place, value, text)
    elif written := _text(value):
        sheet.write_string(line, place, written, text)


def _text(value: object) -> str:
    """A text that stays one, also when the file is saved as CSV and opened again."""
    return str(safe_cell(value))


def _width(column: str, cells: Iterable[object]) -> int:
    """Room for the longest cell, within bounds; longer texts are wrapped."""
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(_NARROW, min(_WIDE, max(longest, len(column)) + 2))
