"""One table of an uploaded file: what it is, what is in it, what is wrong with it."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import _, day, number, say
from components.load_view import TableView
from components.load_words import field_word, kind_word, platform_word
from components.row_list import draw_notes, draw_refusals
from components.table import html_table


@dataclass(frozen=True)
class MappingWish:
    """The user wants to map the columns of a table: in the dialog, or at once by a saved mapping."""

    saved: str | None = None


def table_card(view: TableView) -> MappingWish | None:
    """Draw the preview of one table; what the user wants to do about its columns, if anything."""
    with st.container(border=True, key=f"card_{view.key}"):
        _heading(view)
        if view.error is not None:
            tell = st.info if view.state == "unknown" else st.error
            tell(plain(say(view.error), limit=800), icon=":material/info:")
        if view.state in ("ready", "nothing"):
            draw_facts(view)
            if view.loaded_before:
                note = _("This file was loaded before, on {when}. Loading it again changes nothing.")
                st.info(note.format(when=view.loaded_before), icon=":material/history:")
            draw_notes(view.notes)
            if view.state == "ready" or not view.notes:
                draw_refusals(view.refusals, view.file, view.key)
            _sample(view)
        return _mapping(view)


def _mapping(view: TableView) -> MappingWish | None:
    """Buttons for the meaning of the columns: a saved mapping that fits, or the dialog."""
    if view.state != "unknown" and not view.mapped:
        return None
    with st.container(horizontal=True):
        for position, name in enumerate(view.fitting):
            text = _("Use the mapping “{name}”", name=plain(name, 60))
            if st.button(text, key=f"fit_{view.key}_{position}", type="primary", icon=":material/rule:"):
                return MappingWish(saved=name)
        text = _("Change the mapping") if view.mapped else _("Say what the columns mean")
        kind: Literal["primary", "secondary"] = "secondary" if view.mapped or view.fitting else "primary"
        if st.button(text, key=f"map_{view.key}", type=kind, icon=":material/table_edit:"):
            return MappingWish()
    return None


def _heading(view: TableView) -> None:
    """File name and state on one line, what it is on the next."""
    words, colour, icon = {
        "ready": (_("Ready to load"), "green", ":material/check_circle:"),
        "nothing": (_("Nothing to load"), "gray", ":material/do_not_disturb_on:"),
        "unknown": (_("Needs your help"), "orange", ":material/help:"),
        "refused": (_("Cannot be read"), "red", ":material/error:"),
    }[view.state]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(view.file)}**", width="stretch")
        st.badge(words, color=colour, icon=icon)  # type: ignore[arg-type]
    if view.what:
        st.caption(view.what)


def draw_facts(view: TableView) -> None:
    """Rows, days, accounts and kind in a few words each; then which figures the platform does not give."""
    facts = [(_("Holds"), kind_word(view.kind)), (_("Rows to load"), rows_kept(view))]
    if view.first and view.last:
        facts.append((_("From – to"), _days(view.first, view.last)))
    if view.accounts:
        names = ", ".join(plain(name, 40) for name in view.accounts[:3])
        extra = len(view.accounts) - 3
        if extra > 0:
            names = _("{names} and {n} more", names=names, n=extra)
        facts.append((_("Accounts"), names))
    if view.duplicates:
        facts.append((_("Same row twice"), number(view.duplicates)))
    with st.container(horizontal=True, gap="large"):
        for label, value in facts:
            st.markdown(f":small[{label}]  \n**{value}**", width="content")
    _missing(view)


def _missing(view: TableView) -> None:
    """Which figures stay empty: because the platform never gives them, or because this export does not."""
    platform = platform_word(view.platform)
    if view.never_given:
        names = [field_word(name) for name in view.never_given]
        st.caption(_("{platform} never gives: {names}. Empty is not zero.", platform=platform, names=names))
    if view.not_in_file:
        names = [field_word(name) for name in view.not_in_file]
        st.caption(_("Not in this export: {names}. Empty is not zero.", names=names))


def rows_kept(view: TableView) -> str:
    """The rows that are loaded, "31 of 32", or "31" when no row is left out."""
    if view.rows_kept == view.rows_read:
        return number(view.rows_kept)
    return _("{kept} of {read}", kept=view.rows_kept, read=view.rows_read)


def _days(first: str, last: str) -> str:
    """A date range from ISO texts."""
    start, end = (day(pd.Timestamp(text).date()) for text in (first[:10], last[:10]))
    return start if start == end else f"{start} – {end}"


def _sample(view: TableView) -> None:
    """The first own posts as the file gives them; messages of citizens are never shown here."""
    if view.kind == "comments":
        st.caption(_("Messages of citizens are not shown. Names and contact details are removed before storing."))
    if view.sample is None or view.sample.empty:
        return
    with st.expander(_("Look at the first posts"), icon=":material/table_rows:"):
        html_table(view.sample, _("The first posts of {file}", file=view.file))
