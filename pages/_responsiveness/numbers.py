"""What the page is drawn from: computed once for each choice of filters."""

import pandas as pd
import streamlit as st

from components.escape import plain
from data.filters import Filters
from data.queries import answers as queries
from metrics.estimate import Estimate
from metrics.norms import Norm
from metrics.registry import metrics
from metrics.responsiveness.distribution import distribution
from metrics.responsiveness.estimates import exact_time_to_answer
from metrics.responsiveness.findings import findings
from metrics.responsiveness.headline import headline, only_noticed
from metrics.responsiveness.others import Pair, pairs
from metrics.responsiveness.staffing import Staffing, by_hour, staffing
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.words import Message
from pages._context import access, department_names, engine, figures, hours
from pages._norms import norms_now, segments
from pages._numbers import Key, key


def current(asked: Filters) -> Slice:
    """The figures of the period."""
    return _current(key(asked))


def one_norm(asked: Filters) -> Norm | None:
    """The norm, when all accounts in the choice have the same one on the last day."""
    found = list(norms_now(asked).values())
    return found[0] if found and all(norm == found[0] for norm in found) else None


def first_sentence(asked: Filters) -> Message:
    """The finding of the page."""
    return _first_sentence(key(asked))


def remarks(asked: Filters) -> list[Message]:
    """What a reader must know of the waiting ones: how many got no more than an automatic or holding reply."""
    sums = current(asked).answers[["waiting", "noticed"]].sum()
    return [only_noticed(int(sums["noticed"]), int(sums["waiting"]))] if sums["waiting"] else []


def found(asked: Filters) -> list[Finding]:
    """What is worth a sentence, most useful first."""
    return _found(key(asked))


def in_bins(asked: Filters) -> dict[str, Estimate]:
    """The shares of the distribution."""
    return _in_bins(key(asked))


def both_ways(asked: Filters) -> dict[str, Pair]:
    """What others would report, beside what counts everybody."""
    return _both_ways(key(asked))


def exact_times(asked: Filters) -> dict[str, tuple[Estimate, Estimate]]:
    """The times to an answer as on the page and from every single question; reads them all, so only when asked."""
    return _exact_times(key(asked))


def staffed(asked: Filters) -> tuple[pd.DataFrame, Staffing]:
    """The hours of the week added up over accounts, and what they say about opening hours."""
    return _staffed(key(asked))


def changes_of_norm(asked: Filters) -> dict[int, Norm]:
    """The days inside the period on which a norm of a chosen account changed, with the new norm."""
    inside = range(asked.period.first + 1, asked.period.last + 1)
    return {day: norm for of in segments(asked).values() for day, norm in of[1:] if day in inside}


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _current(key: Key) -> Slice:
    return figures(key[2]).where(period="current")


@st.cache_resource(max_entries=64, show_spinner=False)
def _first_sentence(key: Key) -> Message:
    every = list(norms_now(key[2]).values())
    targets = {norm.target for norm in every}
    target = targets.pop() if len(targets) == 1 else None
    return headline(_current(key), norm_set=any(norm.is_set for norm in every), target=target)


@st.cache_resource(max_entries=64, show_spinner=False)
def _in_bins(key: Key) -> dict[str, Estimate]:
    return distribution(_current(key))


@st.cache_resource(max_entries=64, show_spinner=False)
def _found(key: Key) -> list[Finding]:
    asked, data = key[2], current(key[2])
    names = {department: plain(name) for department, name in department_names().items()}
    return findings(data, names, _targets(asked, data), hours(asked))


def _targets(asked: Filters, data: Slice) -> dict[int, float]:
    """The promised share of each department whose accounts all promise the same one."""
    norms = norms_now(asked)
    found: dict[int, float] = {}
    owners = data.answers[["department_id", "account_id"]].drop_duplicates()
    for department in owners["department_id"].unique().tolist():
        mine = owners.loc[owners["department_id"] == department, "account_id"].tolist()
        targets = {norms[account].target for account in mine}
        if len(targets) == 1 and (target := targets.pop()) is not None:
            found[department] = target
    return found


@st.cache_resource(max_entries=64, show_spinner=False)
def _both_ways(key: Key) -> dict[str, Pair]:
    return pairs(current(key[2]))


@st.cache_resource(max_entries=64, show_spinner=False)
def _exact_times(key: Key) -> dict[str, tuple[Estimate, Estimate]]:
    data, cases = current(key[2]), queries.cases(engine(), access(), key[2])
    return {
        name: (metrics()[name].compute(data), exact_time_to_answer(data, cases, share))
        for name, share in (("response_median", 0.5), ("response_p90", 0.9))
    }


@st.cache_resource(max_entries=64, show_spinner=False)
def _staffed(key: Key) -> tuple[pd.DataFrame, Staffing]:
    by_account = hours(key[2])
    opening = {account: norm.opening_hours for account, norm in norms_now(key[2]).items()}
    slots = by_hour(by_account, opening)
    sums = slots.groupby(["dow", "hour"])[["asked", "due", "in_time"]].sum()
    open_ = slots.groupby(["dow", "hour"])["staffed"].any()
    return sums.join(open_).reset_index(), staffing(by_account, opening)
