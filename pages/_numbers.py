"""The numbers of the pages: metrics over the store's figures, computed once for each choice of filters.

Drawing a page again then only looks them up. What is handed out is shared between readers: never change it.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import streamlit as st

from components.coverage import source_of
from components.filters import Choice, chosen_departments, chosen_platforms
from components.metric_charts import Series
from components.source import Source
from components.time_axis import Step
from components.words import platform_name
from data.filters import Filters
from data.store import version
from metrics.estimate import Estimate
from metrics.quality.fairness import By
from metrics.registry import Metric, metrics
from metrics.slices import Slice
from metrics.trend import series
from pages._context import coverage, demo, department_names, engine, figures, figures_for, origins, settings

T = TypeVar("T")
Key = tuple[str, int, Filters]


def key(asked: Filters) -> Key:
    """What all numbers of a page depend on: which store, how often it changed, and what was asked."""
    store = engine()
    return str(store.url), version(store), asked


def table(asked: Filters, ids: tuple[str, ...]) -> dict[str, dict[str, Estimate]]:
    """Metrics of the period, for each department (also without data), by name in alphabetical order."""
    found = {metric: named(_by_department(key(asked), metric)) for metric in ids}
    return {name: {metric: found[metric][name] for metric in ids} for name in named(_parts(key(asked)))}


def by_department(asked: Filters, metric: str) -> dict[str, Estimate]:
    """A metric of the period, for each department (also without data), by name in alphabetical order."""
    return named(_by_department(key(asked), metric))


def by_department_and_platform(asked: Filters, metric: str) -> dict[str, dict[str, Estimate]]:
    """A metric of the period, for each department by name, on each of its platforms by code."""
    return named(_by_department_and_platform(key(asked), metric))


def by_platform(asked: Filters, metric: str) -> dict[str, Estimate]:
    """A metric of the period, for each platform with data, by name in alphabetical order."""
    found = {platform_name(code): estimate for code, estimate in _by_platform(key(asked), metric).items()}
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def by_group(asked: Filters, metric: str, by: By) -> Mapping[Any, Estimate]:
    """A metric of the period for each department by id, or for each platform by code."""
    return _by_platform(key(asked), metric) if by == "platform" else _by_department(key(asked), metric)


def by_week(asked: Filters, metric: Metric) -> Slice:
    """The figures by week, with what this metric needs of them."""
    return _steps(key(asked), metric.id, "week")


def over_time(asked: Filters, metric: str, step: Step) -> Series:
    """A metric per week or month."""
    return _over_time(key(asked), metric, step)


def over_time_by_department(asked: Filters, metric: str, step: Step) -> dict[str, Series]:
    """A metric per week or month, for each department (also without data), by name in alphabetical order."""
    return named(over_time_of_departments(asked, metric, step))


def over_time_of_departments(asked: Filters, metric: str, step: Step) -> Mapping[int, Series]:
    """The same by the number of the department."""
    return _over_time_by_department(key(asked), metric, step)


def named(found: Mapping[int, T]) -> dict[str, T]:
    """What is known of departments, by name in alphabetical order."""
    names = department_names()
    return {names[i]: found[i] for i in sorted(found, key=lambda i: names[i].casefold())}


def source(asked: Filters) -> Source:
    """Where the numbers come from, for the line under charts and for files."""
    names = department_names()
    choice = Choice(asked.period, asked.departments, asked.platforms)
    return source_of(
        coverage(asked),
        organisation=settings().organisation,
        period=asked.period,
        departments=chosen_departments(choice, names),
        platforms=chosen_platforms(choice),
        demo=demo(),
        zone=settings().time_zone,
        origins=lambda: origins(asked),
    )


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=1024, show_spinner=False)
def _by_department(key: Key, metric: str) -> dict[int, Estimate]:
    return {department: metrics()[metric].compute(part) for department, part in _parts(key).items()}


@st.cache_resource(max_entries=64, show_spinner=False)
def _by_department_and_platform(key: Key, metric: str) -> dict[int, dict[str, Estimate]]:
    compute = metrics()[metric].compute
    return {
        department: {platform: compute(part.where(platform=platform)) for platform in part.platforms}
        for department, part in _parts(key).items()
    }


@st.cache_resource(max_entries=16, show_spinner=False)
def _parts(key: Key) -> dict[int, Slice]:
    """The figures of each department; every number of a table is computed from them."""
    data = figures(key[2]).where(period="current")
    return {department: data.where(department_id=department) for department in _departments(key)}


@st.cache_resource(max_entries=256, show_spinner=False)
def _by_platform(key: Key, metric: str) -> dict[str, Estimate]:
    data = figures(key[2]).where(period="current")
    return {platform: metrics()[metric].compute(data.where(platform=platform)) for platform in data.platforms}


@st.cache_resource(max_entries=256, show_spinner=False)
def _over_time(key: Key, metric: str, step: Step) -> Series:
    return series(metrics()[metric], _steps(key, metric, step), step)


@st.cache_resource(max_entries=256, show_spinner=False)
def _over_time_by_department(key: Key, metric: str, step: Step) -> dict[int, Series]:
    data = _steps(key, metric, step)
    return {name: series(metrics()[metric], data.where(department_id=name), step) for name in _departments(key)}


def _departments(key: Key) -> tuple[int, ...]:
    """The departments that were asked for."""
    return key[2].departments or tuple(department_names())


def _steps(key: Key, metric: str, step: Step) -> Slice:
    """The figures by week or month, with no more than this metric needs."""
    return figures_for(metrics()[metric], key[2], step)
