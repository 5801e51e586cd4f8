"""What every page starts from: the store, who is looking, what they asked to see, and the figures for that.

Only pages import this. What comes from the store is cached by the store's version, so drawing a page again costs one
small query, and a change of the store shows at once. Cached frames are shared between readers: never change one.
"""

from dataclasses import replace

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from components.filters import filter_bar
from data.access import LOCAL_ADMINISTRATOR, Access
from data.filters import Filters
from data.queries import audience_groups as audience_queries
from data.queries import coverage as coverage_queries
from data.queries import figures as queries
from data.queries import origins as origin_queries
from data.queries.windows import By
from data.registers import accounts, departments
from data.settings import Settings, read_settings
from data.store import open_store, version
from metrics.audience_groups import disclosed
from metrics.periods import Period
from metrics.registry import Metric, metrics
from metrics.slices import Slice
from pages import _frames as frames

_SELECTIONS = 64  # how many combinations of filters are kept, for all readers together


def engine() -> Engine:
    """The store of this server."""
    return open_store()


def access() -> Access:
    """Who is looking, and what they may see."""
    return LOCAL_ADMINISTRATOR


def settings() -> Settings:
    """The organisation's settings."""
    return _settings(engine(), access(), _state())


def demo() -> bool:
    """Whether the demo city is in the store; its pages say so."""
    return _demo(engine(), access(), _state())


def department_names() -> dict[int, str]:
    """The names of the departments by id."""
    return _departments(engine(), access(), _state())


def all_dates() -> Period | None:
    """From the first to the newest day with any data; None when there is no data yet."""
    span = _span(engine(), access(), _state())
    return None if span is None else Period(*span)


def filters() -> Filters | None:
    """Draw the shared filter bar and answer with what was chosen; None (and no bar) when there is no data yet."""
    state = _state()
    span = _span(engine(), access(), state)
    if span is None:
        return None
    choice = filter_bar(_departments(engine(), access(), state), _platforms(engine(), access(), state), span)
    return Filters(choice.period, choice.departments, choice.platforms)


def figures(
    asked: Filters,
    by: By = "window",
    *,
    measures: tuple[str, ...] | None = None,
    columns: tuple[str, ...] | None = None,
) -> Slice:
    """The frames that all metrics are computed from, for a choice of filters.

    `by` is "window" (the period and the one before), "week" or "month". `measures` limits the histograms and
    `columns` the sums to what is needed; without them every metric of the registry can be computed.
    """
    if measures is None:
        measures = tuple(sorted({metric.histogram for metric in metrics().values() if metric.histogram}))
    return _figures(engine(), access(), _state(), asked, by, frames.Needed(measures, columns))


def figures_for(metric: Metric, asked: Filters, by: By) -> Slice:
    """The same with no more than one metric needs."""
    return _figures(engine(), access(), _state(), asked, by, frames.needed_by(metric))


def sums(asked: Filters, columns: tuple[str, ...] | None, by: By = "window") -> pd.DataFrame:
    """The frame `sums` of `figures` alone."""
    return frames.sums(engine(), access(), _state(), asked, by, columns)


def answers(asked: Filters, by: By = "window") -> pd.DataFrame:
    """The frame `answers` of `figures` alone."""
    return frames.answers(engine(), access(), _state(), asked, by)


def hours(asked: Filters) -> pd.DataFrame:
    """Questions and replies of each account by weekday and hour."""
    return frames.hours(engine(), access(), _state(), asked)


def coverage(asked: Filters) -> pd.DataFrame:
    """Per account: the days it has data for, its posts in the period, and when it was last imported."""
    return _coverage(engine(), access(), _state(), asked)


def audience_groups(asked: Filters) -> pd.DataFrame:
    """What platforms say about the audience of each account, newest; groups that are too small are hidden."""
    return _audience_groups(engine(), access(), _state(), asked)


def origins(asked: Filters) -> pd.DataFrame:
    """Per platform: how new the imports are that the figures rest on, and how many of their rows were left out."""
    return _origins(engine(), access(), _state(), asked)


def _state() -> tuple[str, int]:
    """Which store it is and how often it was changed: the part of every key that makes cached figures fresh."""
    store = engine()
    return str(store.url), version(store)


# `_store` is not part of the keys: `state` names the store.


@st.cache_resource(max_entries=8, show_spinner=False)
def _settings(_store: Engine, who: Access, state: tuple[str, int]) -> Settings:
    return read_settings(_store, who)


@st.cache_resource(max_entries=8, show_spinner=False)
def _demo(_store: Engine, who: Access, state: tuple[str, int]) -> bool:
    return coverage_queries.has_demo(_store, who)


@st.cache_resource(max_entries=8, show_spinner=False)
def _span(_store: Engine, who: Access, state: tuple[str, int]) -> tuple[int, int] | None:
    return coverage_queries.span(_store, who)


@st.cache_resource(max_entries=8, show_spinner=False)
def _departments(_store: Engine, who: Access, state: tuple[str, int]) -> dict[int, str]:
    table = departments(_store, who)
    return dict(zip(table["id"].tolist(), table["name"].tolist(), strict=True))


@st.cache_resource(max_entries=8, show_spinner=False)
def _platforms(_store: Engine, who: Access, state: tuple[str, int]) -> tuple[str, ...]:
    return tuple(sorted(set(accounts(_store, who)["platform"])))


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def _coverage(_store: Engine, who: Access, state: tuple[str, int], asked: Filters) -> pd.DataFrame:
    return coverage_queries.coverage(_store, who, asked)


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def _audience_groups(_store: Engine, who: Access, state: tuple[str, int], asked: Filters) -> pd.DataFrame:
    return disclosed(audience_queries.audience_groups(_store, who, asked))


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def _origins(_store: Engine, who: Access, state: tuple[str, int], asked: Filters) -> pd.DataFrame:
    return origin_queries.origins(_store, who, asked)


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def _figures(
    _store: Engine,
    who: Access,
    state: tuple[str, int],
    asked: Filters,
    by: By,
    needed: frames.Needed,
) -> Slice:
    found = Slice(
        days=asked.period.days,
        sums=frames.sums(_store, who, state, asked, by, needed.columns),
        histograms=queries.histograms(_store, who, asked, needed.measures, by),
        audience=frames.audience(_store, who, state, asked),
        sites=queries.sites(_store, who, asked, by, needed.sites),
        youtube_in_totals=_settings(_store, who, state).youtube_in_totals,
        answers=frames.answers(_store, who, state, asked, by, needed.answers),
    )
    return replace(found, waiting=frames.waiting(_store, who, state, asked, by)) if needed.waiting else found
