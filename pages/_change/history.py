"""A number over the weeks with its readings: computed once for each choice of filters, number and language."""

from dataclasses import replace

import streamlit as st

from components.change.view import ChangeView
from components.i18n import language
from components.metric_charts import Series
from components.source import Source
from data.filters import Filters
from metrics.change.history import cut, shown_of, stretches, whole_weeks
from metrics.change.reading import Reading, Target
from metrics.periods import Period
from metrics.registry import Metric, metrics, offered
from pages import _numbers as numbers
from pages._change.beside import beside
from pages._change.ground import Ground, ground
from pages._change.target import target_of
from pages._context import all_dates
from pages._numbers import Key


def followed() -> list[Metric]:
    """The numbers that can be followed by week."""
    return [metric for metric in offered() if metric.rests_on != "accounts" and metric.unit != "per_week"]


def history_of(asked: Filters) -> Filters:
    """The same choice over all weeks, from the first with data up to the end of the period.

    Limits rest on the first weeks, whatever the period, so that they stay as they are.
    """
    known = all_dates()
    first = asked.period.first if known is None else min(known.first, asked.period.first)
    return replace(asked, period=Period(first, asked.period.last))


def shown_in(asked: Filters) -> Filters:
    """The same choice over the weeks that a chart shows."""
    return replace(asked, period=shown_of(history_of(asked).period))


def source_of(asked: Filters) -> Source:
    """Where the numbers of the weeks shown come from."""
    return numbers.source(shown_in(asked))


def change_view(asked: Filters, metric: str) -> ChangeView:
    """A number of everything that was asked for, over the weeks."""
    return _view(numbers.key(asked), metric, language())


def reading_against(asked: Filters, metric: Metric, target: Target) -> Reading:
    """The weeks of a number of everything that was asked for, held against a target."""
    return view_of(
        metric, asked, numbers.over_time(history_of(asked), metric.id, "week"), ground(asked), target
    ).reading


def change_by_department(asked: Filters, metric: str) -> dict[str, ChangeView]:
    """A number of each department (also without data) over the weeks, by name in alphabetical order."""
    return _by_department(numbers.key(asked), metric, language())


# `key` names the store and the filters, `spoken` the language of the names of public holidays.


@st.cache_resource(max_entries=256, show_spinner=False)
def _view(key: Key, metric: str, spoken: str) -> ChangeView:
    asked = key[2]
    return view_of(metrics()[metric], asked, numbers.over_time(history_of(asked), metric, "week"), ground(asked))


@st.cache_resource(max_entries=64, show_spinner=False)
def _by_department(key: Key, metric: str, spoken: str) -> dict[str, ChangeView]:
    asked, known = key[2], ground(key[2])
    series = numbers.over_time_of_departments(history_of(asked), metric, "week")
    return numbers.named(
        {
            one: view_of(metrics()[metric], replace(asked, departments=(one,)), weeks, known.of(one))
            for one, weeks in series.items()
        }
    )


def view_of(metric: Metric, asked: Filters, series: Series, known: Ground, target: Target | None = None) -> ChangeView:
    """The weeks of a number with their readings and what happened beside; `asked` and `known` are of whom it is.

    They are held against `target`, or else against what was promised.
    """
    period, shown = history_of(asked).period, shown_in(asked)
    of_sites = metric.rests_on == "site_days"  # which no account tells anything about
    until, missing = (period.last, None) if of_sites else (known.read_until(period), known.not_complete(period))
    weeks = whole_weeks(metric, series, Period(period.first, until))
    around = beside(metric, shown, {code for one in series.values() for code in one.platforms}, known)
    held = target or target_of(metric.id, asked, known.norms_on(period.last))
    readings = [cut(one, shown.period.first) for one in stretches(metric, weeks, around.starts, held)]
    drawn = {week: one for week, one in series.items() if shown.period.first <= week <= period.last}
    kept = (*(one for one in readings[:-1] if one.weeks), readings[-1])
    return ChangeView(metric, drawn, kept, shown.period, asked.period, around, missing)
