"""What was seen after each registered action: beside its own weeks before, another department and earlier dates."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.escape import bare, plain
from components.i18n import _
from components.plan.naming import department_name
from components.plan.registration import why
from components.plan.result_card import Measured, result_card
from data.filters import Filters
from metrics.actions.action import Action
from metrics.actions.weekly import scale_of, weekly
from metrics.beforeafter import BeforeAfter, judge
from metrics.breaks.shipped import breaks_of
from metrics.norms.breaks import breaks_of_norms
from metrics.registry import metrics
from pages import _numbers as numbers
from pages._context import all_dates
from pages._norms import segments
from pages._numbers import Key
from pages._plan.plan import Plan


def results_view(plan: Plan) -> None:
    """Draw a card for each action whose comparison is registered, the latest start first."""
    st.header(_("What was seen afterwards"), anchor=False)
    registered = [one for one in plan.actions if one.is_registered]
    if not registered:
        st.info(_("No comparison is registered yet. Register one with an action, before it starts."))
        st.markdown(why())
        return
    for one in sorted(registered, key=lambda one: one.start_day or 0, reverse=True):
        _result(one, plan)


def _result(action: Action, plan: Plan) -> None:
    dates, metric = all_dates(), metrics().get(action.metric or "")
    if dates is None or metric is None or action.direction is None or action.start_day is None:
        text = _(
            "“{title}”: there are no data for its number. Load exports, or see whether the number still exists.",
            title=plain(action.title),
        )
        st.info(text, icon=":material/info:")
        return
    parts = tuple(one for one in (action.department_id, action.control_id) if one is not None)
    asked = Filters(dates, parts or None)
    measured, found = _judged(numbers.key(asked), action, plan.departments)
    result_card(action, metric, found, measured, plan.departments, numbers.source(asked), numbers.key(asked))


@st.cache_resource(max_entries=64, show_spinner=False)
def _judged(key: Key, action: Action, departments: Mapping[int, str]) -> tuple[Measured, BeforeAfter]:
    """The weeks of a registered action, and what they show: earlier dates are compared once for each store version."""
    metric, dates = metrics()[action.metric or ""], key[2].period
    measured = _measured(action, key[2], departments)
    own = weekly(metric, measured.weeks, dates)
    control = None if measured.others is None else weekly(metric, measured.others, dates)
    assert action.start_day is not None and action.direction is not None
    shown = (*measured.weeks.values(), *(measured.others or {}).values())
    of_platforms = breaks_of(metric, {platform for estimate in shown for platform in estimate.platforms})
    breaks = (*of_platforms, *breaks_of_norms(metric, segments(key[2]).values()))
    return measured, judge(own, control, action.start_day, action.direction, scale_of(metric), breaks)


def _measured(action: Action, asked: Filters, departments: Mapping[int, str]) -> Measured:
    """The weeks of the department, or of the whole organisation, and of the one that it is compared with."""
    metric = action.metric or ""
    name = bare(department_name(action.department_id, departments))
    if action.department_id is None:
        return Measured(name, numbers.over_time(asked, metric, "week"))
    weeks = numbers.over_time_by_department(asked, metric, "week")
    found = Measured(name, weeks.get(departments.get(action.department_id, ""), {}))
    if action.control_id is None:
        return found
    other = departments.get(action.control_id, "")
    return replace(found, other=bare(other), others=weeks.get(other, {}))
