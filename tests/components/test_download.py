"""CSV files: they open in Excel, say what they are, and run nothing."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.download import as_csv
from components.source import Source
from metrics.cells import safe_cell
from metrics.definitions import definitions_version
from metrics.periods import Period, to_day

SOURCE = Source(
    "Example City",
    Period(to_day(date(2026, 6, 29)), to_day(date(2026, 9, 27))),
    ("=cmd()",),
    ("X",),
    accounts=3,
    covered=2,
)


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_that_would_start_a_formula_is_defused(start: str) -> None:
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize(("value", "cell"), [(-3.5, -3.5), (0, 0), (None, ""), (float("nan"), ""), (pd.NA, "")])
def test_numbers_stay_numbers_and_nothing_stays_empty(value: object, cell: object) -> None:
    assert safe_cell(value) == cell


def test_the_file_says_what_it_is() -> None:
    found = rows(as_csv(pd.DataFrame({"Department": ["Parks"], "Value": [4.0]}), SOURCE, "Comments per post"))
    said = {row[0]: row[1] for row in found if len(row) == 2}
    assert said["Title"] == "Comments per post"
    assert (said["First day"], said["Last day"]) == ("2026-06-29", "2026-09-27")
    assert said["Departments"] == "'=cmd()"
    assert said["Platforms"] == "X"
    assert said["Accounts with data"] == "2 / 3"
    assert said["Version of the definitions"] == definitions_version()
    assert said["Made at"].endswith("Z")
    assert "DEMO" not in said
    assert found[-2:] == [["Department", "Value"], ["Parks", "4.0"]]


def test_the_demo_says_so_first() -> None:
    source = Source("", SOURCE.period, demo=True)
    assert rows(as_csv(pd.DataFrame({"a": [1]}), source, "t"))[0][0] == "DEMO"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=5))
def test_no_cell_starts_a_formula_and_none_is_lost(cells: list[list[str]]) -> None:
    content = as_csv(pd.DataFrame(cells, columns=["a", "b"], dtype=object), SOURCE, "t").decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(content, newline="")))
    table = found[found.index(["a", "b"]) + 1 :]
    assert [[cell.removeprefix("'") for cell in row] for row in table] == [
        [cell.removeprefix("'") for cell in row] for row in cells
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in table for cell in row)
