"""Workbooks whose cells lie so far apart that opening them would end the process."""

import io
import zipfile

import msoffcrypto
import pytest

from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.knowledge import Knowledge, no_header
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from tests.loaders.files.reading.test_workbooks import book

SHEET = "xl/worksheets/sheet1.xml"
PLAIN = book([["id", "likes"], [1, 2]])


def with_sheet_end(row: str) -> bytes:
    return changed({SHEET: lambda xml: xml.replace(b"</sheetData>", row.encode() + b"</sheetData>")})


def changed(changes: dict) -> bytes:  # type: ignore[type-arg]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
    return target.getvalue()


def result(data: bytes) -> str:
    ((_, table),) = open_tables("x.xlsx", data, Knowledge(no_header))
    return table.message.code if isinstance(table, UnreadableError) else "table"


@pytest.mark.parametrize("reference", ["XFD1048576", "ZZZZZZZ99999999999", "zzz999999"])
def test_a_cell_far_away_is_refused_before_memory_is_set_aside(reference: str) -> None:
    row = reference.lstrip("XFDZz")
    assert result(with_sheet_end(f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>')) == "vast_sheet"


def test_a_sheet_that_only_says_it_is_vast_is_read() -> None:
    data = changed({SHEET: lambda xml: xml.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')})
    assert data != PLAIN
    assert result(data) == "table"


def test_a_cell_that_is_no_number_though_it_says_so_is_empty() -> None:
    data = changed({SHEET: lambda xml: xml.replace(b"<v>1</v>", b"<v>NaN</v>")})
    ((_, table),) = open_tables("x.xlsx", data, Knowledge(no_header))
    assert isinstance(table, Table)
    assert [table.text(0)[0], table.text(1)[0]] == ["", "2"]


def test_a_binary_workbook_is_refused_and_printer_settings_are_not() -> None:
    for member, expected in (("xl/workbook.bin", "binary_workbook"), ("xl/printerSettings/p1.bin", "table")):
        target = io.BytesIO(PLAIN)
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr(member, b"\x00")
        assert result(target.getvalue()) == expected


def test_damage_inside_an_encrypted_workbook_is_said() -> None:
    target = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(PLAIN)).encrypt("geheim", target)
    assert result(target.getvalue().replace(b"<keyData", b"<<eyData")) == "damaged_workbook"


def test_places_in_old_excel_xml_that_are_no_numbers_are_ignored() -> None:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    rows = "".join(f'<Row ss:Index="x"><Cell ss:Index="99999999999999"><Data>{i}</Data></Cell></Row>' for i in range(2))
    sheet = f"<Worksheet><Table>{rows}</Table></Worksheet>"
    xml = f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}">{sheet}</Workbook>'
    ((_, table),) = open_tables("x.xls", xml.encode(), Knowledge(no_header))
    assert isinstance(table, Table)
