"""Tables that are recognised and hold nothing that can be used: named in one place, with the export to make instead."""

from collections.abc import Sequence

import streamlit as st

from components.escape import plain
from components.i18n import ngettext, say
from components.load_view import TableView
from components.load_words import table_name


def of_no_use(view: TableView) -> bool:
    """Whether a table is of a kind that is never loaded, as its remark says; one with faulty rows is another matter."""
    return view.state == "nothing" and view.kind == "other" and bool(view.notes) and not view.mapped


def no_use(views: Sequence[TableView]) -> None:
    """Draw those of the tables that are of no use, each remark once under the names of its tables.

    They are open when there is nothing else, because then their remarks are what the reader needs.
    """
    found = [view for view in views if of_no_use(view)]
    if not found:
        return
    title = ngettext("{n} table holds nothing to load: see why", "{n} tables hold nothing to load: see why", len(found))
    with st.expander(title, expanded=len(found) == len(views), icon=":material/info:", key="card_no_use"):
        for tables in _by_remark(found):
            names = "  \n".join(f"**{table_name(view.file)}**" for view in tables)
            remarks = " ".join(plain(say(note.message), 600) for note in tables[0].notes)
            st.markdown(f"{names}  \n{remarks}")


def _by_remark(views: Sequence[TableView]) -> list[list[TableView]]:
    groups: dict[tuple[str, ...], list[TableView]] = {}
    for view in views:
        groups.setdefault(tuple(say(note.message) for note in view.notes), []).append(view)
    return list(groups.values())
