"""One number of departments held against each other: as counted, in a funnel, drawn together, and inside strata."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from metrics.comparison.funnel import Funnel, funnel
from metrics.comparison.paradox import Reversal, reversals
from metrics.comparison.part import Part, added_up, comparable, ratio_of
from metrics.comparison.platform_mix import ByPlatform, holds_inside, on_the_same
from metrics.comparison.scales import Scale
from metrics.comparison.shrinkage import Shrunken, shrunken
from metrics.comparison.standardised import shared_strata, standardised
from metrics.comparison.strata import Dimension
from metrics.estimate import Estimate
from metrics.reasons import figures_clash
from metrics.registry import Metric

K = TypeVar("K", bound=Hashable)
Strata = Mapping[Any, Mapping[K, Part]]


@dataclass(frozen=True)
class Turning(Generic[K]):
    """A pair that turns round over a dimension: what both are made of, together and in each stratum they share."""

    dimension: Dimension
    reversal: Reversal[K, Any]
    pooled: Mapping[K, Part]
    strata: Strata[K]


@dataclass(frozen=True)
class Compared(Generic[K]):
    """One number of departments, held against each other.

    `estimates` are as counted. `funnel` is that of a share or a rate, `shrunken` that of a number with an interval.
    `turnings` are the pairs that turn round inside strata, first those that do so in every stratum, then the surest;
    `tested` says over which dimensions that was looked for. A rate that must not be added up over platforms is `mixed`
    when there are several: then the funnel is what a reader would work out all the same, and `shrunken` stands at one
    mix of the platforms `same_mix` (none: no platform is shared by all).
    """

    metric: Metric
    estimates: Mapping[K, Estimate]
    funnel: Funnel[K] | None = None
    shrunken: Shrunken[K] | None = None
    turnings: tuple[Turning[K], ...] = ()
    tested: tuple[Dimension, ...] = ()
    mixed: bool = False
    same_mix: tuple[str, ...] = ()

    @property
    def compared(self) -> int:
        """How many departments have the number."""
        return sum(estimate.value is not None for estimate in self.estimates.values())


def number_compared(
    metric: Metric, estimates: Mapping[K, Estimate], inside: Callable[[], Mapping[K, ByPlatform]]
) -> Compared[K]:
    """A number that is no share or rate: who can be told apart, on the same platforms too.

    Medians cannot be added up over strata (METRICS 3.8), so a pair that differs is held against `inside`, the number of
    each department on each of its platforms; that is only read when there is such a pair on several platforms.
    """
    found = _drawn_together(metric, estimates)
    if found is None or not found.pairs or all(len(one.platforms) < 2 for one in found.raw.values()):
        return Compared(metric, estimates, shrunken=found)
    on_platforms = inside()
    kept = tuple(pair for pair in found.pairs if holds_inside(on_the_same(*(on_platforms[who] for who in pair))))
    return Compared(metric, estimates, shrunken=replace(found, pairs=kept, distinguishable=bool(kept)))


def ratio_compared(
    metric: Metric, estimates: Mapping[K, Estimate], parts: Mapping[K, Part], strata: Mapping[Dimension, Strata[K]]
) -> Compared[K]:
    """A share or a rate: who is outside the funnel, who can be told apart, and who changes places inside strata.

    `estimates` names the departments that are compared; `parts` is what their numbers are made of, `strata` the same
    over each dimension that can be tested. A rate that must not be added up over platforms is tested over those alone.
    A department whose figures clash (more cases answered than asked) is not compared, and says why.
    """
    share = metric.unit == "share"
    every = {who: part for who, part in parts.items() if who in estimates}
    pooled = comparable(every, share)
    clash = every.keys() - pooled.keys()
    estimates = {**estimates, **{who: Estimate(None, estimates[who].n, reason=figures_clash()) for who in clash}}
    inside = {one: _among(estimates.keys() - clash, found, share) for one, found in strata.items()}
    if ratio_of(metric).one_platform and "platform" in inside:
        return _at_one_mix(metric, estimates, inside["platform"], share)
    counted = _with_intervals(estimates, pooled, share)
    drawn, turnings = _drawn_together(metric, counted), _turnings(pooled, inside, share)
    return Compared(metric, counted, funnel(pooled, share), drawn, turnings, tuple(inside))


def _at_one_mix(metric: Metric, estimates: Mapping[K, Estimate], platforms: Strata[K], share: bool) -> Compared[K]:
    pooled = added_up(platforms)
    counted = {**estimates, **{who: part.estimate(share) for who, part in pooled.items()}}
    drawn = _drawn_together(metric, standardised(platforms, share))
    turnings = _turnings(pooled, {"platform": platforms}, share)
    same_mix = tuple(map(str, shared_strata(platforms, pooled)))
    return Compared(metric, counted, funnel(pooled, share), drawn, turnings, ("platform",), True, same_mix)


def _drawn_together(metric: Metric, estimates: Mapping[K, Estimate]) -> Shrunken[K] | None:
    """None of a number without intervals."""
    if not any(estimate.low is not None for estimate in estimates.values()):
        return None
    scale: Scale = "share" if metric.unit == "share" else "linear" if metric.unit == "per_30_days" else "log"
    return shrunken(estimates, scale)


def _with_intervals(estimates: Mapping[K, Estimate], parts: Mapping[K, Part], share: bool) -> dict[K, Estimate]:
    """The numbers with the intervals of their parts, which allow for how much the weeks resemble each other."""
    found = dict(estimates)
    for who, part in parts.items():
        if found[who].value is not None:
            sure = part.estimate(share)
            found[who] = replace(found[who], low=sure.low, high=sure.high)
    return found


def _turnings(pooled: Mapping[K, Part], strata: Mapping[Dimension, Strata[K]], share: bool) -> tuple[Turning[K], ...]:
    """The pairs that turn round: first those that do so in every stratum, then by dimension the surest."""
    found = [
        Turning(dimension, one, pooled, _of_both(one, inside))
        for dimension, inside in strata.items()
        for one in reversals(pooled, inside, share)
    ]
    return tuple(sorted(found, key=lambda one: not one.reversal.everywhere))


def _of_both(found: Reversal[K, Any], strata: Strata[K]) -> Strata[K]:
    pair = (found.higher, found.lower)
    return {stratum: {who: strata[stratum][who] for who in pair} for stratum in found.strata}


def _among(members: Collection[K], strata: Strata[K], share: bool) -> Strata[K]:
    """The strata of these departments, without what cannot be compared in one of them, and without empty ones."""
    kept = {
        stratum: {who: part for who, part in comparable(parts, share).items() if who in members}
        for stratum, parts in strata.items()
    }
    return {stratum: parts for stratum, parts in kept.items() if parts}
