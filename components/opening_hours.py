"""Opening hours per weekday: two lists per day, "closed" or a time."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.formats import enumeration
from components.i18n import _, language
from components.select import select
from metrics.weekdays import WEEKDAYS

Hours = tuple[str, str]
_CLOSED = ""
_TIMES = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)] + ["24:00"]


def opening_hours(current: Mapping[int, Hours], key: str = "hours") -> dict[int, Hours]:
    """Draw two lists for each weekday (0 Monday); the chosen times, both empty when closed."""
    st.markdown(_("**Opening hours** of the people who answer. Response times can be counted in opening hours."))
    with st.grid(3, min_column_width=320, gap="small", key=f"{key}_week"):
        return {weekday: _one_day(weekday, current.get(weekday, (_CLOSED, _CLOSED)), key) for weekday in range(7)}


def open_days(hours: Mapping[int, Hours]) -> dict[int, Hours]:
    """Only the weekdays on which somebody is there."""
    return {weekday: (start, end) for weekday, (start, end) in hours.items() if start and end}


def hours_words(hours: Mapping[int, Hours]) -> str:
    """Opening hours in a sentence; weekdays in a row with the same hours are taken together.

    >>> hours_words({0: ("09:00", "17:00"), 1: ("09:00", "17:00"), 2: ("09:00", "17:00"), 5: ("10:00", "12:00")})
    'Monday to Wednesday 09:00–17:00 and Saturday 10:00–12:00'
    """
    rows: list[list[int]] = []
    for weekday in sorted(open_days(hours)):
        follows = rows and rows[-1][-1] == weekday - 1 and hours[rows[-1][-1]] == hours[weekday]
        if follows:
            rows[-1].append(weekday)
        else:
            rows.append([weekday])
    return enumeration([_row_words(row, hours[row[0]]) for row in rows], language())


def hours_problems(hours: Mapping[int, Hours]) -> list[str]:
    """A sentence for each weekday whose hours make no sense.

    Times are texts of five characters, so they compare as times do.
    """
    problems = []
    for weekday, (start, end) in hours.items():
        name = _(WEEKDAYS[weekday])
        if bool(start) != bool(end):
            problems.append(_("{weekday}: choose both times, or “Closed” twice.", weekday=name))
        elif start and start >= end:
            problems.append(_("{weekday}: the end must be later than the start.", weekday=name))
    return problems


def _row_words(row: Sequence[int], hours: Hours) -> str:
    start, end = hours
    first, last = _(WEEKDAYS[row[0]]), _(WEEKDAYS[row[-1]])
    if len(row) == 1:
        return _("{weekday} {start}–{end}", weekday=first, start=start, end=end)
    return _("{first} to {last} {start}–{end}", first=first, last=last, start=start, end=end)


def _one_day(weekday: int, current: Hours, key: str) -> Hours:
    name = _(WEEKDAYS[weekday])
    labels = {"from": _("{weekday} from", weekday=name), "to": _("{weekday} to", weekday=name)}
    with st.container(horizontal=True):
        start, end = (
            select(label, _times(time), time, key=f"{key}_{weekday}_{side}", width=150)
            for (side, label), time in zip(labels.items(), current, strict=True)
        )
    return start, end


def _times(current: str) -> dict[str, str]:
    """Closed, and the times of the day; with the current one, which may be none of the half hours."""
    return {_CLOSED: _("Closed"), **{time: time for time in sorted({*_TIMES, current} - {_CLOSED})}}
