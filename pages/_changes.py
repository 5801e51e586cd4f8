"""What changed since the period before, and what is worth a sentence: computed once for each choice of filters."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.compared import Compared
from components.escape import plain
from data.filters import Filters
from metrics import findings
from metrics.coverage import comparable
from metrics.norms.breaks import breaks_of_norms
from metrics.periods import Period
from metrics.registry import metrics
from metrics.signals.changes import WATCHED
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.trend import change
from metrics.words import Message
from pages._context import all_dates, coverage, department_names, figures
from pages._norms import segments
from pages._numbers import Key, key
from pages._quality import not_compared


def tiles(asked: Filters, ids: tuple[str, ...]) -> list[Compared]:
    """Metrics of the period, compared with the period before."""
    return [tile(asked, metric) for metric in ids]


def tile(asked: Filters, metric: str) -> Compared:
    """A metric of the period over everything that was asked for, compared with the period before."""
    return _tile(key(asked), metric)


def first_findings(asked: Filters) -> tuple[Message, list[Finding]]:
    """The headline of the Overview, and everything that is worth a sentence, most useful first."""
    return _findings(key(asked))


def departments_headline(asked: Filters) -> Message:
    """What is to be said about the departments side by side."""
    return _departments_headline(key(asked))


@st.cache_resource(max_entries=512, show_spinner=False)
def _tile(key: Key, name: str) -> Compared:
    asked, metric = key[2], metrics()[name]
    same, weeks, since = _compared(key)
    now, before = metric.compute(figures(asked).where(period="current")), metric.compute(same.where(period="previous"))
    judged = {*same.answers["account_id"]}
    own_breaks = breaks_of_norms(metric, (of for account, of in segments(asked).items() if account in judged))
    found = change(metric, same, asked.period, weeks, since, own_breaks)
    if found.direction in ("up", "down") and name in WATCHED and name not in _confirmed(key):
        found = replace(found, direction="unclear")
    return Compared(metric, now, before, found)


def _confirmed(key: Key) -> set[str | None]:
    """The watched numbers whose change holds when all are tested at once: tiles must not say more than the headline."""
    return {finding.metric_id for finding in _findings(key)[1] if finding.kind == "change"}


@st.cache_resource(max_entries=64, show_spinner=False)
def _compared(key: Key) -> tuple[Slice, Slice, int | None]:
    """The figures of the accounts whose data covers both periods, also by week; and since when they have data.

    A gap in the data must not look like a fall: numbers are compared over the same accounts only.
    """
    asked = key[2]
    accounts = coverage(asked)
    kept = comparable(accounts, asked.period)
    since = accounts.loc[accounts["account_id"].isin(kept), "first_day"].min()
    same, weeks = figures(asked).of_accounts(kept), _weeks(asked).of_accounts(kept)
    return same, weeks, None if pd.isna(since) else int(since)


@st.cache_resource(max_entries=256, show_spinner=False)
def _findings(key: Key) -> tuple[Message, list[Finding]]:
    asked = key[2]
    names = {department: plain(name) for department, name in department_names().items()}
    accounts = coverage(asked)
    accounts = accounts.assign(name=accounts["name"].map(plain))
    everything = asked.period == all_dates()
    unfair = not_compared(asked, "conversation", "department_id")
    found = findings.findings(
        figures(asked), asked.period, accounts, names, _weeks(asked), everything=everything, unfair=unfair
    )
    return findings.headline(found), found


@st.cache_resource(max_entries=256, show_spinner=False)
def _departments_headline(key: Key) -> Message:
    names = {department: plain(name) for department, name in department_names().items()}
    unfair = not_compared(key[2], "conversation", "department_id")
    return findings.departments_headline(figures(key[2]).where(period="current"), names, unfair)


def _weeks(asked: Filters) -> Slice:
    """The weeks of the period and of the one before: totals have no interval and are compared by their weeks."""
    both = Period(asked.period.before().first, asked.period.last)
    return figures(replace(asked, period=both), "week", measures=())
