"""A template as a file to fill in: CSV for any program, or Excel with explained and protected columns."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from loaders.templates.definition import Column, Template

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Rows = Iterable[Mapping[str, str]]
_DELIMITERS = {"nl": ";"}  # what a spreadsheet in that language takes for the next column
_LAST_ROW = 1_048_575
_NOTE_WIDTH = 260


def as_csv(template: Template, language: str = "en", rows: Rows | None = None) -> bytes:
    """The template as CSV with its example, or with these rows (by our names of the columns) instead."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_DELIMITERS.get(language, ","), lineterminator="\r\n")
    writer.writerow(template.header(language))
    for row in template.rows(language) if rows is None else rows:
        writer.writerow([row.get(column.name, "") for column in template.columns])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(
    template: Template,
    language: str = "en",
    rows: Rows | None = None,
    translate: Callable[[str], str] = str,
) -> bytes:
    """The template as an Excel file. Each header has a note with what it means, put in the reader's language.

    Columns of ids, dates and texts are text, so that Excel changes nothing in them.
    """
    import xlsxwriter  # slow import, and needed by few

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        text, count = book.add_format({"num_format": "@"}), book.add_format({"num_format": "0"})
        needed = book.add_format({"bold": True, "bg_color": "#DCE6F1", "num_format": "@"})
        optional = book.add_format({"bg_color": "#F2F2F2", "num_format": "@"})
        sheet = book.add_worksheet(template.name)
        sheet.freeze_panes(1, 0)
        for place, (column, header) in enumerate(zip(template.columns, template.header(language), strict=True)):
            sheet.set_column(place, place, _width(column, header), count if column.form == "count" else text)
            sheet.write_string(0, place, header, needed if column.needed else optional)
            sheet.write_comment(0, place, translate(column.meaning), {"x_scale": 2, "width": _NOTE_WIDTH})
            if column.choices:
                choose = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
                sheet.data_validation(1, place, _LAST_ROW, place, choose)
        for line, row in enumerate(template.rows(language) if rows is None else rows, start=1):
            for place, column in enumerate(template.columns):
                _write(sheet, line, place, row.get(column.name, ""), column)
    return content.getvalue()


def _write(sheet: "Worksheet", line: int, place: int, cell: str, column: Column) -> None:
    if not cell:
        return
    if column.form == "count" and cell.lstrip("-").isdecimal():
        sheet.write_number(line, place, int(cell))
    else:
        sheet.write_string(line, place, cell)


def _width(column: Column, header: str) -> int:
    return 48 if column.name == "text" else max(12, len(header) + 3)
