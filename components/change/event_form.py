"""What happened: the form to note it, the lists, and a way to take it away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.change.margin import days_words, event_words
from components.day_field import day_field, needed_day, read_day
from components.escape import bare
from components.i18n import _, ngettext
from components.select import select, select_or_none
from components.table import html_table
from metrics.change.decisions import EVENT_KINDS, Event, EventKind, overlapping
from metrics.periods import Period

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


def event_lists(events: Sequence[Event], period: Period, departments: Mapping[int, str]) -> None:
    """Draw the events that touch the period, and the others behind a click; the newest first."""
    inside = overlapping(events, period)
    others = [one for one in events if one not in inside]
    if inside:
        _table(inside, departments, _("Events of this period"))
    else:
        st.markdown(_("No event touches this period."))
    if others:
        title = ngettext("{n} event of other weeks", "{n} events of other weeks", len(others))
        with st.expander(title, key="events_other", icon=":material/history:"):
            _table(others, departments, title)


def _table(events: Sequence[Event], departments: Mapping[int, str], alt: str) -> None:
    newest = sorted(events, key=lambda one: one.first_day, reverse=True)
    rows = [(days_words(one.first_day, one.last_day), event_words(one, departments)) for one in newest]
    html_table(pd.DataFrame(rows, columns=[_("When"), _("Event")]), alt)


def event_remover(key: str, events: Sequence[Event], departments: Mapping[int, str]) -> int | None:
    """Draw a way to take an event away; its id once somebody does. A new `key` for each turn forgets the choice."""
    if not events:
        return None
    newest = sorted(events, key=lambda one: one.first_day, reverse=True)
    names = {
        one.id: f"{days_words(one.first_day, one.last_day)}: {event_words(one, departments, bare)}" for one in newest
    }
    with st.expander(_("Take an event away"), icon=":material/delete:"):
        which = select_or_none(_("Event to take away"), names, key=key)
        return which if st.button(_("Take this event away"), key=f"{key}_go", disabled=which is None) else None
