"""What happened in the demo city: holidays, a storm, elections, a festival; and one decision about limits."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

import numpy as np
from sqlalchemy import Engine

from data.access import Access
from data.baselines import add_baseline
from data.events import Event, add_event, events
from loaders.demo.calendar import Calendar
from loaders.demo.words import read
from metrics.change.decisions import EventKind
from metrics.periods import to_day

_ROTA = 160  # days before the end: the evening rota of loaders/demo/texts/assessment.yaml starts


def add_events(engine: Engine, access: Access, end: date) -> None:
    """Note what the calendar of the city has, each unless it is noted already."""
    known = {_same(one) for one in events(engine, access)}
    for kind, name, first, last in _happened(Calendar(end)):
        if (kind, name, to_day(first), to_day(last)) not in known:
            add_event(engine, access, kind, name, to_day(first), to_day(last), is_demo=True)


def add_decision(engine: Engine, access: Access, departments: Mapping[str, int], end: date) -> None:
    """Let the limits of a department begin anew where it changed its way of working."""
    note = read("calendar")["decision"]
    start = to_day(end - timedelta(days=_ROTA))
    mobility = departments["mobiliteit"]
    add_baseline(engine, access, "within_norm", start, "policy", note, department_id=mobility, is_demo=True)


def _same(one: Event) -> tuple[str, str, int, int]:
    return one.kind, one.name, one.first_day, one.last_day


def _happened(calendar: Calendar) -> Iterator[tuple[EventKind, str, date, date]]:
    """Kind, name, first and last day."""
    yield from (("holiday", name, first, last) for name, first, last in school_holidays(calendar))
    storm = np.flatnonzero(calendar.storm)
    if storm.size:
        yield "storm", read("calendar")["storm"], calendar.dates[storm[0]], calendar.dates[storm[-1]]
    for vote in read("calendar")["elections"]:
        if calendar.first <= vote["date"] <= calendar.end:
            yield "election", vote["name"], vote["date"], vote["date"]
    for n in np.flatnonzero(calendar.event == 1):
        yield "other", "Lichtjesnacht", calendar.dates[n], calendar.dates[n]


def school_holidays(calendar: Calendar) -> list[tuple[str, date, date]]:
    """School holidays in the middle of the country, by their Dutch name, with the first and the last day."""
    import holidays

    years = range(calendar.first.year, calendar.end.year + 1)
    known = holidays.country_holidays("NL", subdiv="Midden", categories=("school",), years=years, language="nl")
    days = [(n, known.get(day)) for n, day in enumerate(calendar.dates)]
    found = []
    for name, run in groupby(days, key=lambda one: one[1]):
        numbers = [n for n, _ in run]
        if name:
            found.append((name, calendar.dates[numbers[0]], calendar.dates[numbers[-1]]))
    return found
