"""A table in a line and in a few facts: rows, days, accounts, and which figures stay empty."""

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import _, day, ngettext, number
from components.load_view import TableView
from components.load_words import field_word, kind_word, table_name
from components.words import platform_name


def headline(view: TableView) -> str:
    """A table in one line: its file, what it holds, and marks for what deserves a look."""
    parts = [f"**{table_name(view.file)}**", kind_word(view.kind)]
    parts.append(ngettext("{n} row", "{n} rows", view.rows_kept))
    marks = []
    if view.notes:
        marks.append(f":orange-badge[:material/warning: {ngettext('{n} remark', '{n} remarks', len(view.notes))}]")
    left_out = len({one.row for one in view.refusals})
    if left_out:
        marks.append(f":orange-badge[:material/block: {_('{n} left out', n=left_out)}]")
    if view.loaded_before:
        marks.append(f":blue-badge[:material/history: {_('loaded before')}]")
    return " ".join([" · ".join(parts), *marks])


def draw_facts(view: TableView) -> None:
    """What it is, rows, days and accounts in a few words each; then which figures stay empty."""
    if view.what:
        st.caption(view.what)
    facts = [(_("Rows to load"), rows_kept(view))]
    if view.first and view.last:
        facts.append((_("From – to"), _days(view.first, view.last)))
    if view.accounts:
        names = ", ".join(plain(name, 40) for name in view.accounts[:3])
        extra = len(view.accounts) - 3
        if extra > 0:
            names = _("{names} and {n} more", names=names, n=extra)
        facts.append((_("Websites") if view.kind == "site_days" else _("Accounts"), names))
    if view.duplicates:
        facts.append((_("Same row twice"), number(view.duplicates)))
    fact_row(facts)
    _missing(view)


def fact_row(facts: list[tuple[str, str]]) -> None:
    """Labels with their values, side by side as far as the screen is wide."""
    with st.container(horizontal=True, gap="medium"):
        for label, value in facts:
            st.markdown(f":small[{label}]  \n**{value}**", width="content")


def rows_kept(view: TableView) -> str:
    """The rows that are loaded, "31 of 32", or "31" when no row is left out."""
    if view.rows_kept == view.rows_read:
        return number(view.rows_kept)
    return _("{kept} of {read}", kept=view.rows_kept, read=view.rows_read)


def _missing(view: TableView) -> None:
    """Which figures stay empty: because the platform never gives them, or because this export does not."""
    lines = []
    if view.never_given:
        names = [field_word(name) for name in view.never_given]
        lines.append(_("{platform} never gives: {names}.", platform=platform_name(view.platform), names=names))
    if view.not_in_file:
        names = [field_word(name) for name in view.not_in_file]
        lines.append(_("Not in this export: {names}.", names=names))
    if lines:
        st.caption("  \n".join([*lines, _("These figures stay empty. Empty is not zero.")]))


def _days(first: str, last: str) -> str:
    """A date range from ISO texts."""
    start, end = (day(pd.Timestamp(text).date()) for text in (first[:10], last[:10]))
    return start if start == end else f"{start} – {end}"
