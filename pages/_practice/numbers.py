"""What the page starts from, looked up once for each choice of filters."""

from typing import Any

import pandas as pd
import streamlit as st

from components.i18n import language
from components.practice.cards import Example
from data import standouts
from data.filters import Filters
from data.queries.practice import cards, exceeding, judged, shared
from data.standouts import Fitted
from data.topics import topics
from metrics.expectation import examples
from metrics.expectation.finding import Counted
from metrics.periods import Period
from pages._context import access, engine
from pages._guidelines.judged import key_of_store
from pages._numbers import Key, key

_DAY = 86_400


def counted(asked: Filters) -> Counted:
    """How many posts were judged, exceed their range, are candidates and are shared."""
    return _counted(key(asked))


def shared_examples(asked: Filters) -> tuple[Example, ...]:
    """The posts that departments share, the newest first."""
    return _shared(key(asked), language())


def candidates(asked: Filters, decided: bool) -> list[int]:
    """The keys of the posts that wait for the decision of their department, by department, the newest first.

    `decided`: those that their department decided about.
    """
    rows = _best(key(asked))
    rows = rows[rows["status"].notna() == decided]
    return [int(one) for one in rows["post_id"]]


def in_full(posts: list[int]) -> list[Example]:
    """These posts as cards show them, in this order."""
    found = {one.id: one for one in _examples(cards(engine(), access(), posts))}
    return [found[one] for one in posts if one in found]


def is_fitted() -> bool:
    """Whether posts were ever judged."""
    return _fitted(key_of_store()) is not None


def is_up_to_date() -> bool:
    """Whether nothing changed since."""
    return _up_to_date(key_of_store())


# `key` names the store and the filters; everything below is looked up once for it.


@st.cache_resource(max_entries=8, show_spinner=False)
def _fitted(key: tuple[str, int]) -> Fitted | None:
    return standouts.fitted(engine(), access())


@st.cache_resource(max_entries=8, show_spinner=False)
def _up_to_date(key: tuple[str, int]) -> bool:
    return standouts.is_up_to_date(engine(), access())


@st.cache_resource(max_entries=64, show_spinner=False)
def _counted(key: Key) -> Counted:
    waiting = int(_best(key)["status"].isna().sum())
    return Counted(_judged(key), len(_beyond(key)), waiting, len(_shared(key, language())))


def _judged(key: Key) -> int:
    """Posts of the period on the platforms and days that were judged."""
    known, asked = _fitted(key[:2]), key[2]
    if known is None:
        return 0
    first, last = max(asked.period.first, known.first), min(asked.period.last, known.last)
    if first > last:
        return 0
    rows = judged(engine(), access(), Filters(Period(first, last), asked.departments, asked.platforms))
    return int(rows.loc[rows["platform"].isin(list(known.platforms)), "n"].sum())


@st.cache_resource(max_entries=64, show_spinner=False)
def _beyond(key: Key) -> pd.DataFrame:
    return exceeding(engine(), access(), key[2])


@st.cache_resource(max_entries=64, show_spinner=False)
def _best(key: Key) -> pd.DataFrame:
    """The posts to learn from; stable sorting keeps the newest first within a department."""
    return examples(_beyond(key)).sort_values("department", key=lambda names: names.str.casefold(), kind="stable")


@st.cache_resource(max_entries=64, show_spinner=False)
def _shared(key: Key, language: str) -> tuple[Example, ...]:
    return tuple(_examples(shared(engine(), access(), key[2])))


def _examples(rows: pd.DataFrame) -> list[Example]:
    names = {one.id: one.label(language()) for one in topics(engine(), access())}
    return [_example({str(name): cell for name, cell in row.items()}, names) for row in rows.to_dict("records")]


def _example(row: dict[str, Any], topics: dict[int, str]) -> Example:
    known = {name: None if pd.isna(value) else value for name, value in row.items()}
    topic = known["topic_id"]
    made = known["made_ts"]
    got = known["interactions"]
    return Example(
        id=int(row["post_id"]),
        department=str(row["department"]),
        account=str(row["account"]),
        platform=str(row["platform"]),
        day=int(row["day"]),
        weekday=int(row["dow"]),
        topic="" if topic is None else topics.get(int(topic), ""),
        text=str(known["text"] or ""),
        link=str(known["permalink"] or ""),
        interactions=None if got is None else int(got),
        expected=known["expected"],
        low=int(known["low"] or 0),
        high=int(known["high"] or 0),
        status=str(known["status"] or ""),
        lesson=str(known["lesson"] or ""),
        who=str(known["who"] or ""),
        decided=None if made is None else int(made) // _DAY,
    )
