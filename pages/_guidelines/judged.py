"""Which guideline each account follows, and what the data say about its rules: once for each choice of filters."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.guidelines import guidelines
from data.queries import figures as queries
from data.queries.content import content
from data.queries.moderation import removals
from data.queries.posting_hours import posting_hours
from data.registers import accounts
from data.store import version
from metrics.guidelines.checks import Check, checks
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.from_frames import Frames, evidence, weeks_of
from metrics.guidelines.versions import ORGANISATION, Version, valid_for
from metrics.quality.register import in_use
from pages._context import access, answers, coverage, engine, sums
from pages._frames import of_period
from pages._norms import norms_now
from pages._numbers import Key, key

SUMS = ("posts", "replies", "replies_out", "comments_posts", "comments_n")
"""What is read of the sums, here and for the claims: one statement for both."""


@dataclass(frozen=True)
class Judged:
    """The checks of a period, the guidelines they belong to, and the accounts that follow none."""

    checks: list[Check]
    versions: dict[int, Version]
    without: list[int]


def versions() -> list[Version]:
    """All guidelines in the store, the newest first."""
    return _versions(key_of_store())


def register() -> pd.DataFrame:
    """The accounts of the organisation, with their department."""
    return _register(key_of_store())


def judged(asked: Filters) -> Judged:
    """Every rule that holds, on every account that the filters ask for."""
    return _judged(key(asked))


def known(asked: Filters) -> dict[int, Evidence]:
    """What the data say about each account, as the rules read it."""
    return _evidence(key(asked))


def followed(asked: Filters) -> dict[int, Version]:
    """The guideline that each account in use follows on the last day of the period; not those that follow none."""
    last, known, found = asked.period.last, versions(), {}
    for account, department in in_use(coverage(asked))[["account_id", "department_id"]].itertuples(
        index=False, name=None
    ):
        one = valid_for(known, int(account), int(department), last)
        if one is not None:
            found[int(account)] = one
    return found


def key_of_store() -> tuple[str, int]:
    """Which store it is and how often it changed."""
    store = engine()
    return str(store.url), version(store)


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=8, show_spinner=False)
def _versions(key: tuple[str, int]) -> list[Version]:
    return guidelines(engine(), access())


@st.cache_resource(max_entries=8, show_spinner=False)
def _register(key: tuple[str, int]) -> pd.DataFrame:
    return accounts(engine(), access())


@st.cache_resource(max_entries=64, show_spinner=False)
def _judged(key: Key) -> Judged:
    asked, seen = key[2], _evidence(key)
    last = asked.period.last
    follows = followed(asked)
    found = {version.id: version for version in follows.values()}
    followers: dict[int, dict[int, Evidence]] = {}
    for account, one in follows.items():
        followers.setdefault(one.id, {})[account] = seen[account]
    without = [int(one) for one in in_use(coverage(asked))["account_id"] if int(one) not in follows]
    order = sorted(
        found.values(), key=lambda version: (version.scope != ORGANISATION, version.content.title, version.id)
    )
    every = [check for one in order for check in checks(one.id, one.content, followers[one.id], last)]
    return Judged(every, {version.id: version for version in order}, without)


@st.cache_resource(max_entries=64, show_spinner=False)
def _evidence(key: Key) -> dict[int, Evidence]:
    asked, store, who = key[2], engine(), access()
    over = replace(asked, period=weeks_of(asked.period))
    kinds = content(store, who, asked, "window")
    norms = norms_now(asked)
    frames = Frames(
        coverage=coverage(asked),
        weeks=queries.sums(store, who, over, "week", ("posts",)),
        sums=of_period(sums(asked, SUMS)),
        hours=posting_hours(store, who, asked),
        content=of_period(kinds),
        answers=of_period(answers(asked)),
        removals=removals(store, who, asked),
        targets={account: norm.target for account, norm in norms.items()},
        without_norm={account for account, norm in norms.items() if not norm.is_set},
    )
    return evidence(frames, asked.period)
