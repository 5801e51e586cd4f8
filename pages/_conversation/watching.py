"""What is watched for signals, and what stands out: computed once for each choice of filters."""

from dataclasses import dataclass, replace

import streamlit as st

from components.escape import plain
from components.i18n import language
from components.words import platform_name
from data import feedback
from data.filters import Filters
from data.queries import signal_series as queries
from metrics.periods import Period
from metrics.signals.alarm_level import Budget
from metrics.signals.daily import LONGEST_LOOK, Reach, reach, read_from, topics, volumes
from metrics.signals.episodes import Episode, episodes
from metrics.signals.finding import Finding
from metrics.signals.said import first_finding
from metrics.signals.spikes import Watch, watch
from pages._context import access, coverage, engine
from pages._conversation import numbers
from pages._numbers import Key, key


@dataclass(frozen=True)
class Watched:
    """What stands out on the newest day, whose data that rests on (None: nobody's), and the budget of false alarms."""

    found: Watch
    reach: Reach | None
    budget: Budget


def watched(asked: Filters) -> Watched:
    """The signals of the newest day, whatever the period."""
    return _watched(key(asked))


def names(asked: Filters) -> dict[str, str]:
    """What each series is called, by its key, ready for Markdown."""
    return _names(key(asked), language())


def past(asked: Filters) -> list[Episode]:
    """The signals of the period as they would have shown then."""
    return _past(key(asked))


def looked_through(asked: Filters) -> Period:
    """The part of the period that `past` is about: at most the last 53 weeks of it."""
    return Period(max(asked.period.first, asked.period.last - LONGEST_LOOK + 1), asked.period.last)


def answers() -> feedback.Answers:
    """What people said of earlier signals."""
    return feedback.answers(engine(), access())


def first_signal(asked: Filters) -> list[Finding]:
    """The most surprising signal, for the Overview; none when nothing stands out."""
    return first_finding(watched(asked).found, names(asked))


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=32, show_spinner=False)
def _watched(key: Key) -> Watched:
    asked, store, who = key[2], engine(), access()
    budget = feedback.budget(store, who)
    covered = queries.covered(store, who, asked)
    found = reach(covered)
    if found is None:
        return Watched(watch((), budget.value), None, budget)
    days = read_from(asked.period, found.newest)
    series = volumes(covered, queries.daily_volume(store, who, asked, days), days, found)
    if found.together:
        rows = queries.daily_topics(store, who, asked, days, found.together)
        series += topics(covered, rows[rows["topic_id"].isin(list(numbers.known()))], days, found)
    return Watched(watch(series, budget.value), found, budget)


@st.cache_resource(max_entries=32, show_spinner=False)
def _past(key: Key) -> list[Episode]:
    found = _watched(key).found
    return episodes(found.series, looked_through(key[2]), found.level)


@st.cache_resource(max_entries=64, show_spinner=False)
def _names(key: Key, reader: str) -> dict[str, str]:
    every = coverage(replace(key[2], departments=None, platforms=None))
    accounts = {
        f"volume:{account}": f"{plain(name)} ({platform_name(platform)})"
        for account, name, platform in zip(every["account_id"], every["name"], every["platform"], strict=True)
    }
    return accounts | {f"topic:{topic}": plain(known.name) for topic, known in numbers.named().items()}
