"""The norms that were set: a table to read, and a way to take one away."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.escape import plain
from components.holiday_choice import holidays_words
from components.i18n import _, day, say
from components.opening_hours import hours_words
from components.table import html_table
from metrics.norms import Norm
from metrics.norms.words import norm_words

_ASKED = "_norm_asked"


@dataclass(frozen=True)
class NormRow:
    """A norm as the list shows it: for whom it is (a name from the data), and from which day number on."""

    id: int
    who: str
    valid_from: int
    norm: Norm


def norm_list(rows: Sequence[NormRow], fallback: Norm) -> int | None:
    """Draw the norms; the id of the one to remove, once the user has confirmed it.

    `fallback` is what counts where nobody has set a norm, and the list says so when there is none.
    """
    if not rows:
        text = _("No norm is set. Until then answers are judged by: {norm}.", norm=say(norm_words(fallback)))
        st.info(text, icon=":material/info:")
        return None
    html_table(_table(rows), _("The norms, for whom they are and from which day on they count"))
    removed = None
    with st.expander(_("Remove a norm"), icon=":material/delete:"):
        for row in rows:
            if _one(row):
                removed = row.id
    return removed


def _table(rows: Sequence[NormRow]) -> pd.DataFrame:
    cells = [
        {
            _("For whom"): plain(row.who),
            _("From"): day(row.valid_from),
            _("Norm"): say(norm_words(row.norm)),
            _("Opening hours"): hours_words(row.norm.opening_hours),
            _("Time zone"): plain(row.norm.time_zone),
            _("Public holidays"): holidays_words(row.norm.holidays),
            _("Source"): _source(row.norm),
        }
        for row in rows
    ]
    return pd.DataFrame(cells)


def _source(norm: Norm) -> str:
    """Where the norm is written, and of when that is."""
    if not norm.source:
        return _("not given")
    source = plain(norm.source, 500)
    return _("{source} ({date})", source=source, date=norm.source_date) if norm.source_date else source


def _one(row: NormRow) -> bool:
    words = say(norm_words(row.norm))
    with st.container(horizontal=True, vertical_alignment="center", key=f"norm_row_{row.id}"):
        text = _("{who}, from {day}: {norm}", who=plain(row.who), day=day(row.valid_from), norm=words)
        st.markdown(text, width="stretch")
        asked = st.session_state.get(_ASKED) == row.id
        if not asked and st.button(_("Remove this norm…"), key=f"norm_remove_{row.id}", icon=":material/delete:"):
            st.session_state[_ASKED] = row.id
            st.rerun()
    return asked and _confirmed(row)


def _confirmed(row: NormRow) -> bool:
    st.warning(
        _("Remove this norm? Questions of its days are then judged by the norm before it, or by a wider one."),
        icon=":material/warning:",
    )
    with st.container(horizontal=True):
        yes = st.button(_("Yes, remove this norm"), key=f"norm_remove_yes_{row.id}", type="primary")
        no = st.button(_("No, keep it"), key=f"norm_remove_no_{row.id}")
    if yes or no:
        del st.session_state[_ASKED]
    if no:
        st.rerun()
    return yes
