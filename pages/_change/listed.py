"""The list of signals, computed once for each choice of filters, and what people said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from components.escape import plain
from components.i18n import language
from data.acknowledged import Acknowledgement, acknowledged
from data.filters import Filters
from metrics.change.reading import Reading
from metrics.registry import metrics
from metrics.signals.checks import WATCHED, WATCHED_WHOLE, Checked, checked
from metrics.signals.expected import WINDOWS
from metrics.signals.finding import Finding
from metrics.signals.listing import FIRST, Listed, Signal, as_finding, listed
from metrics.signals.spikes import Watch, watch
from metrics.signals.weekly import weeks_by_department
from pages import _numbers as numbers
from pages._change.ground import ground
from pages._change.history import history_of, view_of
from pages._context import access, department_names, engine, figures
from pages._conversation import watching
from pages._numbers import Key, key


@dataclass(frozen=True)
class Seen:
    """A signal that somebody acknowledged, and what was said."""

    signal: Signal
    said: Acknowledgement


def signals(asked: Filters) -> Listed:
    """The signals of the newest week, behind how many checks."""
    return _listed(key(asked), language())


def open_and_seen(asked: Filters) -> tuple[list[Signal], list[Seen]]:
    """The signals that nobody acknowledged yet, and the others; the surest first."""
    said = _said(numbers.key(asked)[:2])
    seen = [Seen(one, found) for one in signals(asked).signals if (found := _said_of(one, said)) is not None]
    covered = {one.signal.series for one in seen}
    return [one for one in signals(asked).signals if one.series not in covered], seen


def before(asked: Filters, signal: Signal) -> Acknowledgement | None:
    """What was said of the same series in an earlier week."""
    said = _said(numbers.key(asked)[:2])
    return next((one for one in said if one.series == signal.series and one.day < signal.day), None)


def first_signals(asked: Filters) -> list[Finding]:
    """The surest signals that nobody acknowledged, for the Overview; at most three."""
    found = signals(asked)
    return [as_finding(one, found) for one in open_and_seen(asked)[0][:FIRST]]


def looked_at(asked: Filters) -> int:
    """How many comparisons the list made, of numbers and of messages."""
    found = signals(asked)
    return found.checks + found.series


def alone_only(asked: Filters, metric: str, reading: Reading) -> bool:
    """Whether a number that the list checks for this choice changed by itself, and does not stand in the list."""
    single = len(asked.departments or ()) == 1 and metric in WATCHED
    whole = metric in WATCHED_WHOLE and _is_whole(asked)
    return reading.side != 0 and (single or whole) and all(one.metric != metric for one in signals(asked).signals)


def _said_of(signal: Signal, said: Sequence[Acknowledgement]) -> Acknowledgement | None:
    return next((one for one in said if signal.is_covered_by(one.series, one.day)), None)


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=8, show_spinner=False)
def _said(store: tuple[str, int]) -> tuple[Acknowledgement, ...]:
    return tuple(acknowledged(engine(), access()))


@st.cache_resource(max_entries=64, show_spinner=False)
def _listed(key: Key, reader: str) -> Listed:
    asked = key[2]
    names = {department: plain(name) for department, name in department_names().items()}
    return listed(_checked(key), names, _messages(asked), watching.names(asked))


def _messages(asked: Filters) -> Watch:
    """What is watched among messages; nothing for a period that was over before the weeks that are watched."""
    found = watching.watched(asked)
    newest = None if found.reach is None else found.reach.newest
    over = newest is not None and asked.period.last <= newest - max(WINDOWS)
    return watch((), found.budget.value) if over else found.found


@st.cache_resource(max_entries=64, show_spinner=False)
def _checked(key: Key) -> Checked:
    asked = key[2]
    readings = _of_departments(asked) | (_of_the_whole(asked) if _is_whole(asked) else {})
    return checked(readings, asked.period.last, asked.platforms or ())


def _is_whole(asked: Filters) -> bool:
    return asked.departments is None and asked.platforms is None


def _of_departments(asked: Filters) -> dict[tuple[str, int | None], Reading]:
    """Each number of each department with data, from one statement for all of them."""
    known = ground(asked)
    columns = tuple(sorted({column for name in WATCHED for column in metrics()[name].columns}))
    data = figures(history_of(asked), "week", measures=(), columns=columns)
    found: dict[tuple[str, int | None], Reading] = {}
    for name in WATCHED:
        for department, weeks in weeks_by_department(metrics()[name], data).items():
            own = replace(asked, departments=(department,))
            found[(name, department)] = view_of(metrics()[name], own, weeks, known.of(department)).reading
    return found


def _of_the_whole(asked: Filters) -> dict[tuple[str, int | None], Reading]:
    known, history = ground(asked), history_of(asked)
    return {
        (name, None): view_of(metrics()[name], asked, numbers.over_time(history, name, "week"), known).reading
        for name in WATCHED_WHOLE
    }
