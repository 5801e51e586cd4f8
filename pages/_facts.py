"""What was declared and measured, as the claims of the self-assessment are checked against it."""

import re
import time
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data.acknowledged import acknowledged
from data.filters import Filters
from data.labelling import calibrated
from data.queries import claims as queries
from data.queries.declared import declared
from data.queries.naming import named
from data.registers import accounts
from loaders.masks import holds_contact
from metrics.claims.facts import Facts
from metrics.claims.frames import Frames, Handled, half_year, year
from metrics.claims.from_frames import facts_of
from metrics.claims.handled import IN_TIME, Signalled, handled
from metrics.claims.spans import imports_of
from metrics.periods import months_before
from metrics.text.calibration import Calibration, Quality
from pages._change.listed import open_and_seen
from pages._context import (
    access,
    all_dates,
    answers,
    coverage,
    department_names,
    engine,
    hours,
    settings,
    sums,
)
from pages._frames import of_period
from pages._goals.stored import every_goal
from pages._guidelines.judged import SUMS, followed, known
from pages._norms import norms_now
from pages._numbers import Key, key

_DAY = 86_400
_CODE = re.compile(r"[0-9a-f]{32}")  # data.pseudonyms


def facts(asked: Filters) -> dict[int | None, Facts]:
    """Facts of the whole organisation (None) and of each department, for a period."""
    return _facts(key(asked))


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=16, show_spinner=False)
def _facts(key: Key) -> dict[int | None, Facts]:
    asked, store, who = key[2], engine(), access()
    over = Filters(half_year(asked.period), asked.departments, asked.platforms)
    answered = of_period(answers(asked))
    lists = declared(store, who)
    plan, reports = queries.actions(store, who), queries.imports(store, who)
    removed = queries.removals(store, who, Filters(year(asked.period), asked.departments, asked.platforms))
    frames = Frames(
        period=asked.period,
        register=_register(asked),
        coverage=coverage(asked),
        sums=of_period(sums(asked, SUMS)),
        answers=answered,
        slots=hours(asked),
        half_year=of_period(sums(over, ("posts",))),
        hours=queries.hours(store, who, over),
        named=named(store, who, over),
        removals=removed,
        expired=_expired(),
        messages=_messages(),
        evidence=known(asked),
        guidelines={account: version.content for account, version in followed(asked).items()},
        norms=norms_now(asked),
        audience=queries.with_audience(store, who),
        agreed=lists.platforms,
        partners=lists.partners,
        stakeholders=lists.stakeholders,
        actions=_metrics(plan),
        decisions=_decisions(plan, year(asked.period).first),
        signals=_signals(asked, reports),
        goals=every_goal(),
        imports=imports_of(reports),
        labels=None if answered.empty else queries.labels(store, who),
        tones=_tones(),
    )
    return facts_of(frames, asked.departments or tuple(department_names()))


def _register(asked: Filters) -> pd.DataFrame:
    every = accounts(engine(), access()).rename(columns={"id": "account_id"})
    return every[every["account_id"].isin(coverage(asked)["account_id"])]


def _expired() -> pd.DataFrame | None:
    """Messages of citizens by account, with those past the time limit, counted back from the newest data."""
    months = settings().retention_months
    span = all_dates()
    if months is None or span is None:
        return None
    return queries.messages_before(engine(), access(), months_before(span.last, months), span.last)


def _tones() -> Quality | None:
    """How good the tones are on the labelled messages; None while there are too few of these."""
    found = calibrated(engine(), access(), "tone").found
    return found.quality() if isinstance(found, Calibration) else None


def _messages() -> pd.DataFrame | None:
    """Whether the newest messages hold contact data or an author who is not a code; their texts go no further."""
    if not access().may("texts"):
        return None
    found = queries.newest_messages(engine(), access())
    contacts = [isinstance(text, str) and holds_contact(text) for text in found["text"]]
    authors = [isinstance(author, str) and _CODE.fullmatch(author) is None for author in found["author"]]
    return pd.DataFrame({"account_id": found["account_id"], "contact": contacts, "open_author": authors})


def _metrics(plan: pd.DataFrame) -> Mapping[int | None, frozenset[str]]:
    """The metrics that actions look at, by department; those of dropped actions do not count."""
    found: dict[int | None, set[str]] = {}
    for department, metric, status in zip(plan["department_id"], plan["metric"], plan["status"], strict=True):
        if isinstance(metric, str) and status != "dropped":
            found.setdefault(_whose(department), set()).add(metric)
    return {whose: frozenset(metrics) for whose, metrics in found.items()}


def _decisions(plan: pd.DataFrame, since: int) -> Mapping[int | None, int] | None:
    """How many actions were decided about since a day, by department; None when there is no plan."""
    if plan.empty:
        return None
    found: dict[int | None, int] = {}
    for department, moment in zip(plan["department_id"], plan["decided_ts"], strict=True):
        found[_whose(department)] = found.get(_whose(department), 0) + int(moment >= since * _DAY)
    return found


def _signals(asked: Filters, reports: pd.DataFrame) -> tuple[Handled, ...]:
    """What became of the signals: those that somebody acknowledged, and those in the list that nobody did.

    The list is of the newest week. It is made only once its figures are in for so long that a signal can be overdue.
    """
    today, done = int(time.time()) // _DAY, (reports["imported_ts"] // _DAY).tolist()
    found = [Signalled(one.series, one.day, one.made_ts // _DAY) for one in acknowledged(engine(), access())]
    if done and today - max(done) > IN_TIME:
        found += [Signalled(one.series, one.day) for one in open_and_seen(asked)[0]]
    register = _register(asked)
    owners = dict(zip(register["account_id"].tolist(), register["department_id"].tolist(), strict=True))
    return handled(found, list(zip(reports["covered_until"].tolist(), done, strict=True)), owners, today)


def _whose(department: float) -> int | None:
    return None if pd.isna(department) else int(department)
