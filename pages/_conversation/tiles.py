"""The first figures of the page: messages, those on no topic, questions that wait, each beside the period before."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.compared import Compared
from data.filters import Filters
from metrics.comparison.periods import compare
from metrics.periods import Period, week_start
from metrics.registry import metrics
from metrics.topics.frames import slice_about
from pages._conversation import frames, one_topic
from pages._numbers import Key, key

_IDS = ("messages", "topic_unclear", "topic_waiting")
_WEEK = 7


def tiles(asked: Filters) -> list[Compared]:
    """The three numbers, compared over the accounts whose data cover both periods."""
    return _tiles(key(asked))


@st.cache_resource(max_entries=64, show_spinner=False)
def _tiles(key: Key) -> list[Compared]:
    asked = key[2]
    same, steps = frames.comparable_sums(asked)
    sides = [
        slice_about(same[same["period"] == name], asked.period.days, one_topic.ANY) for name in ("current", "previous")
    ]
    weeks = _weeks(steps, asked.period), _weeks(steps, asked.period.before())
    found = []
    for metric in map(metrics().__getitem__, _IDS):
        now, before = (metric.compute(side) for side in sides)
        now, before = replace(now, platforms=()), replace(before, platforms=())  # the same accounts on both sides
        change = compare(now, before, weeks if metric.id == "messages" else None)
        found.append(Compared(metric, metric.compute(one_topic.current(asked, one_topic.ANY)), before, change))
    return found


def _weeks(steps: pd.DataFrame, period: Period) -> list[float]:
    """Messages in each full week of a period; weeks without any count as zero."""
    added = steps.groupby("period")["messages"].sum()
    totals = dict(zip(added.index.tolist(), added.tolist(), strict=True))
    first = week_start(period.first + _WEEK - 1)
    return [float(totals.get(day, 0)) for day in range(first, period.last - _WEEK + 2, _WEEK)]
