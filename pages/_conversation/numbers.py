"""What the view "Topics" is drawn from: computed once for each choice of filters."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.compared import Compared
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
from pages._conversation.tiles import tiles
from pages._numbers import Key, key


@dataclass(frozen=True)
class View:
    """Everything that the topics of a period are drawn from.

    `unscored` texts of the store were not held against the topics yet. `topics` are those there are, `named` what they
    are called in the reader's language and who owns them, as people wrote it: escape it. `lines` are the shares of each
    topic by week or month (`step`), three at a time: a single one can be very few messages. `arrived` is where messages
    on topics with an owner arrive; nothing is known of that in a part of the departments.
    """

    unscored: int
    topics: Mapping[int, Topic]
    named: Mapping[int, Known]
    groupings: tuple[Grouping, ...]
    found: Sizes
    shifts: Mapping[int, Shift]
    waits_most: Size | None
    arrived: list[Arrival]
    step: Step
    lines: Mapping[int, tuple[float, ...]]
    sentence: Message
    findings: list[Finding]
    tiles: list[Compared]


def known() -> Mapping[int, Topic]:
    """The topics that are in use, by id."""
    return _topics(frames.state())


def named() -> Mapping[int, Known]:
    """What they are called, and whose matter they are."""
    return _named(frames.state(), language())


def view(asked: Filters) -> View:
    """The topics of the period, for this reader's language."""
    return _view(key(asked), language())


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _view(key: Key, reader: str) -> View:
    asked, state = key[2], (key[0], key[1])
    found, named, departments = _sizes(key), _named(state, reader), department_names()
    arrived = _arrived(key) if asked.departments is None else []
    names = {id: plain(one.name) for id, one in named.items()}
    owners = {id: plain(name) for id, name in departments.items()}
    return View(
        unscored=_unscored(state),
        topics=_topics(state),
        named=named,
        groupings=_groupings(state),
        found=found,
        shifts=_shifts(key),
        waits_most=said.waits_most(found),
        arrived=arrived,
        step=step_of(asked.period),
        lines=_lines(key),
        sentence=said.headline(found, names),
        findings=said.findings(found, names, arrived, owners),
        tiles=tiles(asked),
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def _unscored(state: frames.State) -> int:
    return scoring.pending(engine(), access())


@st.cache_resource(max_entries=8, show_spinner=False)
def _topics(state: frames.State) -> dict[int, Topic]:
    return {one.id: one for one in topics(engine(), access())}


@st.cache_resource(max_entries=16, show_spinner=False)
def _named(state: frames.State, reader: str) -> dict[int, Known]:
    departments = department_names()
    return {id: Known(one.label(reader), departments.get(one.owner_id or 0, "")) for id, one in _topics(state).items()}


@st.cache_resource(max_entries=8, show_spinner=False)
def _groupings(state: frames.State) -> tuple[Grouping, ...]:
    rows = topic_models(engine(), access())
    return tuple(Grouping(row["kind"], row["language"], row["n"], row["stability"]) for row in rows.to_dict("records"))


@st.cache_resource(max_entries=64, show_spinner=False)
def _sizes(key: Key) -> Sizes:
    return sizes(frames.by_topic(key[2]), _shifts(key), _topics((key[0], key[1])))


@st.cache_resource(max_entries=64, show_spinner=False)
def _shifts(key: Key) -> dict[int, Shift]:
    asked = key[2]
    both, steps = frames.comparable_sums(asked)
    known, found = _topics((key[0], key[1])), changes(both, steps, asked.period, step_of(asked.period))
    return {topic: shift for topic, shift in found.items() if topic in known}


@st.cache_resource(max_entries=64, show_spinner=False)
def _arrived(key: Key) -> list[Arrival]:
    owners = {one.id: one.owner_id for one in _topics((key[0], key[1])).values() if one.owner_id is not None}
    rows = frames.by_account(key[2])
    return arrivals(rows[rows["period"] == "current"], owners)


@st.cache_resource(max_entries=64, show_spinner=False)
def _lines(key: Key) -> dict[int, tuple[float, ...]]:
    table = _pivot(frames.steps(key[2], "current", step_of(key[2].period)))
    table = table.rolling(3, min_periods=1, center=True).sum()
    shares = table.div(table.sum(axis="columns"), axis="index").fillna(0.0)
    return {int(str(topic)): tuple(shares[topic].tolist()) for topic in shares.columns}


def _pivot(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.pivot_table(index="period", columns="topic_id", values="messages", aggfunc="sum", fill_value=0)
