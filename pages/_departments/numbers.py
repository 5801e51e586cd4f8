"""What the page is drawn from: the departments held against each other on one number, once for a choice of filters."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.comparison.kinds import kind_of
from components.escape import plain
from data.filters import Filters
from metrics.comparison import wording
from metrics.comparison.compared import Compared, number_compared, ratio_compared
from metrics.comparison.part import Part, parts_of, strata_of
from metrics.comparison.strata import Dimension
from metrics.registry import Metric, metrics, offered
from metrics.words import Message
from pages import _numbers as numbers
from pages import _quality as quality
from pages._context import department_names, figures
from pages._departments.strata import sliced, testable
from pages._numbers import Key, key

Members = tuple[str, ...]
"""The names of the departments that are compared."""


def compared(asked: Filters, metric: Metric, members: Members) -> Compared[str]:
    """The departments of a group held against each other."""
    return _compared(key(asked), metric.id, members)


def refused(asked: Filters, metric: Metric, members: Members) -> Message | None:
    """Why departments are not compared on a number: quality or definitions differ, or it is not about the same thing.

    Totals are shown, because people ask for them, with a remark; a number that is missing says so in its own place.
    """
    unfair = quality.not_compared(asked, metric.id, "department_id")
    if unfair is not None:
        return unfair
    found = compared(asked, metric, members)
    if found.mixed or kind_of(metric) == "total" or found.compared < 2:
        return None
    return wording.refusal(metric, found.estimates, {who: plain(who) for who in members})


def turned_elsewhere(asked: Filters, members: Members, shown: Metric) -> list[Metric]:
    """The other shares and rates on which a pair of departments turns round inside strata."""
    found = [metric for metric in offered() if metric.ratio is not None and metric.id != shown.id]
    return [one for one in found if refused(asked, one, members) is None and compared(asked, one, members).turnings]


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=256, show_spinner=False)
def _compared(key: Key, name: str, members: Members) -> Compared[str]:
    asked, metric = key[2], metrics()[name]
    estimates = {who: one for who, one in numbers.by_department(asked, name).items() if who in members}
    if metric.ratio is None:
        return number_compared(metric, estimates, lambda: numbers.by_department_and_platform(asked, name))
    strata = {dimension: _strata(key, name, dimension) for dimension in testable(asked, metric)}
    return ratio_compared(metric, estimates, _named(_parts(key, name)), strata)


@st.cache_resource(max_entries=256, show_spinner=False)
def _parts(key: Key, name: str) -> dict[int, Part]:
    asked, metric = key[2], metrics()[name]
    return parts_of(metric, figures(asked).where(period="current"), weeks=numbers.by_week(asked, metric))


@st.cache_resource(max_entries=256, show_spinner=False)
def _strata(key: Key, name: str, dimension: Dimension) -> dict[Any, dict[str, Part]]:
    asked, metric = key[2], metrics()[name]
    column = "platform" if dimension == "platform" else "stratum"  # weeks have their platforms, and no other stratum
    weeks = numbers.by_week(asked, metric)
    found = strata_of(metric, sliced(asked, dimension), column, weeks=weeks, whole=_parts(key, name))
    return {stratum: _named(parts) for stratum, parts in found.items()}


def _named(parts: Mapping[int, Part]) -> dict[str, Part]:
    names = department_names()
    return {names[department]: part for department, part in parts.items()}
