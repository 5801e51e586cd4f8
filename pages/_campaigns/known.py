"""What the page starts from: the tags with their results, read once for each version of the store."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import streamlit as st

from components.campaigns.form import Offered
from components.words import platform_name
from data.queries import campaigns as queries
from data.registers import accounts
from data.tags import members, tags, unfinished
from metrics.campaigns.beside import LogSums
from metrics.campaigns.evidence import FIRST_HOUR, Evidence, gaps
from metrics.campaigns.results import Result, result
from metrics.campaigns.tag import Tag
from metrics.periods import Period, to_day
from pages._context import access, all_dates, department_names, engine, settings
from pages._guidelines.judged import key_of_store

PLACE = "campaigns"
"""Where the page says what a button did."""

TYPES = ("post", "image", "video", "link", "carousel", "reel", "story", "poll", "event")
HALF_YEAR = 182
StoreKey = tuple[str, int]


def all_tags() -> tuple[Tag, ...]:
    """The tags by name."""
    return _tags(key_of_store())


def results() -> tuple[Result, ...]:
    """The results of the campaigns, the one that began last first."""
    found = [_result(key_of_store(), one) for one in all_tags() if one.kind == "campaign"]
    return tuple(sorted(found, key=lambda one: -(one.tag.first_day or 0)))


def of_tag(tag: Tag) -> tuple[Result, Evidence]:
    """The result of one tag and what it rests on."""
    return _result(key_of_store(), tag), _evidence(key_of_store(), tag)


def not_applied() -> frozenset[int]:
    """The tags of which the rule was changed and not all posts were looked at since."""
    return _unfinished(key_of_store())


def posts_of(tag: Tag) -> pd.DataFrame:
    """The newest posts of a tag, and those that were taken out of it."""
    return _members(key_of_store(), tag.id)


def offered() -> Offered:
    """What the form of a tag offers."""
    known, names, campaigns = _offered(key_of_store())
    departments = department_names()
    ordered = {one: departments[one] for one in sorted(departments, key=lambda one: departments[one].casefold())}
    platforms = {code: platform_name(code) for code in sorted(set(names.values()))}
    return Offered(ordered, known, platforms, {code: code for code in TYPES}, campaigns)


def period_of(tag: Tag) -> Period | None:
    """The days that the figures of a tag are of, for the line under its charts."""
    dates = all_dates()
    if dates is None:
        return None
    if tag.first_day is None or tag.last_day is None or tag.first_day > dates.last:
        return dates
    return Period(tag.first_day, min(tag.last_day, dates.last))


def today() -> int:
    """The day it is, where the organisation is."""
    return to_day(datetime.now(ZoneInfo(settings().time_zone)).date())


def _key_days(evidence: Evidence, tag: Tag) -> tuple[int, int]:
    days = evidence.posts["day"].tolist()
    first = tag.first_day if tag.first_day is not None else min(days, default=0)
    last = tag.last_day if tag.last_day is not None else max(days, default=0)
    return first - HALF_YEAR, last


# `key` names the store and its version; everything below is read once for it.


@st.cache_resource(max_entries=8, show_spinner=False)
def _tags(key: StoreKey) -> tuple[Tag, ...]:
    return tuple(tags(engine(), access()))


@st.cache_resource(max_entries=8, show_spinner=False)
def _unfinished(key: StoreKey) -> frozenset[int]:
    return unfinished(engine(), access())


@st.cache_resource(max_entries=32, show_spinner=False)
def _members(key: StoreKey, tag: int) -> pd.DataFrame:
    return members(engine(), access(), tag)


@st.cache_resource(max_entries=8, show_spinner=False)
def _offered(key: StoreKey) -> tuple[dict[int, str], dict[int, str], list[str]]:
    rows = accounts(engine(), access())
    ids = rows["id"].tolist()
    names = {
        one: f"{name} ({platform_name(platform)})"
        for one, name, platform in zip(ids, rows["name"].tolist(), rows["platform"].tolist(), strict=True)
    }
    platforms = dict(zip(ids, rows["platform"].tolist(), strict=True))
    return names, platforms, queries.campaigns_seen(engine(), access())


@st.cache_resource(max_entries=256, show_spinner=False)
def _result(key: StoreKey, tag: Tag) -> Result:
    return result(tag, _evidence(key, tag))


@st.cache_resource(max_entries=8, show_spinner=False)
def _campaign_days(key: StoreKey) -> list[int]:
    return queries.days_with_campaigns(engine(), access())


@st.cache_resource(max_entries=256, show_spinner=False)
def _evidence(key: StoreKey, tag: Tag) -> Evidence:
    store, who, dates = engine(), access(), all_dates()
    posts = queries.campaign_posts(store, who, [tag.id])
    visits: Mapping[int, float] = {}
    known: list[int] = []
    if tag.utm_campaign:
        rows = queries.campaign_visits(store, who, [tag.utm_campaign])
        visits = dict(zip(rows["day"].tolist(), rows["visits"].tolist(), strict=True))
        known = _campaign_days(key)
    span = (known[0], known[-1]) if known else None
    without = Evidence(posts, visits, span, None if dates is None else dates.last, visits_gaps=gaps(known))
    added, taken_out = queries.changed_by_hand(store, who, tag.id) if tag.is_registered else (0, 0)
    return replace(without, others=_others(without, tag), added=added, taken_out=taken_out)


def _others(evidence: Evidence, tag: Tag) -> dict[int, LogSums]:
    """The other posts of its accounts: all of them in these days, without its own."""
    first, last = _key_days(evidence, tag)
    own = evidence.posts[evidence.posts["interactions"].notna() & (evidence.posts["hour"] >= FIRST_HOUR)]
    mine = own[own["day"].between(first, last)]
    rows = queries.log_sums(engine(), access(), sorted(set(own["account_id"].tolist())), first, last)
    found = {}
    for account, n, total, squares in rows.itertuples(index=False):
        logs = np.log1p(mine.loc[mine["account_id"] == account, "interactions"].to_numpy(np.float64))
        found[int(account)] = LogSums(int(n), float(total), float(squares)).without(logs)
    return found
