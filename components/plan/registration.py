"""Registering a comparison before the start: why, and the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.day_field import day_field, needed_day
from components.escape import bare, plain
from components.i18n import _, day
from components.plan.action_form import comparison_fields
from components.plan.naming import department_name, metric_label
from components.written import written
from metrics.actions.action import DIRECTIONS, Action, Direction
from metrics.periods import to_date

_LONGEST = 1000


@dataclass(frozen=True)
class Comparison:
    """What an action will be judged by; None where nothing was chosen."""

    metric: str | None
    direction: Direction | None
    control_id: int | None
    start_day: int
    expectation: str


def why() -> str:
    """Why a comparison is chosen beforehand, as Markdown."""
    return _(
        "Some number always goes up somewhere. Who looks afterwards finds one, and the plan seems to work. So say "
        "beforehand which number should change, which way, beside which department and from which day. It is kept with "
        "the time, and nobody can change it any more. From six weeks after the start on, the result shows here."
    )


def registration_form(key: str, action: Action, departments: Mapping[int, str], earliest: date) -> Comparison | None:
    """Draw the form with what is known already; the comparison once it is sent."""
    names = {one: bare(name) for one, name in departments.items() if one != action.department_id}
    st.markdown(why())
    with st.form(key, border=False):
        metric, direction, control = comparison_fields(key, action.metric, action.direction, action.control_id, names)
        start = day_field(_("Start day, {day} or later", day=day(earliest)), action.start_day, f"{key}_start")
        expectation = written(
            key,
            _("What do you expect?"),
            _("Register and lock"),
            icon=":material/lock:",
            hint=_("How much should it change, and by when? For example: ten points more in time within a quarter."),
            start=action.expectation,
            longest=_LONGEST,
        )
    if expectation is None:
        return None
    start_day = needed_day(start, _("Start day: write year-month-day, for example 2027-01-31."))
    return None if start_day is None else Comparison(metric, direction, control, start_day, expectation)


def registered_words(action: Action, departments: Mapping[int, str]) -> str:
    """A registered comparison in words, as Markdown."""
    lines = [
        _(
            "Registered on {day}: {metric} {way} from {start} on.",
            day=day((action.registered_ts or 0) // 86_400),
            metric=metric_label(action.metric),
            way=_(DIRECTIONS[action.direction]) if action.direction else "",
            start=day(to_date(action.start_day or 0)),
        )
    ]
    if action.control_id is not None:
        other = plain(department_name(action.control_id, departments))
        lines.append(_("Compared with {department}.", department=other))
    lines.append(_("Expected: “{text}”", text=plain(action.expectation, _LONGEST)))
    return " ".join(lines)
