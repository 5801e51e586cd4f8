"""Opening hours per weekday: two lists per day, "closed" or a time."""

from collections.abc import Mapping

import streamlit as st

from components.i18n import _
from metrics.words import N_

Hours = tuple[str, str]
_CLOSED = ""
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
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
        name = _(_WEEKDAYS[weekday])
        if bool(start) != bool(end):
            problems.append(_("{weekday}: choose both times, or “Closed” twice.", weekday=name))
        elif start and start >= end:
            problems.append(_("{weekday}: the end must be later than the start.", weekday=name))
    return problems


def _one_day(weekday: int, current: Hours) -> Hours:
    name = _(_WEEKDAYS[weekday])
    with st.container(horizontal=True):
        start, end = (
            st.selectbox(
                label,
                [_CLOSED, *sorted({*_TIMES, value} - {_CLOSED})],
                index=[_CLOSED, *sorted({*_TIMES, value} - {_CLOSED})].index(value),
                format_func=lambda time: time or _("Closed"),
                key=f"hours_{weekday}_{side}",
                width=220,
            )
            for side, label, value in (
                ("from", _("{weekday} from", weekday=name), current[0]),
                ("to", _("{weekday} to", weekday=name), current[1]),
            )
        )
    return start, end
