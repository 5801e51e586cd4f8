"""What the view "Topics" is drawn from: computed once for each choice of filters."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import language
from components.time_axis import Step, step_of
from components.topics_view.models import Grouping
from components.topics_view.topic_list import Known
from data import scoring
from data.filters import Filters
from data.queries.topics import topic_models
from data.topics import Topic, topics
from metrics.signals.finding import Finding
from metrics.topics import findings as said
from metrics.topics.changes import Shift, changes
from metrics.topics.owners import Arrival, arrivals
from metrics.topics.sizes import Size, Sizes, sizes
from metrics.words import Message
from pages._context import access, department_names, engine
from pages._conversation import frames
from pages._numbers import Key, key


def unscored() -> int:
    """How many texts were not held against the topics yet."""
    store, state = engine(), frames.state()
    return _unscored(store, state)


def known() -> dict[int, Topic]:
    """The topics by id."""
    return _topics(frames.state())


def named() -> dict[int, Known]:
    """What the topics are called in the reader's language, and who owns them; as people wrote it, so escape it."""
    return _named(frames.state(), language())


def groupings() -> tuple[Grouping, ...]:
    """How topics were found in messages."""
    return _groupings(frames.state())


def step(asked: Filters) -> Step:
    """Weeks, or months in a long period."""
    return step_of(asked.period)


def found(asked: Filters) -> Sizes:
    """All topics of the period."""
    return _sizes(key(asked))


def shifts(asked: Filters) -> Mapping[int, Shift]:
    """The topics that were compared with the period before."""
    return _shifts(key(asked))


def waits_most(asked: Filters) -> Size | None:
    """The topic whose questions clearly wait most."""
    return _waits_most(key(asked))


def arrived(asked: Filters) -> list[Arrival]:
    """Where messages on topics with an owner arrive; nothing is known of that in a part of the departments."""
    return _arrived(key(asked)) if asked.departments is None else []


def lines(asked: Filters) -> dict[int, tuple[float, ...]]:
    """The share of each topic by week (or month), three at a time: a single one can be very few messages."""
    return _lines(key(asked))


def first_sentence(asked: Filters) -> Message:
    """The finding of the page."""
    return _said(key(asked), language())[0]


def findings(asked: Filters) -> list[Finding]:
    """What is worth a sentence, most useful first."""
    return _said(key(asked), language())[1]


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=8, show_spinner=False)
def _unscored(_store: object, state: frames.State) -> int:
    return scoring.pending(engine(), access())


@st.cache_resource(max_entries=8, show_spinner=False)
def _topics(state: frames.State) -> dict[int, Topic]:
    return {one.id: one for one in topics(engine(), access())}


@st.cache_resource(max_entries=16, show_spinner=False)
def _named(state: frames.State, reader: str) -> dict[int, Known]:
    departments = department_names()
    return {
        id: Known(one.label(reader), departments.get(one.owner_id or 0, ""))
        for id, one in _topics(state).items()  # noqa: A001
    }


@st.cache_resource(max_entries=8, show_spinner=False)
def _groupings(state: frames.State) -> tuple[Grouping, ...]:
    rows = topic_models(engine(), access())
    return tuple(Grouping(row["kind"], row["language"], row["n"], row["stability"]) for row in rows.to_dict("records"))


@st.cache_resource(max_entries=64, show_spinner=False)
def _sizes(key: Key) -> Sizes:
    return sizes(frames.by_topic(key[2]), _shifts(key), known())


@st.cache_resource(max_entries=64, show_spinner=False)
def _shifts(key: Key) -> dict[int, Shift]:
    asked = key[2]
    both, steps = frames.comparable_sums(asked)
    found = changes(both, steps, asked.period, step(asked))
    return {topic: shift for topic, shift in found.items() if topic in known()}


@st.cache_resource(max_entries=64, show_spinner=False)
def _waits_most(key: Key) -> Size | None:
    return said.waits_most(_sizes(key))


@st.cache_resource(max_entries=64, show_spinner=False)
def _arrived(key: Key) -> list[Arrival]:
    owners = {one.id: one.owner_id for one in known().values() if one.owner_id is not None}
    rows = frames.by_account(key[2])
    return arrivals(rows[rows["period"] == "current"], owners)


@st.cache_resource(max_entries=64, show_spinner=False)
def _lines(key: Key) -> dict[int, tuple[float, ...]]:
    table = _pivot(frames.steps(key[2], "current", step(key[2])))
    table = table.rolling(3, min_periods=1, center=True).sum()
    shares = table.div(table.sum(axis="columns"), axis="index").fillna(0.0)
    return {int(str(topic)): tuple(shares[topic].tolist()) for topic in shares.columns}


def _pivot(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.pivot_table(index="period", columns="topic_id", values="messages", aggfunc="sum", fill_value=0)


@st.cache_resource(max_entries=64, show_spinner=False)
def _said(key: Key, reader: str) -> tuple[Message, list[Finding]]:
    names = {id: plain(one.name) for id, one in named().items()}  # noqa: A001
    departments = {id: plain(name) for id, name in department_names().items()}  # noqa: A001
    asked, every = key[2], _sizes(key)
    return said.headline(every, names), said.findings(every, names, arrived(asked), departments)
