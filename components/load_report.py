"""The load report: what an import stored, changed and left out, table by table."""

from collections.abc import Sequence

import streamlit as st

from components.escape import plain
from components.i18n import _, ngettext, number
from components.load_view import LoadedView
from components.row_list import draw_notes, draw_refusals
from components.table_card import draw_facts


def headline(loaded: Sequence[LoadedView]) -> str:
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
    return _("Done: {new} new rows, and {changed} rows got newer figures.", new=inserted, changed=updated)


def load_report(loaded: Sequence[LoadedView]) -> None:
    """Draw the report: the headline, then a card for each table."""
    st.success(headline(loaded), icon=":material/check_circle:")
    for one in loaded:
        _card(one)


def _card(one: LoadedView) -> None:
    view = one.table
    with st.container(border=True, key=f"report_{view.key}"):
        st.markdown(f"**{plain(view.file)}**")
        counts = [
            (_("New"), one.inserted),
            (_("Newer figures"), one.updated),
            (_("Unchanged"), one.unchanged),
            (_("Read"), view.rows_read),
            (_("Left out"), view.rows_read - view.rows_kept - view.duplicates),
        ]
        with st.container(horizontal=True, gap="large"):
            for label, value in counts:
                st.markdown(f":small[{label}]  \n**{number(value)}**", width="content")
        draw_facts(view)
        draw_notes(view.notes)
        draw_refusals(view.refusals, view.file, f"report_{view.key}")
