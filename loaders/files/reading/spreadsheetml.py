"""Excel 2003 XML ("SpreadsheetML"), often named `.xls`: text markup that spreadsheet readers refuse."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from loaders.files.reading.build import Record
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.limits import COLUMNS
from metrics.words import N_, Message

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def sheets(data: bytes) -> list[tuple[str, Iterator[Record]]]:
    """Each sheet's name and rows. Skipped rows and cells (`ss:Index`) come out as gaps of the right size."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        text = N_("This Excel file is damaged and cannot be opened. Export it again.")
        raise UnreadableError(Message("damaged_workbook", text)) from error
    return [(sheet.get(f"{_SS}Name") or "", _rows(sheet)) for sheet in root.iter(f"{_SS}Worksheet")]


def _rows(sheet: Element) -> Iterator[Record]:
    line = width = 0
    for row in sheet.iter(f"{_SS}Row"):
        line = _index(row, line + 1)
        cells: list[str] = []
        for cell in row.iter(f"{_SS}Cell"):
            place = min(_index(cell, len(cells) + 1), COLUMNS)
            cells += [""] * (place - 1 - len(cells))
            value = cell.find(f"{_SS}Data")
            cells.append("" if value is None else "".join(value.itertext()))
        width = max(width, len(cells))  # empty cells at the end of a row are not written
        yield line, cells + [""] * (width - len(cells))


def _index(element: Element, following: int) -> int:
    """Where a row or cell stands: the place it states, or the one after the last."""
    stated = element.get(f"{_SS}Index") or ""
    return int(stated) if stated.isdecimal() and len(stated) < 10 else following
