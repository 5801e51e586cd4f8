"""What is known about the quality of the data, and which comparisons it forbids: once for each choice of filters."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from components.escape import plain
from data.filters import Filters
from data.queries import overlaps as overlap_queries
from data.queries import quality as queries
from metrics.platforms import named
from metrics.quality.accuracy import FileReport
from metrics.quality.consistency import Overlap
from metrics.quality.fairness import By, Grounds, unfair
from metrics.quality.judge import Evidence, verdicts
from metrics.quality.verdict import Verdict
from metrics.registry import metrics
from metrics.words import Message
from pages._context import access, coverage, department_names, engine, figures
from pages._numbers import Key, by_group, key

T = TypeVar("T")


def evidence(asked: Filters) -> Evidence:
    """What the store knows about the data of a period."""
    return _evidence(key(asked))


def judged(asked: Filters) -> list[Verdict]:
    """The verdict on every account and website."""
    return _judged(key(asked))


def files(asked: Filters) -> pd.DataFrame:
    """The imports behind each account, newest first."""
    return _files(key(asked))


def not_compared(asked: Filters, metric: str, by: By) -> Message | None:
    """Why a number may not be compared between departments or platforms; None when it may."""
    return _not_compared(key(asked), metric, by)


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _files(key: Key) -> pd.DataFrame:
    return queries.files(engine(), access(), key[2])


@st.cache_resource(max_entries=64, show_spinner=False)
def _definitions(key: Key) -> pd.DataFrame:
    return queries.definitions(engine(), access(), key[2])


@st.cache_resource(max_entries=64, show_spinner=False)
def _evidence(key: Key) -> Evidence:
    asked, store, who = key[2], engine(), access()
    return Evidence(
        coverage=coverage(asked),
        files=_lists(_files(key)[["account_id", "import_id", "rows_read", "rows_rejected", "checks"]], FileReport),
        definitions=_lists(_definitions(key)[["account_id", "definition"]], str),
        overlaps=_lists(overlap_queries.overlaps(store, who, asked), Overlap),
        account_days=_series(queries.account_days(store, who, asked)),
        **({} if asked.platforms else _websites(asked)),
    )


def _lists(frame: pd.DataFrame, make: Callable[..., T]) -> dict[int, list[T]]:
    """What `make` makes of each row, by the account that stands first in it."""
    found: dict[int, list[T]] = {}
    for account, *values in frame.itertuples(index=False, name=None):
        found.setdefault(int(account), []).append(make(*values))
    return found


def _websites(asked: Filters) -> dict[str, Any]:
    """Websites belong to no platform: with a choice of platforms they are left out."""
    store, who = engine(), access()
    return {"sites": queries.websites(store, who, asked), "site_days": _series(queries.site_days(store, who, asked))}


def _series(frame: pd.DataFrame) -> dict[int, dict[str, Sequence[int]]]:
    found: dict[int, dict[str, Sequence[int]]] = {}
    for owner, metric, days in frame.itertuples(index=False, name=None):
        found.setdefault(int(owner), {})[metric] = days
    return found


@st.cache_resource(max_entries=64, show_spinner=False)
def _judged(key: Key) -> list[Verdict]:
    return verdicts(_evidence(key), key[2].period)


@st.cache_resource(max_entries=512, show_spinner=False)
def _not_compared(key: Key, name: str, by: By) -> Message | None:
    metric, asked = metrics()[name], key[2]
    current = figures(asked).where(period="current")
    known = _definitions(key) if "impressions" in metric.needs else pd.DataFrame(columns=["account_id", "definition"])
    found = by_group(asked, name, by)
    compared = [group for group, estimate in found.items() if estimate.value is not None]
    return unfair(metric, Grounds(current, coverage(asked), asked.period, known), by, _names(compared, by))


def _names(groups: Sequence[Any], by: By) -> dict[Any, Any]:
    """What to call departments and platforms in a sentence."""
    if by == "platform":
        return dict(zip(groups, named(groups), strict=True))
    names = department_names()
    return {group: plain(names[group]) for group in groups}
