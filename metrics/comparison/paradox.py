"""The paradox check: who is higher overall, and lower on each platform (or weekday, topic, paid and organic)."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import erfc, inf, sqrt
from typing import Generic, TypeVar

from metrics.comparison.multiple import clear_among
from metrics.comparison.part import Part
from metrics.comparison.periods import SURE, compare
from metrics.comparison.scales import bounded
from metrics.comparison.standardised import shared_strata, standardised
from metrics.estimate import Estimate
from metrics.intervals import Z, difference

K = TypeVar("K", bound=Hashable)
S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True)
class Reversal(Generic[K, S]):
    """`higher` is higher than `lower` overall, and lower once they are looked at stratum by stratum.

    `pooled` is the difference overall (higher - lower, above zero), `standardised` the same at one mix of strata (below
    zero), both with 95 % intervals. `strata` are those they share; `everywhere` says that all of them point the other
    way.
    """

    higher: K
    lower: K
    pooled: Estimate
    standardised: Estimate
    strata: tuple[S, ...]
    everywhere: bool


def reversals(
    pooled: Mapping[K, Part], strata: Mapping[S, Mapping[K, Part]], share: bool = True
) -> tuple[Reversal[K, S], ...]:
    """The pairs whose order turns round inside the strata, the surest first; only when that is more than chance.

    A pair is told when its difference overall is more than chance, and the difference inside the strata is so too and
    points the other way: the standardised one, or that of all strata together (weighted by how sure each is) where each
    stratum points the other way. It takes two strata that both have. All pairs are held against chance together
    (Benjamini-Hochberg), each by the less sure of its two differences.

    References: Simpson (1951), "The interpretation of interaction in contingency tables"; Berger (1982),
    "Multiparameter hypothesis testing and acceptance sampling" (both differences must be sure).

    >>> strata = {"facebook": {"A": Part(60, 10_000), "B": Part(240, 30_000)},
    ...           "instagram": {"A": Part(2_400, 40_000), "B": Part(700, 10_000)}}
    >>> [found] = reversals({"A": Part(2_460, 50_000), "B": Part(940, 40_000)}, strata)
    >>> found.higher, found.lower, round(found.pooled.value, 4), round(found.standardised.value, 4), found.everywhere
    ('A', 'B', 0.0257, -0.0064, True)
    """
    whole = {key: found for key, part in pooled.items() if bounded(found := part.estimate(share)) is not None}
    looked_at = [_turned(one, other, whole, strata, share) for one, other in combinations(whole, 2)]
    clear = clear_among([p for p, _ in looked_at])
    told = sorted((looked_at[place] for place in clear), key=lambda pair: pair[0])
    return tuple(found for _, found in told if found is not None)


def _turned(
    one: K, other: K, whole: Mapping[K, Estimate], strata: Mapping[S, Mapping[K, Part]], share: bool
) -> tuple[float, Reversal[K, S] | None]:
    """A pair with the p-value of the less sure of its two differences: 1 where the order is not turned round."""
    higher, lower = (one, other) if (whole[one].value or 0.0) >= (whole[other].value or 0.0) else (other, one)
    shared = tuple(shared_strata(strata, (higher, lower)))
    overall = compare(whole[higher], whole[lower])
    if len(shared) < 2 or overall.p is None or not overall.absolute:
        return 1.0, None
    if overall.p >= SURE:
        return overall.p, None
    at_mix = standardised(strata, share, (higher, lower))
    pairs = [(strata[s][higher].estimate(share), strata[s][lower].estimate(share)) for s in shared]
    everywhere = all((up.value or 0.0) < (down.value or 0.0) for up, down in pairs)
    p = max(overall.p, _p_inside(at_mix[higher], at_mix[lower], pairs, everywhere))
    gaps = (_difference(whole[higher], whole[lower]), _difference(at_mix[higher], at_mix[lower]))
    return p, Reversal(higher, lower, *gaps, shared, everywhere)


def _p_inside(higher: Estimate, lower: Estimate, pairs: Sequence[tuple[Estimate, Estimate]], everywhere: bool) -> float:
    """How often chance alone would turn the order round inside the strata like this; 1 where it is not turned round."""
    at_mix = compare(higher, lower)
    ps = [at_mix.p if at_mix.p is not None and (at_mix.absolute or 0.0) < 0 else 1.0]
    if everywhere:
        ps.append(_together(pairs))
    return min(ps)


def _together(pairs: Sequence[tuple[Estimate, Estimate]]) -> float:
    """The p-value of the difference over all strata, each weighted by how sure it is (inverse variance)."""
    weighted = precision = 0.0
    for pair in pairs:
        gap = bounded(_difference(*pair))
        if gap is None:
            continue
        error = (gap.high - gap.value) / Z  # towards zero: the strata point below it
        weight = 1 / error**2 if error > 0 else inf
        weighted, precision = weighted + weight * gap.value, precision + weight
    return erfc(abs(weighted) / sqrt(precision) / sqrt(2)) if 0 < precision < inf else 1.0


def _difference(one: Estimate, other: Estimate) -> Estimate:
    first, second = bounded(one), bounded(other)
    gap = (one.value or 0.0) - (other.value or 0.0)
    if first is None or second is None:
        return Estimate(gap, one.n + other.n)
    _, low, high = difference((first.value, first.low, first.high), (second.value, second.low, second.high))
    return Estimate(gap, one.n + other.n, low, high)
