"""Opening hours per weekday: two lists per day, "closed" or a time."""

from collections.abc import Mapping

import streamlit as st

from components.i18n import _
from components.select import select
from metrics.weekdays import WEEKDAYS

Hours = tuple[str, str]
_CLOSED = ""
_TIMES = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)] + ["24:00"]


def opening_hours(current: Mapping[int, Hours]) -> dict[int, Hours]:
    """Draw two lists for each weekday (0 Monday); the chosen times, both empty when closed."""
    st.markdown(_("**Opening hours** of the people who answer. Response times can be counted in opening hours."))
    return {weekday: _one_day(weekday, current.get(weekday, (_CLOSED, _CLOSED))) for weekday in range(7)}


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


def _one_day(weekday: int, current: Hours) -> Hours:
    name = _(WEEKDAYS[weekday])
    labels = {"from": _("{weekday} from", weekday=name), "to": _("{weekday} to", weekday=name)}
    with st.container(horizontal=True):
        start, end = (
            select(label, _times(time), time, key=f"hours_{weekday}_{side}", width=150)
            for (side, label), time in zip(labels.items(), current, strict=True)
        )
    return start, end


def _times(current: str) -> dict[str, str]:
    """Closed, and the times of the day; with the current one, which may be none of the half hours."""
    return {_CLOSED: _("Closed"), **{time: time for time in sorted({*_TIMES, current} - {_CLOSED})}}
