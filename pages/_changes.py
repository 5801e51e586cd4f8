"""What changed since the period before, and what is worth a sentence: computed once for each choice of filters."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.compared import Compared
from components.escape import plain
from data.filters import Filters
from metrics import findings
from metrics.comparison import Change
from metrics.coverage import comparable
from metrics.estimate import Estimate
from metrics.periods import Period
from metrics.registry import metrics
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.trend import change
from metrics.words import Message
from pages._context import coverage, department_names, figures
from pages._numbers import Key, key


def tiles(asked: Filters, ids: tuple[str, ...]) -> list[Compared]:
    """Metrics of the period, compared with the period before."""
    return _tiles(key(asked), ids)


def whole(asked: Filters, metric: str) -> Estimate:
    """A metric over everything that was asked for."""
    return _tiles(key(asked), (metric,))[0].now


def changed(asked: Filters, metric: str) -> Change:
    """How a metric compares with the period before."""
    return _tiles(key(asked), (metric,))[0].change


def first_findings(asked: Filters) -> tuple[Message, list[Finding]]:
    """The headline of the Overview, and everything that is worth a sentence, most useful first."""
    return _findings(key(asked))


def departments_headline(asked: Filters) -> Message:
    """What is to be said about the departments side by side."""
    return _departments_headline(key(asked))


@st.cache_resource(max_entries=256, show_spinner=False)
def _tiles(key: Key, ids: tuple[str, ...]) -> list[Compared]:
    asked = key[2]
    data, same, weeks, since = _compared(asked)
    tiles = []
    for metric in (metrics()[name] for name in ids):
        now, before = metric.compute(data.where(period="current")), metric.compute(same.where(period="previous"))
        tiles.append(Compared(metric, now, before, change(metric, same, asked.period, weeks, since)))
    return tiles


@st.cache_resource(max_entries=256, show_spinner=False)
def _findings(key: Key) -> tuple[Message, list[Finding]]:
    asked = key[2]
    names = {department: plain(name) for department, name in department_names().items()}
    accounts = coverage(asked)
    accounts = accounts.assign(name=accounts["name"].map(plain))
    found = findings.findings(figures(asked), asked.period, accounts, names, _weeks(asked))
    return findings.headline(found), found


@st.cache_resource(max_entries=256, show_spinner=False)
def _departments_headline(key: Key) -> Message:
    names = {department: plain(name) for department, name in department_names().items()}
    return findings.departments_headline(figures(key[2]).where(period="current"), names)


def _compared(asked: Filters) -> tuple[Slice, Slice, Slice, int | None]:
    """The figures; those of the accounts whose data covers both periods, also by week; and since when they have data.

    A gap in the data must not look like a fall: numbers are compared over the same accounts only.
    """
    accounts = coverage(asked)
    kept = comparable(accounts, asked.period)
    since = accounts.loc[accounts["account_id"].isin(kept), "first_day"].min()
    data = figures(asked)
    first_day = None if pd.isna(since) else int(since)
    return data, data.of_accounts(kept), _weeks(asked).of_accounts(kept), first_day


def _weeks(asked: Filters) -> Slice:
    """The weeks of the period and of the one before: totals have no interval and are compared by their weeks."""
    both = Period(asked.period.before().first, asked.period.last)
    return figures(replace(asked, period=both), "week", measures=())
