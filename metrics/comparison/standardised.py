"""Numbers at one common mix: what each department would have if all were on the platforms to the same extent."""

from collections.abc import Collection, Hashable, Mapping
from math import sqrt
from typing import TypeVar

from metrics.comparison.part import Part
from metrics.comparison.scales import bounded
from metrics.estimate import Estimate

K = TypeVar("K", bound=Hashable)
S = TypeVar("S", bound=Hashable)


def standardised(
    strata: Mapping[S, Mapping[K, Part]], share: bool = True, among: Collection[K] | None = None
) -> dict[K, Estimate]:
    """The value of each department at the common mix of the strata that all have, with its 95 % interval.

    Direct standardisation: `sum of weight x value` over the strata, the weight of a stratum being its part of all cases
    of these departments. The interval is put together from those of the strata, `low = value - sqrt(sum of (weight x
    (value - low))²)`, and the mirror image for `high` (the method of variance estimates recovery). `among` are the
    departments to look at; without it all that have anything. Empty when they have no stratum in common.

    References: Fleiss, Levin & Paik (2003), "Statistical Methods for Rates and Proportions", chapter 19; Zou & Donner
    (2008), "Construction of confidence limits about effect measures".

    >>> strata = {"facebook": {"A": Part(60, 10_000), "B": Part(240, 30_000)},
    ...           "instagram": {"A": Part(2_400, 40_000), "B": Part(700, 10_000)}}
    >>> {name: round(found.value, 4) for name, found in standardised(strata).items()}
    {'A': 0.036, 'B': 0.0424}
    """
    keys = dict.fromkeys(key for parts in strata.values() for key in parts if among is None or key in among)
    shared = shared_strata(strata, keys)
    total = sum(strata[stratum][key].n for stratum in shared for key in keys)
    weights = {stratum: sum(strata[stratum][key].n for key in keys) / total for stratum in shared}
    if not shared:
        return {}
    return {key: _at_mix({stratum: strata[stratum][key] for stratum in shared}, weights, share) for key in keys}


def shared_strata(strata: Mapping[S, Mapping[K, Part]], keys: Collection[K]) -> list[S]:
    """The strata that all of these departments have cases in."""
    return [s for s, parts in strata.items() if keys and all(key in parts and parts[key].n > 0 for key in keys)]


def _at_mix(parts: Mapping[S, Part], weights: Mapping[S, float], share: bool) -> Estimate:
    estimates = {stratum: part.estimate(share) for stratum, part in parts.items()}
    value = sum(weights[stratum] * (found.value or 0.0) for stratum, found in estimates.items())
    n = sum(found.n for found in estimates.values())
    sure = {stratum: known for stratum, found in estimates.items() if (known := bounded(found)) is not None}
    if len(sure) < len(estimates):
        return Estimate(value, n)
    down = sqrt(sum((weights[stratum] * (known.value - known.low)) ** 2 for stratum, known in sure.items()))
    up = sqrt(sum((weights[stratum] * (known.high - known.value)) ** 2 for stratum, known in sure.items()))
    return Estimate(value, n, max(0.0, value - down), min(1.0, value + up) if share else value + up)
