"""The store's sums by topic, each read once for a choice of filters. Never change a frame."""

from dataclasses import replace
from typing import Literal

import pandas as pd
import streamlit as st

from components.time_axis import Step, step_of
from data.filters import Filters
from data.queries.topics import topic_sums
from data.store import version
from metrics.coverage import comparable
from metrics.periods import Period
from metrics.topics.frames import READ
from pages._context import access, coverage, engine
from pages._numbers import Key, key

State = tuple[str, int]


def state() -> State:
    """Which store it is and how often it was changed."""
    store = engine()
    return str(store.url), version(store)


def by_account(asked: Filters) -> pd.DataFrame:
    """Messages and questions per topic and account, of the period and the one before."""
    return _by_account(key(asked))


def by_topic(asked: Filters) -> pd.DataFrame:
    """All sums per topic, of the period."""
    return _by_topic(key(asked))


def steps(asked: Filters, period: Literal["current", "previous"], step: Step) -> pd.DataFrame:
    """Messages per topic and week (or month) of the period or the one before; a week on the border is in both."""
    span = asked.period if period == "current" else asked.period.before()
    return _steps(key(replace(asked, period=span)), None, step)


def comparable_sums(asked: Filters) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What changes are judged by: both periods by account, and the weeks of both, of accounts that cover both."""
    kept = tuple(comparable(coverage(asked), asked.period))
    rows = by_account(asked)
    both = replace(asked, period=Period(asked.period.before().first, asked.period.last))
    return rows[rows["account_id"].isin(kept)], _steps(key(both), kept, step_of(asked.period))


@st.cache_resource(max_entries=64, show_spinner=False)
def _by_account(key: Key) -> pd.DataFrame:
    return topic_sums(engine(), access(), key[2], "window", columns=READ)


@st.cache_resource(max_entries=64, show_spinner=False)
def _by_topic(key: Key) -> pd.DataFrame:
    rows = topic_sums(engine(), access(), key[2], "window", per="topic")
    return rows[rows["period"] == "current"]


@st.cache_resource(max_entries=64, show_spinner=False)
def _steps(key: Key, accounts: tuple[int, ...] | None, step: Step) -> pd.DataFrame:
    return topic_sums(engine(), access(), key[2], step, columns=("messages",), per="topic", accounts=accounts)
