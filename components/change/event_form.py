"""What happened: the form to note it, and the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.change.margin import days_words, event_words
from components.day_field import day_field, needed_day, read_day
from components.escape import bare
from components.i18n import _
from components.select import select
from metrics.change.decisions import EVENT_KINDS, Event, EventKind

_LONGEST = 120


@dataclass(frozen=True)
class EventWish:
    """What somebody notes; without a last day it lasted one day, without a department it concerns everybody."""

    kind: EventKind
    name: str
    first_day: int
    last_day: int | None
    department_id: int | None


def event_form(key: str, departments: Mapping[int, str]) -> EventWish | None:
    """Draw the form; what was noted once it is sent. What cannot be read is said in place."""
    names = {0: _("Everybody"), **{one: bare(name) for one, name in departments.items()}}
    with st.form(key, border=False):
        first, second = st.columns(2)
        with first:
            kind = select(
                _("Kind of event"), {code: _(words) for code, words in EVENT_KINDS.items()}, "other", key=f"{key}_kind"
            )
            start = day_field(_("First day"), None, f"{key}_first")
        with second:
            owner = select(_("Whom it concerns"), names, 0, key=f"{key}_department")
            end = day_field(_("Last day (empty: one day)"), None, f"{key}_last")
        name = st.text_input(
            _("Name of the event"),
            key=f"{key}_name",
            max_chars=_LONGEST,
            help=_("For example “Storm with code red” or “Council election”. Write no names of people."),
        )
        if not st.form_submit_button(_("Note this event"), key=f"{key}_go", type="primary", icon=":material/event:"):
            return None
    first_day = needed_day(start, _("First day: write year-month-day, for example 2027-01-31."))
    if first_day is None:
        return None
    last_day = read_day(end)
    if end.strip() and last_day is None:
        st.error(_("Last day: write year-month-day, for example 2027-01-31, or leave it empty."))
        return None
    return EventWish(kind, name, first_day, last_day, owner or None)


def event_list(events: Sequence[Event], departments: Mapping[int, str]) -> int | None:
    """Draw the events, the newest first; the id of one to take away."""
    chosen = None
    for one in sorted(events, key=lambda one: one.first_day, reverse=True):
        with st.container(horizontal=True, vertical_alignment="center", key=f"event_{one.id}"):
            st.markdown(f"{days_words(one.first_day, one.last_day)}: {event_words(one, departments)}", width="stretch")
            label = _("Take away: {name}", name=bare(one.name, 40))
            if st.button(label, key=f"event_remove_{one.id}", icon=":material/delete:"):
                chosen = one.id
    return chosen
