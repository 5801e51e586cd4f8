"""The imports of the past, newest first, each with a way back."""

from collections.abc import Sequence

import streamlit as st

from components.escape import plain
from components.i18n import _
from components.load_report import counts_in_words
from components.load_view import PastImport
from components.load_words import table_name
from components.select import select

_PAGE = 15


def import_list(imports: Sequence[PastImport]) -> int | None:
    """Draw the list; the id of the import to undo, once the user has confirmed it."""
    if not imports:
        st.info(_("Nothing has been loaded yet."), icon=":material/info:")
        return None
    pages = -(-len(imports) // _PAGE)
    page = 1
    if pages > 1:
        page = select(_("Page"), {n: f"{n} / {pages}" for n in range(1, pages + 1)}, 1, key="imports_page", width=160)
    undone = None
    for one in imports[(page - 1) * _PAGE : page * _PAGE]:
        with st.container(border=True, key=f"card_import_{one.id}"):
            if _one(one):
                undone = one.id
    return undone


def _one(one: PastImport) -> bool:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{table_name(one.file)}**  \n:small[{_details(one)}]", width="stretch")
        if one.undone:
            st.badge(_("Undone"), color="gray", icon=":material/undo:")
            return False
        asked = st.session_state.get("_undo_asked") == one.id
        if not asked and st.button(_("Undo this import…"), key=f"undo_{one.id}", icon=":material/undo:"):
            st.session_state["_undo_asked"] = one.id
            st.rerun()
    return asked and _confirmed(one)


def _details(one: PastImport) -> str:
    """Where it came from, when, and what it did."""
    return " · ".join(
        (one.what, one.when, plain(one.who, 60), *counts_in_words(one.inserted, one.updated, one.unchanged))
    )


def _confirmed(one: PastImport) -> bool:
    st.warning(
        _("Undo this import? What it added goes away, and figures go back to what they were before."),
        icon=":material/warning:",
    )
    with st.container(horizontal=True):
        yes = st.button(_("Yes, undo this import"), key=f"undo_yes_{one.id}", type="primary")
        no = st.button(_("No, keep it"), key=f"undo_no_{one.id}")
    if yes or no:
        del st.session_state["_undo_asked"]
    if no:
        st.rerun()
    return yes
