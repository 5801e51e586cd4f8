"""The value of a number now, over the days of the period that there are data of."""

from dataclasses import replace

import streamlit as st

from data.filters import Filters
from metrics.estimate import Estimate
from metrics.goals.judge import Covered
from metrics.goals.target import is_over_weeks
from metrics.registry import Metric, metrics
from pages import _numbers as numbers
from pages._change.ground import ground
from pages._context import figures, figures_for
from pages._numbers import Key

NOTHING = Covered(0, 0)
"""Of a number of which there are no data."""


def now(over: Filters, metric: Metric, department_id: int | None) -> tuple[Estimate | None, Covered]:
    """The value of a department, or of the whole organisation (None), and the days that it rests on."""
    if metric.rests_on != "site_days" and is_over_weeks(metric):
        return _counted(over, metric, department_id)
    if department_id is None:
        estimate: Estimate | None = _whole(numbers.key(over), metric.id)
    else:
        estimate = numbers.by_group(over, metric.id, "department_id").get(department_id)
    return estimate, _covered(over.period.days, estimate)


def _counted(over: Filters, metric: Metric, department_id: int | None) -> tuple[Estimate | None, Covered]:
    """A count of what accounts did, over the days that the page Change reads."""
    mine = replace(over, departments=None if department_id is None else (department_id,))
    known = ground(mine)
    period = known.covered(over.period)
    if period is None:
        return None, Covered(0, over.period.days)
    covered = Covered(period.days, over.period.days, complete=not known.has_gaps(period))
    return _of(numbers.key(replace(mine, period=period)), metric.id), covered


def _covered(days: int, estimate: Estimate | None) -> Covered:
    """The days that a count of websites rests on: those of one; of several it is only known that some are missing."""
    missing = next((one for one in estimate.notes if one.code == "days_missing"), None) if estimate else None
    if missing is None:
        return Covered(days, days)
    return Covered(int(missing.values["n"]), days) if missing.values["expected"] == days else Covered(days, days, False)


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=256, show_spinner=False)
def _whole(key: Key, metric: str) -> Estimate:
    return metrics()[metric].compute(figures(key[2]).where(period="current"))


@st.cache_resource(max_entries=256, show_spinner=False)
def _of(key: Key, metric: str) -> Estimate:
    return metrics()[metric].compute(figures_for(metrics()[metric], key[2], "window").where(period="current"))
