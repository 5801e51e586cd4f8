"""The load report says what an import did, in a sentence and in counts."""

import csv
import io

import pytest
from streamlit.testing.v1 import AppTest

from components.load_report import counts_in_words, result
from components.load_view import LoadedView, Note, Refusal, TableView
from components.row_list import refusals_csv, rows_in_words
from components.table_facts import headline, rows_kept
from metrics.words import Message

_TABLE = TableView("k", "a.csv", "ready", rows_read=5, rows_kept=3, duplicates=1)


def loaded(inserted: int, updated: int, unchanged: int) -> LoadedView:
    return LoadedView(_TABLE, inserted, updated, unchanged)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([(3, 0, 0)], "Done: 3 new rows."),
        ([(1, 0, 9)], "Done: 1 new row."),
        ([(1, 2, 0), (4, 0, 0)], "Done. New rows: 5. Rows with newer figures: 2."),
        ([(0, 0, 1)], "Nothing changed: 1 row was already here, with the same figures."),
        ([(0, 0, 1200)], "Nothing changed: 1,200 rows were already here, with the same figures."),
    ],
)
def test_the_result_in_one_sentence(counts: list[tuple[int, int, int]], said: str) -> None:
    assert result([loaded(*each) for each in counts]) == said


def test_counts_that_are_zero_are_left_out() -> None:
    assert counts_in_words(0, 2, 0) == ["2 with newer figures"]
    assert counts_in_words(0, 0, 0) == ["0 new"]


def test_rows_are_named_by_their_line() -> None:
    assert rows_in_words([]) == ""
    assert rows_in_words([2]) == "Row 2"
    assert rows_in_words(range(2, 12), shown=3) == "Rows 2, 3, 4 and 7 more"


def test_rows_left_out_are_said_as_part_of_all() -> None:
    assert rows_kept(_TABLE) == "3 of 5"


def test_a_table_in_one_line_marks_what_deserves_a_look() -> None:
    view = TableView(
        "k",
        "a_b.csv",
        "ready",
        kind="posts",
        rows_kept=2,
        notes=(Note(Message("n", "Look.")),),
        refusals=(Refusal(4, "time", Message("r", "No time.")),),
        loaded_before="1 May 2026",
    )
    line = headline(view)
    for part in ("**a\\_b\\.csv**", "Posts", "2 rows", "1 remark", "1 left out", "loaded before"):
        assert part in line


def test_the_file_of_rows_left_out_runs_no_formula() -> None:
    refusals = [Refusal(7, "=cmd()", Message("r", "Not a number: {value}.", {"value": "x"}))]
    rows = list(csv.reader(io.StringIO(refusals_csv(refusals, "+file.csv").decode("utf-8-sig"))))
    assert rows == [["File", "Row", "Column", "Reason"], ["'+file.csv", "7", "'=cmd()", "Not a number: x."]]


def test_the_report_shows_every_table() -> None:
    def script() -> None:
        from components.load_report import load_report
        from components.load_view import LoadedView, TableView

        tables = [TableView(f"k{i}", f"{i}.csv", "ready", rows_read=2, rows_kept=2) for i in range(3)]
        load_report([LoadedView(table, 2, 0, 0) for table in tables])

    at = AppTest.from_function(script).run()
    assert not at.exception
    assert at.success[0].value == "Done: 6 new rows."
    assert len(at.expander) == 3
