"""What the page is drawn from: the departments held against each other on one number, once for a choice of filters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isinf
from typing import Any

import streamlit as st

from components.comparison.kinds import kind_of
from components.escape import plain
from data.filters import Filters
from data.queries.strata import Dimension
from metrics.comparison import wording
from metrics.comparison.funnel import Funnel, funnel
from metrics.comparison.paradox import Reversal, reversals
from metrics.comparison.part import Part, comparable, parts_of, strata_of
from metrics.comparison.platform_mix import holds_inside, on_the_same
from metrics.comparison.scales import Scale
from metrics.comparison.shrinkage import Shrunken, shrunken
from metrics.comparison.standardised import shared_strata, standardised
from metrics.estimate import Estimate
from metrics.reasons import figures_clash
from metrics.registry import Metric, metrics, offered
from metrics.words import Message
from pages import _numbers as numbers
from pages import _quality as quality
from pages._context import department_names, figures
from pages._departments.strata import sliced, testable
from pages._numbers import Key, key

Strata = Mapping[Any, Mapping[str, Part]]
Members = tuple[str, ...]
"""The names of the departments that are compared."""


@dataclass(frozen=True)
class Turning:
    """A pair that turns round over a dimension: what both are made of, together and in each stratum they share."""

    dimension: Dimension
    reversal: Reversal[str, Any]
    pooled: Mapping[str, Part]
    strata: Strata


@dataclass(frozen=True)
class Compared:
    """One number of departments by name, held against each other.

    `estimates` are as counted. `funnel` is that of a share or a rate, `shrunken` that of a number with an interval.
    `turnings` are the pairs that turn round inside strata, first those that do so in every stratum, then the surest;
    `tested` says over which dimensions that was looked for. A rate that must not be added up over platforms is `mixed`
    when there are several: then the funnel is what a reader would work out all the same, and `shrunken` stands at one
    mix of the platforms `same_mix` (none: no platform is shared by all).
    """

    metric: Metric
    estimates: Mapping[str, Estimate]
    funnel: Funnel[str] | None = None
    shrunken: Shrunken[str] | None = None
    turnings: tuple[Turning, ...] = ()
    tested: tuple[Dimension, ...] = ()
    mixed: bool = False
    same_mix: tuple[str, ...] = ()

    @property
    def compared(self) -> int:
        """How many departments have the number."""
        return sum(estimate.value is not None for estimate in self.estimates.values())


def compared(asked: Filters, metric: Metric, members: Members) -> Compared:
    """The departments of a group held against each other."""
    return _compared(key(asked), metric.id, members)


def refused(asked: Filters, metric: Metric, members: Members) -> Message | None:
    """Why departments are not compared on a number: quality or definitions differ, or it is not about the same thing.

    Totals are shown, because people ask for them, with a remark; a number that is missing says so in its own place.
    """
    unfair = quality.not_compared(asked, metric.id, "department_id")
    if unfair is not None:
        return unfair
    found = compared(asked, metric, members)
    if found.mixed or kind_of(metric) == "total" or found.compared < 2:
        return None
    return wording.refusal(metric, found.estimates, {who: plain(who) for who in members})


def turned_elsewhere(asked: Filters, members: Members, shown: Metric) -> list[Metric]:
    """The other shares and rates on which a pair of departments turns round inside strata."""
    found = [metric for metric in offered() if metric.ratio is not None and metric.id != shown.id]
    return [one for one in found if refused(asked, one, members) is None and compared(asked, one, members).turnings]


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=256, show_spinner=False)
def _compared(key: Key, name: str, members: Members) -> Compared:
    asked, metric = key[2], metrics()[name]
    estimates = {who: one for who, one in numbers.by_department(asked, name).items() if who in members}
    if metric.ratio is None:
        return Compared(metric, estimates, shrunken=_on_the_same(asked, _shrunken(metric, estimates), metric))
    share = metric.unit == "share"
    every = {who: part for who, part in _named(_parts(key, name)).items() if who in members}
    parts = comparable(every, share)
    clash = every.keys() - parts.keys()
    estimates |= {who: Estimate(None, estimates[who].n, reason=figures_clash()) for who in clash}
    rest = tuple(who for who in members if who not in clash)
    by_dimension = {one: _of(rest, share, _strata(key, name, one)) for one in testable(asked, metric)}
    mixed = metric.ratio.one_platform and "platform" in by_dimension
    if mixed:
        parts = _together(by_dimension["platform"])
        by_dimension = {"platform": by_dimension["platform"]}
    found = [one for dimension, strata in by_dimension.items() for one in _turnings(dimension, parts, strata, share)]
    turnings = tuple(sorted(found, key=lambda one: not one.reversal.everywhere))
    if mixed:
        counted = estimates | {who: part.estimate(share) for who, part in parts.items()}
        sure: Mapping[str, Estimate] = standardised(by_dimension["platform"], share)
        shared = tuple(map(str, shared_strata(by_dimension["platform"], parts)))
    else:
        counted, shared = _with_intervals(estimates, parts, share), ()
        sure = counted
    around = funnel(parts, share)
    return Compared(metric, counted, around, _shrunken(metric, sure), turnings, tuple(by_dimension), mixed, shared)


def _shrunken(metric: Metric, estimates: Mapping[str, Estimate]) -> Shrunken[str] | None:
    """None of a number without intervals."""
    if not any(estimate.low is not None for estimate in estimates.values()):
        return None
    scale: Scale = "share" if metric.unit == "share" else "linear" if metric.unit == "per_30_days" else "log"
    return shrunken(estimates, scale)


def _on_the_same(asked: Filters, found: Shrunken[str] | None, metric: Metric) -> Shrunken[str] | None:
    """Only pairs that differ on the same platforms too: medians cannot be added up over strata (METRICS 3.8)."""
    if found is None or not found.pairs or all(len(one.platforms) < 2 for one in found.raw.values()):
        return found
    inside = numbers.by_department_and_platform(asked, metric.id)
    kept = tuple(pair for pair in found.pairs if holds_inside(on_the_same(*(inside[who] for who in pair))))
    return replace(found, pairs=kept, distinguishable=bool(kept))


def _with_intervals(estimates: Mapping[str, Estimate], parts: Mapping[str, Part], share: bool) -> dict[str, Estimate]:
    """The numbers with the intervals of their parts, which allow for how much the weeks resemble each other."""
    found = dict(estimates)
    for who, part in parts.items():
        if found[who].value is not None:
            sure = part.estimate(share)
            found[who] = replace(found[who], low=sure.low, high=sure.high)
    return found


def _turnings(dimension: Dimension, parts: Mapping[str, Part], strata: Strata, share: bool) -> list[Turning]:
    """The pairs that turn round over a dimension, the surest first."""
    return [Turning(dimension, found, parts, _of_both(found, strata)) for found in reversals(parts, strata, share)]


def _of_both(found: Reversal[str, Any], strata: Strata) -> Strata:
    pair = (found.higher, found.lower)
    return {stratum: {who: strata[stratum][who] for who in pair} for stratum in found.strata}


def _together(strata: Strata) -> dict[str, Part]:
    """All strata added up: the number that a reader would work out from the totals."""
    found: dict[str, Part] = {}
    for parts in strata.values():
        for who, part in parts.items():
            found[who] = _added(found[who], part) if who in found else part
    return found


def _added(one: Part, other: Part) -> Part:
    """Variances add up: the spread of both weighs that of each by its count."""
    k, spread = one.k + other.k, one.k * one.spread + other.k * other.spread
    known = not isinf(spread) and k > 0
    cases = one.rests_on + other.rests_on
    return Part(k, one.n + other.n, spread / k if known else max(one.spread, other.spread), cases)


def _of(members: Members, share: bool, strata: Strata) -> dict[Any, dict[str, Part]]:
    """The strata of the departments that are compared, without what cannot be compared in one of them."""
    kept = {
        stratum: {who: part for who, part in comparable(parts, share).items() if who in members}
        for stratum, parts in strata.items()
    }
    return {stratum: parts for stratum, parts in kept.items() if parts}


@st.cache_resource(max_entries=256, show_spinner=False)
def _parts(key: Key, name: str) -> dict[int, Part]:
    asked, metric = key[2], metrics()[name]
    return parts_of(metric, figures(asked).where(period="current"), weeks=numbers.by_week(asked, metric))


@st.cache_resource(max_entries=256, show_spinner=False)
def _strata(key: Key, name: str, dimension: Dimension) -> dict[Any, dict[str, Part]]:
    asked, metric = key[2], metrics()[name]
    column = "platform" if dimension == "platform" else "stratum"  # weeks have their platforms, and no other stratum
    weeks = numbers.by_week(asked, metric)
    found = strata_of(metric, sliced(asked, dimension), column, weeks=weeks, whole=_parts(key, name))
    return {stratum: _named(parts) for stratum, parts in found.items()}


def _named(parts: Mapping[int, Part]) -> dict[str, Part]:
    names = department_names()
    return {names[department]: part for department, part in parts.items()}
