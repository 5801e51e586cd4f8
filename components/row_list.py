"""Rows that are left out, and rows that need attention: in words, as a table, and as a file to keep."""

import csv
import io
from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from components.escape import bare, plain
from components.i18n import _, language, ngettext, say, set_language
from components.load_view import Note, Refusal
from components.table import html_table
from metrics.cells import safe_cell

_SHOWN = 10
_LONGEST = 500  # characters of a reason


def rows_in_words(rows: Sequence[int], shown: int = 8) -> str:
    """Line numbers as people read them; empty when the whole table is meant.

    >>> rows_in_words([3]), rows_in_words([3, 7, 12], shown=2)
    ('Row 3', 'Rows 3, 7 and 1 more')
    """
    if not rows:
        return ""
    listed = ", ".join(str(row) for row in rows[:shown])
    if len(rows) > shown:
        return _("Rows {listed} and {n} more", listed=listed, n=len(rows) - shown)
    return ngettext("Row {listed}", "Rows {listed}", len(rows), listed=listed)


def draw_notes(notes: Iterable[Note]) -> None:
    """Each warning in a sentence, with its rows."""
    for note in notes:
        rows = rows_in_words(note.rows)
        text = plain(say(note.message), limit=600)
        st.warning(f"{text}  \n:small[{rows}]" if rows else text, icon=":material/warning:")


def draw_refusals(refusals: Sequence[Refusal], file: str, key: str) -> None:
    """The first rows that are left out with column and reason, and all of them as a CSV file."""
    if not refusals:
        return
    title = ngettext("{n} row is left out: see why", "{n} rows are left out: see why", len(refusals))
    with st.expander(title, icon=":material/block:"):
        shown = pd.DataFrame(
            [(one.row, bare(one.column or _("(whole row)"), 40), say(one.reason)) for one in refusals[:_SHOWN]],
            columns=[_("Row in the file"), _("Column"), _("Reason")],
        )
        html_table(shown.map(lambda cell: plain(cell, _LONGEST)), _("Rows that are left out"))
        if len(refusals) > _SHOWN:
            st.caption(_("The first {n} are shown. The file below has them all.", n=_SHOWN))
        reader = language()

        def made() -> bytes:
            set_language(reader)  # the browser fetches the file outside the run of the page
            return refusals_csv(refusals, file)

        st.download_button(
            _("Download the rows that are left out (CSV)"),
            data=made,
            file_name=_("rows-left-out.csv"),
            mime="text/csv",
            key=f"refusals_{key}",
            icon=":material/download:",
            on_click="ignore",
        )


def refusals_csv(refusals: Iterable[Refusal], file: str) -> bytes:
    """The rows that are left out as a CSV file that spreadsheets open safely: no cell starts a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("File"), _("Row"), _("Column"), _("Reason")])
    for one in refusals:
        cells = (file, one.row, one.column, say(one.reason))
        writer.writerow([safe_cell(bare(cell, 1000) if isinstance(cell, str) else cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")
