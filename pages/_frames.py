"""The frames that several figures share, each read once: one page has what another page, or a part of it, has read.

`state` names the store and says how often it changed; `_store` is not part of the keys. Never change a frame.
"""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from data.access import Access
from data.filters import Filters
from data.queries import answer_hours
from data.queries import figures as queries
from data.queries.windows import By
from metrics.registry import Metric
from metrics.slices import ANSWERS, RESPONSE

State = tuple[str, int]
_SELECTIONS = 64


@dataclass(frozen=True)
class Needed:
    """What is asked of the store: which measures have a histogram, and which columns; None is all of them."""

    measures: tuple[str, ...]
    columns: tuple[str, ...] | None = None
    answers: tuple[str, ...] = ANSWERS
    sites: tuple[str, ...] | None = None

    @property
    def waiting(self) -> bool:
        """Whether questions without an answer are needed: with response times, they are all questions."""
        return RESPONSE in self.measures or self.answers == ANSWERS


def needed_by(metric: Metric) -> Needed:
    """No more than one number needs; which weeks there are is told by accounts with conversations, without sums."""
    of_sites = metric.needs if metric.group == "website" else ()
    return Needed(
        (metric.histogram,) if metric.histogram else (), metric.columns or ("posts",), metric.answers, of_sites
    )


def of_period(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the period that was asked for, without those of the period before it."""
    return frame[frame["period"] == "current"]


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def sums(
    _store: Engine, who: Access, state: State, asked: Filters, by: By, columns: tuple[str, ...] | None
) -> pd.DataFrame:
    """`Slice.sums`: all of them, or those columns."""
    return queries.sums(_store, who, asked, by, columns)


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def answers(
    _store: Engine, who: Access, state: State, asked: Filters, by: By, columns: tuple[str, ...] = ANSWERS
) -> pd.DataFrame:
    """`Slice.answers`: all of them, or those columns."""
    return queries.answers(_store, who, asked, by, columns)


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def waiting(_store: Engine, who: Access, state: State, asked: Filters, by: By) -> pd.DataFrame:
    """`Slice.waiting`."""
    return queries.waiting(_store, who, asked, by)


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def audience(_store: Engine, who: Access, state: State, asked: Filters) -> pd.DataFrame:
    """`Slice.audience`."""
    return queries.audience(_store, who, asked)


@st.cache_resource(max_entries=_SELECTIONS, show_spinner=False)
def hours(_store: Engine, who: Access, state: State, asked: Filters) -> pd.DataFrame:
    """Questions and replies of each account by weekday and hour."""
    return answer_hours.hours(_store, who, asked)
