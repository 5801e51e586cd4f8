"""Excel in its three shapes, and JSON, as tables of text."""

import datetime as dt
import io

import openpyxl
import pytest

from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.knowledge import Knowledge, no_header
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table

SPREADSHEETML = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Worksheet ss:Name="Key Metrics"><Table>
  <Row><Cell><Data ss:Type="String">id</Data></Cell><Cell><Data>likes</Data></Cell>
   <Cell><Data>shares</Data></Cell></Row>
  <Row ss:Index="4"><Cell><Data ss:Type="Number">1</Data></Cell><Cell ss:Index="3"><Data>7</Data></Cell></Row>
 </Table></Worksheet>
</Workbook>"""


def tables(name: str, data: bytes) -> dict[str, Table]:
    found = dict(open_tables(name, data, Knowledge(no_header)))
    assert all(isinstance(table, Table) for table in found.values())
    return found  # type: ignore[return-value]


def rows_of(table: Table) -> list[list[str]]:
    return [list(row) for row in zip(*(column.to_pylist() for column in table.columns), strict=True)]


def book(*sheets: list[list[object]]) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type]
    for number, rows in enumerate(sheets, start=1):
        sheet = workbook.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def test_cells_of_a_sheet_are_text_as_people_read_it() -> None:
    moment, midnight = dt.datetime(2025, 3, 1, 10, 30), dt.datetime(2025, 3, 1)  # noqa: DTZ001 - Excel has no zones
    found = tables(
        "x.xlsx", book([["id", "n", "t", "d", "b"], [26.0, 0.5, moment, midnight, True], [1e18, 3, "x", "", ""]])
    )
    assert rows_of(found["x.xlsx!Sheet 1"]) == [
        ["26", "0.5", "2025-03-01 10:30:00", "2025-03-01", "1"],
        ["1.00000000000000E+18", "3", "x", "", ""],
    ]


def test_each_filled_sheet_is_a_table_with_its_own_rows() -> None:
    found = tables("x.xlsx", book([["a", "b"], [1, 2]], [], [[], ["note"], ["c", "d"], [3, 4]]))
    assert {name: table.lines.tolist() for name, table in found.items()} == {
        "x.xlsx!Sheet 1": [2],
        "x.xlsx!Sheet 3": [4],
    }


def test_excel_2003_xml_with_gaps() -> None:
    (table,) = tables("x.xls", SPREADSHEETML.encode()).values()
    assert (table.name, table.lines.tolist(), rows_of(table)) == ("x.xls!Key Metrics", [4], [["1", "", "7"]])


def test_entities_in_xml_are_refused() -> None:
    bomb = SPREADSHEETML.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "aaaa">]><Workbook', 1)
    (problem,) = dict(open_tables("x.xls", bomb.encode(), Knowledge(no_header))).values()
    assert isinstance(problem, UnreadableError)
    assert problem.message.code == "damaged_workbook"


POST = '{"id": 12345678901234567890, "counts": {"likes": 3}, "text": "a\\nb", "ok": true, "tags": ["x"]}'


@pytest.mark.parametrize("text", [f"[{POST}]", f'{{"meta": 1, "data": [{POST}]}}', f'{POST}\n{{"id": null}}\n'])
def test_json_becomes_columns(text: str) -> None:
    (table,) = tables("x.json", text.encode()).values()
    assert table.header == ("id", "counts.likes", "text", "ok", "tags")
    assert rows_of(table)[0] == ["12345678901234567890", "3", "a\nb", "1", '["x"]']


def test_half_characters_in_json_do_not_stop_the_file() -> None:
    (table,) = tables("x.json", b'[{"id": 1, "text": "a\\ud800\\u0000b"}]').values()
    assert rows_of(table) == [["1", "a?b"]]
