"""The tables of the uploaded files: what each is, what is in it, what is wrong with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.escape import plain
from components.i18n import _, ngettext, say
from components.load_view import TableView
from components.load_words import table_name
from components.no_use import no_use, of_no_use
from components.questions import Answer, ask
from components.row_list import draw_notes, draw_refusals
from components.table import html_table
from components.table_facts import draw_facts, headline
from metrics.words import N_

_FEW = 3
_STATES = {
    "unknown": (N_("Needs your help"), "orange"),
    "nothing": (N_("Nothing to load"), "red"),
    "refused": (N_("Cannot be read"), "red"),
}


@dataclass(frozen=True)
class MappingWish:
    """The user wants to map the columns of a table: in the dialog, or at once by a saved mapping."""

    table: TableView
    saved: str | None = None


def table_list(views: Sequence[TableView]) -> MappingWish | Answer | None:
    """Draw the previews, those that need attention first; what the user just said about one of them, if anything."""
    _summary(views)
    wish: MappingWish | Answer | None = None
    for file in _by_file(view for view in views if view.state == "asks"):
        wish = _question_card(file) or wish
    for view in views:
        if view.state not in ("ready", "asks") and not of_no_use(view):
            wish = _problem_card(view) or wish
    ready = [view for view in views if view.state == "ready"]
    for view in ready:
        wish = _ready_card(view, expanded=len(ready) <= _FEW) or wish
    no_use(views)
    return wish


def _summary(views: Sequence[TableView]) -> None:
    """How many tables can be loaded, need help, cannot be loaded, or hold nothing that can be used."""
    ready = sum(view.state == "ready" for view in views)
    helped = sum(view.state in ("unknown", "asks") for view in views)
    empty = sum(of_no_use(view) for view in views)
    refused = len(views) - ready - helped - empty
    parts = [
        (ready, "green", "check_circle", ngettext("{n} table is ready to load", "{n} tables are ready to load", ready)),
        (helped, "orange", "help", ngettext("{n} table needs your help", "{n} tables need your help", helped)),
        (refused, "red", "error", ngettext("{n} table cannot be loaded", "{n} tables cannot be loaded", refused)),
        (empty, "gray", "info", ngettext("{n} table holds nothing to load", "{n} tables hold nothing to load", empty)),
    ]
    with st.container(horizontal=True):
        for n, colour, icon, words in parts:
            if n:
                st.badge(words, color=colour, icon=f":material/{icon}:")  # type: ignore[arg-type]


def _by_file(views: Iterable[TableView]) -> list[list[TableView]]:
    """The tables of each upload; their keys begin with it."""
    files: dict[str, list[TableView]] = {}
    for view in views:
        files.setdefault(view.key.rpartition("_")[0], []).append(view)
    return list(files.values())


def _question_card(tables: Sequence[TableView]) -> Answer | None:
    """The tables of a file that wait for the same answers. What else there is to say of them comes after those."""
    with st.container(border=True, key=f"card_{tables[0].key}"):
        _title(
            tables[0].file if len(tables) == 1 else tables[0].file.partition("!")[0], _("Needs your answer"), "orange"
        )
        st.caption("  \n".join(dict.fromkeys(view.what for view in tables)))
        return ask(tables)


def _title(name: str, state: str, colour: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{table_name(name)}**", width="stretch")
        st.badge(state, color=colour)  # type: ignore[arg-type]


def _problem_card(view: TableView) -> MappingWish | None:
    """A table that cannot be loaded as it is: what it is, why, and what to do."""
    with st.container(border=True, key=f"card_{view.key}"):
        words, colour = _STATES[view.state]
        _title(view.file, _(words), colour)
        if view.what:
            st.caption(view.what)
        if view.error is not None:
            tell = st.info if view.state == "unknown" else st.error
            tell(plain(say(view.error), limit=800), icon=":material/info:")
        draw_notes(view.notes)
        draw_refusals(view.refusals, view.file, view.key)
        return _mapping_buttons(view)


def _ready_card(view: TableView, expanded: bool) -> MappingWish | None:
    """A table that can be loaded: one line, and the details in it."""
    told = len(view.notes) > (view.kind == "audience")  # the first remark on an audience says only what it is
    with st.expander(headline(view), expanded=expanded or told, key=f"card_{view.key}", on_change="rerun") as box:
        if not box.open:
            return None
        draw_facts(view)
        if view.loaded_before:
            text = _(
                "This file was loaded before, on {when}. Loading it again changes nothing.", when=view.loaded_before
            )
            st.info(text, icon=":material/history:")
        draw_notes(view.notes)
        draw_refusals(view.refusals, view.file, view.key)
        _sample(view)
        return _mapping_buttons(view)


def _mapping_buttons(view: TableView) -> MappingWish | None:
    """Buttons for the meaning of the columns: a saved mapping that fits, or the dialog."""
    if view.state != "unknown" and not view.mapped:
        return None
    with st.container(horizontal=True):
        for position, name in enumerate(view.fitting):
            text = _("Use the mapping “{name}”", name=plain(name, 60))
            if st.button(text, key=f"fit_{view.key}_{position}", type="primary", icon=":material/rule:"):
                return MappingWish(view, saved=name)
        text = _("Change the mapping") if view.mapped else _("Say what the columns mean")
        kind: Literal["primary", "secondary"] = "secondary" if view.mapped or view.fitting else "primary"
        if st.button(text, key=f"map_{view.key}", type=kind, icon=":material/table_edit:"):
            return MappingWish(view)
    return None


def _sample(view: TableView) -> None:
    """The first own posts or groups as the file gives them; messages of citizens are never shown here."""
    if view.kind == "comments":
        st.caption(_("Messages of citizens are not shown. Names and contact details are removed before storing."))
    if view.sample is not None and not view.sample.empty:
        of_groups = view.kind == "audience"
        st.markdown(_("**The first figures**") if of_groups else _("**The first posts**"))
        name = view.file
        text = _("The first figures of {file}", file=name) if of_groups else _("The first posts of {file}", file=name)
        html_table(view.sample.map(plain), text)
