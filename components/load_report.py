"""The load report: what an import stored, changed and left out, table by table."""

from collections.abc import Sequence

import streamlit as st

from components.i18n import _, ngettext, number
from components.load_view import LoadedView
from components.load_words import table_name
from components.row_list import draw_notes, draw_refusals
from components.table_facts import draw_facts, fact_row

_FEW = 3


def result(loaded: Sequence[LoadedView]) -> str:
    """The result of the whole import in one sentence.

    Nothing new and nothing changed is said in so many words: it is what a second import of the same file must give.
    """
    inserted = sum(one.inserted for one in loaded)
    updated = sum(one.updated for one in loaded)
    unchanged = sum(one.unchanged for one in loaded)
    if inserted == 0 and updated == 0:
        return ngettext(
            "Nothing changed: {n} row was already here, with the same figures.",
            "Nothing changed: {n} rows were already here, with the same figures.",
            unchanged,
        )
    if updated == 0:
        return ngettext("Done: {n} new row.", "Done: {n} new rows.", inserted)
    return _("Done. New rows: {new}. Rows with newer figures: {changed}.", new=inserted, changed=updated)


def load_report(loaded: Sequence[LoadedView]) -> None:
    """Draw the report: the result in a sentence, then each table with its counts."""
    st.success(result(loaded), icon=":material/check_circle:")
    for one in loaded:
        with st.expander(_headline(one), expanded=len(loaded) <= _FEW, key=f"card_report_{one.table.key}"):
            _details(one)


def counts_in_words(inserted: int, updated: int, unchanged: int) -> list[str]:
    """What an import did, in a few words for each count that is not zero; "0 new" when all are.

    >>> counts_in_words(3, 0, 12)
    ['3 new', '12 unchanged']
    """
    counts = [_("{n} new", n=inserted)] if inserted or not (updated or unchanged) else []
    if updated:
        counts.append(_("{n} with newer figures", n=updated))
    if unchanged:
        counts.append(_("{n} unchanged", n=unchanged))
    return counts


def _headline(one: LoadedView) -> str:
    counts = counts_in_words(one.inserted, one.updated, one.unchanged)
    left_out = len({refusal.row for refusal in one.table.refusals})
    if left_out:
        counts.append(_("{n} left out", n=left_out))
    return " · ".join([f"**{table_name(one.table.file)}**", *counts])


def _details(one: LoadedView) -> None:
    view = one.table
    fact_row(
        [
            (_("Rows read"), number(view.rows_read)),
            (_("New"), number(one.inserted)),
            (_("Newer figures"), number(one.updated)),
            (_("Unchanged"), number(one.unchanged)),
            (_("Left out"), number(view.rows_read - view.rows_kept - view.duplicates)),
            (_("Same row twice"), number(view.duplicates)),
        ]
    )
    draw_facts(view)
    draw_notes(view.notes)
    draw_refusals(view.refusals, view.file, f"report_{view.key}")
