"""The numbers of one topic: over time, by department and by platform, computed once for each choice of filters."""

from typing import Any

import pandas as pd
import streamlit as st

from components.metric_charts import Series
from components.time_axis import Step, step_of
from components.words import platform_name
from data.filters import Filters
from data.labelling import calibrated
from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.slices import Slice
from metrics.text.tone import TONES
from metrics.text.tone_counts import known, machine
from metrics.topics.estimates import disclosed, share_of_messages
from metrics.topics.frames import slice_about
from pages._context import access, department_names, engine
from pages._conversation import frames
from pages._numbers import Key, key

_MOST_GAPS = 0.25
"""Where more weeks than that have too few messages to show, months are shown."""

ANY = None
"""In place of a topic: all of them."""


def current(asked: Filters, topic: int | None) -> Slice:
    """The messages of the period, and those on the topic."""
    return _slice(key(asked), topic)


def over_time(asked: Filters, topic: int) -> tuple[Step, Series, Series]:
    """The share of the messages in the period and in the one before: by week, or by month where weeks are too small."""
    return _over_time(key(asked), topic)


def whole(asked: Filters, topic: int) -> Estimate:
    """The share in everything that was asked for."""
    return metrics()["topic_share"].compute(current(asked, topic))


def by_department(asked: Filters, topic: int) -> dict[str, Estimate]:
    """The share in the messages of each department, by name; small groups are hidden."""
    names = department_names()
    found = {names[id]: one for id, one in _by(key(asked), topic, "department_id").items()}
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def by_platform(asked: Filters, topic: int) -> dict[str, Estimate]:
    """The share in the messages of each platform, by name; small groups are hidden."""
    found = {platform_name(code): one for code, one in _by(key(asked), topic, "platform").items()}
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def inside(asked: Filters, topic: int) -> dict[str, dict[str, Estimate]]:
    """The share in the messages of each department by name, on each of its platforms."""
    return _inside(key(asked), topic)


def tone_shares(asked: Filters, topic: int) -> dict[str, Estimate]:
    """The share of each tone, corrected by the messages that people labelled; empty while too few are."""
    return _tone_shares(key(asked), topic)


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _slice(key: Key, topic: int | None) -> Slice:
    rows = frames.by_account(key[2])
    return slice_about(rows[rows["period"] == "current"], key[2].period.days, topic)


@st.cache_resource(max_entries=64, show_spinner=False)
def _by(key: Key, topic: int, group: str) -> dict[Any, Estimate]:
    data, compute = _slice(key, topic), metrics()["topic_share"].compute
    counts = data.topics.groupby(group)["about"].sum()
    cells = dict(zip(counts.index.tolist(), counts.tolist(), strict=True))
    return disclosed({one: compute(data.where(**{group: one})) for one in cells}, cells)


@st.cache_resource(max_entries=64, show_spinner=False)
def _inside(key: Key, topic: int) -> dict[str, dict[str, Estimate]]:
    data, names, compute = _slice(key, topic), department_names(), metrics()["topic_share"].compute
    found: dict[str, dict[str, Estimate]] = {}
    for department in sorted(set(data.topics["department_id"].tolist())):
        part = data.where(department_id=department)
        platforms = sorted(set(part.topics["platform"]))
        found[names[department]] = {one: compute(part.where(platform=one)) for one in platforms}
    return found


@st.cache_resource(max_entries=64, show_spinner=False)
def _over_time(key: Key, topic: int) -> tuple[Step, Series, Series]:
    asked, step = key[2], step_of(key[2].period)
    now = _shares(frames.steps(asked, "current", step), topic)
    if sum(one.value is None for one in now.values()) > len(now) * _MOST_GAPS:
        step = "month"
        now = _shares(frames.steps(asked, "current", step), topic)
    return step, now, _shares(frames.steps(asked, "previous", step), topic)


@st.cache_resource(max_entries=64, show_spinner=False)
def _tone_shares(key: Key, topic: int) -> dict[str, Estimate]:
    rows = frames.by_topic(key[2])
    counts = machine(rows[rows["topic_id"] == topic].head(1))
    adjusted = calibrated(engine(), access(), "tone", counts).adjusted
    if adjusted is None or adjusted[list(TONES)].isna().any(axis=None):
        return {}
    found = adjusted.iloc[0]
    shares = {
        tone: Estimate(float(found[tone]), int(found["n"]), float(found[f"{tone}_low"]), float(found[f"{tone}_high"]))
        for tone in TONES
    }
    told = known(shares)
    return told if all(one.value is not None for one in told.values()) else {}


def _shares(steps: pd.DataFrame, topic: int) -> Series:
    totals = steps.groupby("period")["messages"].sum()
    about = steps[steps["topic_id"] == topic].groupby("period")["messages"].sum().reindex(totals.index, fill_value=0)
    counts = zip(totals.index.tolist(), about.tolist(), totals.tolist(), strict=True)
    return {start: share_of_messages(part, Estimate(None, n=n)) for start, part, n in counts}
