"""The list of signals: what changed in any department, what rose among messages, and what people did about it."""

import streamlit as st

from components.change.explained import decision_line
from components.chart import below
from components.i18n import _, ngettext, number, say
from components.number_table import Table
from components.signals.listing import Note, raw, seen_list, signal_item, words
from components.table import html_table
from data.acknowledged import Acknowledgement, acknowledge, take_back
from data.baselines import Baseline
from data.filters import Filters
from metrics.signals import listing
from metrics.signals.checks import WATCHED, WATCHED_WHOLE
from metrics.signals.listing import FIRST, Signal
from pages import _numbers as numbers
from pages._change.beside import decisions, single
from pages._change.chart import PLACE, about
from pages._change.listed import before, open_and_seen, signals
from pages._context import access, engine
from pages._work import attempt, turn

CHECKED = frozenset({*WATCHED, *WATCHED_WHOLE})
_RECENT = 26 * 7  # days


def signals_headline(asked: Filters) -> str:
    """The finding of the page."""
    with st.spinner(_("Checking the numbers of all departments …")):  # it shows after half a second
        found = signals(asked)
    return say(listing.headline(found))


def signals_view(asked: Filters) -> None:
    """Draw the surest three signals, the others folded, those that somebody has seen, and what was looked at."""
    st.header(_("What changed"), anchor=False)
    open_, seen = open_and_seen(asked)
    _checks(asked)
    if not open_:
        _none(asked, bool(seen))
    for signal in open_[:FIRST]:
        _item(asked, signal)
    if open_[FIRST:]:
        more = len(open_) - FIRST
        with st.expander(ngettext("{n} more signal", "{n} more signals", more), icon=":material/expand_more:"):
            for signal in open_[FIRST:]:
                _item(asked, signal)
    said = [(one.signal, _note(one.said)) for one in seen]
    if said:
        back = seen_list(said, access().may("write"))
        if back is not None:
            attempt(PLACE, lambda: _taken_back(back))
    if open_ or said:
        _table(asked, [*((signal, None) for signal in open_), *said])


def _checks(asked: Filters) -> None:
    """What was looked at, and what could not be."""
    found = signals(asked)
    lines = []
    messages = listing.of_messages(found)
    if messages is not None:
        lines.append(say(messages))
    if found.of_messages and not found.of_numbers and found.by_chance:
        lines.append(
            _(
                "Without the correction, about {chance} of the {n} checks of numbers would look unusual by chance.",
                chance=number(found.by_chance),
                n=number(found.checks),
            )
        )
    if found.not_judged:
        lines.append(
            ngettext(
                "{n} number is not judged: it has too few weeks, or none of the newest.",
                "{n} numbers are not judged: they have too few weeks, or none of the newest.",
                found.not_judged,
            )
        )
    if lines:
        st.markdown(" ".join(lines))
    _begun_anew(asked)


def _begun_anew(asked: Filters) -> None:
    """Decisions about the limits of what is checked: whoever begins limits anew, takes a change out of the list."""
    until = asked.period.last
    mine = [
        one
        for one in decisions()
        if one.counts and one.metric in CHECKED and until - _RECENT < one.first_day <= until and _concerns(one, asked)
    ]
    if not mine:
        return
    label = ngettext(
        "Limits began anew by {n} decision in the last half year: what changed before is not listed",
        "Limits began anew by {n} decisions in the last half year: what changed before is not listed",
        len(mine),
    )
    with st.expander(label, icon=":material/restart_alt:"):
        st.markdown("\n".join(f"- {about(one)}. {decision_line(one)}" for one in mine))


def _concerns(one: Baseline, asked: Filters) -> bool:
    department = one.department_id is None or asked.departments is None or one.department_id in asked.departments
    return department and one.platform in (None, single(asked.platforms))


def _none(asked: Filters, any_seen: bool) -> None:
    if any_seen:
        text = _("Every signal is acknowledged. Nothing else needs a look.")
    elif signals(asked).checks:
        text = _("Nothing needs a look. Small ups and downs are ordinary: do not act on them.")
    else:
        text = _("Load older exports, or wait until a number has twelve weeks.")
    st.info(text, icon=":material/check:")


def _item(asked: Filters, signal: Signal) -> None:
    earlier = before(asked, signal)
    note = signal_item(signal, turn(), None if earlier is None else _note(earlier), access().may("write"))
    if note is not None:
        attempt(PLACE, lambda: _acknowledged(signal, note))


def _note(said: Acknowledgement) -> Note:
    return Note(said.id, said.note, said.who, said.made_ts // 86_400)


def _table(asked: Filters, rows: list[tuple[Signal, Note | None]]) -> None:
    title = _("Signals")
    with st.expander(_("Show as table"), icon=":material/table:"):
        html_table(words(rows), title)
        below("signals", title, Table(lambda: words(rows), lambda: raw(rows)), numbers.source(asked))
    with st.expander(_("How is this calculated?")):
        _how(asked)


def _how(asked: Filters) -> None:
    found = signals(asked)
    st.markdown(
        _(
            "Six numbers of each department and two of the websites are checked: the newest full week, and the last "
            "six weeks together, each against the first weeks with data. Among {n} checks, about {chance} would look "
            "unusual by chance alone. So the list has only those that are clear among all of them (Benjamini and "
            "Hochberg): at most 1 in 20 of what is listed is chance.",
            n=number(found.checks),
            chance=number(found.by_chance),
        )
    )
    st.markdown(_("Messages are watched by day, under a budget of false alarms: see the page Conversation."))


def _acknowledged(signal: Signal, note: str) -> str:
    acknowledge(engine(), access(), signal.series, signal.day, note)
    return _("Acknowledged. The signal stands at the end of the list; a new week can bring it back.")


def _taken_back(id: int) -> str:
    take_back(engine(), access(), id)
    return _("The signal stands in the list again.")
