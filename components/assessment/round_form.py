"""The form that starts an assessment: one dated round of answers."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _
from metrics.maturity.questionnaire import LEVELS
from metrics.periods import from_iso
from metrics.words import N_

_NAME = 120
TARGET = 3
"""The level that an assessment aims at, unless somebody chooses another."""

LADDER: tuple[str, ...] = (
    N_("nothing in place"),
    N_("informal, or in preparation"),
    N_("written for part of the organisation"),
    N_("written, adopted and used everywhere"),
    N_("measured and reviewed every year"),
)
"""What the five levels have in common."""


def level_words(level: int) -> str:
    """A level with what it means in general.

    >>> level_words(3)
    '3 · written, adopted and used everywhere'
    """
    return _("{level} · {anchor}", level=level, anchor=_(LADDER[level]))


def round_form(key: str, start: Callable[[str, date, int], None]) -> None:
    """Draw the form; `start` gets the name, the day and the target. What cannot be is said at `key`."""
    name, day, target = f"{key}_name", f"{key}_day", f"{key}_target"
    today = datetime.now(UTC).date()

    def pressed() -> None:
        typed = str(st.session_state[day]).strip()
        found = from_iso(typed)
        if not str(st.session_state[name]).strip():
            notice.leave(key, _("Give the assessment a name."), "problem")
        elif found is None:
            text = _("“{value}” is not a date. Write year-month-day, for example 2027-01-31.", value=plain(typed, 40))
            notice.leave(key, text, "problem")
        else:
            start(str(st.session_state[name]), found, int(st.session_state[target]))

    with st.form(f"{key}_form", border=False):
        st.text_input(_("Name"), _("Self-assessment {year}", year=str(today.year)), key=name, max_chars=_NAME)
        st.text_input(_("The day it is about (year-month-day)"), today.isoformat(), key=day, max_chars=10)
        st.selectbox(
            _("Level to reach"),
            list(LEVELS),
            index=TARGET,
            format_func=level_words,
            key=target,
            help=_("Every question below this level gets a suggested action. You can change it later."),
        )
        st.form_submit_button(
            _("Start the assessment"), key=f"{key}_go", type="primary", icon=":material/play_arrow:", on_click=pressed
        )
    notice.show(key)
