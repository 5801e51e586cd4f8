"""What happened beside a number: decisions, changes of definition, events, holidays, accounts that come and go."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import streamlit as st

from components.change.view import Beside
from components.i18n import language
from data.baselines import Baseline, baselines
from data.events import Event, events
from data.filters import Filters
from metrics.breaks.shipped import breaks_of
from metrics.change.decisions import overlapping
from metrics.norms.public_holidays import public_holidays
from metrics.periods import Period
from metrics.registry import Metric
from pages._change.ground import Ground
from pages._context import access, engine
from pages._guidelines.judged import key_of_store

T = TypeVar("T")


def decisions() -> tuple[Baseline, ...]:
    """Every decision about limits, also withdrawn ones, the newest day first."""
    return _decisions(key_of_store())


def all_events() -> tuple[Event, ...]:
    """Every event that was noted, in order of time."""
    return _events(key_of_store())


def single(chosen: tuple[T, ...] | None) -> T | None:
    """The one that was chosen; None for all, and for several."""
    return chosen[0] if chosen is not None and len(chosen) == 1 else None


def beside(metric: Metric, shown: Filters, platforms: Iterable[str], known: Ground) -> Beside:
    """Everything beside the weeks that are shown, and whatever began its limits anew before.

    `platforms` are those that its values rest on. What is answered in time is judged by the norm of its day, so another
    norm makes it another number.
    """
    department, platform = single(shown.departments), single(shown.platforms)
    return Beside(
        tuple(one for one in decisions() if one.is_about(metric.id, department, platform)),
        tuple(one for one in breaks_of(metric, set(platforms)) if one.day <= shown.period.last),
        tuple(known.norm_changes(shown.period.last).items()) if metric.id == "within_norm" else (),
        tuple(_events_of(shown)),
        () if metric.rests_on == "site_days" else tuple(known.arrivals(shown.period)),
        tuple(holidays(known, shown.period).items()),
    )


def holidays(known: Ground, period: Period) -> Mapping[int, str]:
    """The public holidays of a period, of the country that the norms name."""
    found: dict[int, str] = {}
    for code in sorted({norm.holidays for norm in known.norms_on(period.last)}):
        found |= public_holidays(code, period, language())
    return dict(sorted(found.items()))


def _events_of(shown: Filters) -> list[Event]:
    """Events of everybody, and of the departments that were chosen."""
    chosen = shown.departments or ()
    mine = [one for one in all_events() if one.department_id is None or one.department_id in chosen]
    return overlapping(mine, shown.period)


@st.cache_resource(max_entries=8, show_spinner=False)
def _decisions(key: tuple[str, int]) -> tuple[Baseline, ...]:
    return tuple(baselines(engine(), access()))


@st.cache_resource(max_entries=8, show_spinner=False)
def _events(key: tuple[str, int]) -> tuple[Event, ...]:
    return tuple(events(engine(), access()))
