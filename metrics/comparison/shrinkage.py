"""Estimates that borrow from the others: small departments move towards the middle, as far as chance could reach."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from math import erfc, sqrt
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from metrics.comparison.multiple import clear_among
from metrics.comparison.periods import SURE
from metrics.comparison.scales import Bounded, Placed, Scale, bounded, placed
from metrics.estimate import Estimate
from metrics.intervals import Z
from metrics.words import N_, Message

K = TypeVar("K", bound=Hashable)

FEWEST = 3
"""With fewer departments nothing shows how much departments ordinarily differ."""


@dataclass(frozen=True)
class Shrunken(Generic[K]):
    """The estimates of departments, each drawn towards `whole` as far as chance alone could have brought it.

    `values` holds those that have an interval, in the order they came in; `raw` all, as they came. `whole` is the
    middle that they are drawn to, with its interval. `distinguishable` says whether any two can be told apart: only
    then may they be sorted by value. `pairs` are these, (higher, lower). `reason` says why nothing is shrunken; then
    `values` are as they came.
    """

    values: dict[K, Estimate]
    raw: dict[K, Estimate]
    whole: Estimate
    distinguishable: bool
    pairs: tuple[tuple[K, K], ...] = ()
    reason: Message | None = None


def shrunken(estimates: Mapping[K, Estimate], scale: Scale) -> Shrunken[K]:
    """The best guess at what each department would show with far more cases, with its 95 % interval.

    Random effects: departments vary around a middle with variance `tau²` (DerSimonian-Laird), and each estimate is
    drawn to the middle by the part of its variance that is chance, `error² / (error² + tau²)`. The interval allows for
    not knowing the middle, and for `tau²` at the upper end of its own 95 % interval: with the estimate itself intervals
    hold the truth in 82 of 100 cases only. Give shares with scale "share", rates, times and counts with "log".

    Departments are told apart when the test of homogeneity (Cochran's Q) finds differences at 5 %, and a pair still
    differs when all pairs are looked at (Benjamini-Hochberg).

    References: DerSimonian & Laird (1986), "Meta-analysis in clinical trials"; Efron & Morris (1975), "Data analysis
    using Stein's estimator"; Datta & Lahiri (2000), "A unified measure of uncertainty of estimated best linear unbiased
    predictors in small area estimation problems".

    >>> known = {"Parks": (0.75, 12, 0.47, 0.91), "Roads": (0.68, 400, 0.63, 0.72), "Water": (0.7, 300, 0.65, 0.75)}
    >>> found = shrunken({name: Estimate(*numbers) for name, numbers in known.items()}, "share")
    >>> {name: round(estimate.value, 2) for name, estimate in found.values.items()}, found.distinguishable
    ({'Parks': 0.69, 'Roads': 0.69, 'Water': 0.69}, False)
    """
    raw = dict(estimates)
    sure = {key: found for key, estimate in raw.items() if (found := bounded(estimate)) is not None}
    if len(sure) < FEWEST:
        return _as_they_came(raw, list(sure), _few(len(sure)), _two_apart(sure, scale))
    on_scale = placed(list(sure.values()), scale)
    if min(on_scale.errors) == 0:
        text = N_("Not drawn together: the intervals have no width, so nothing is known about chance.")
        return _as_they_came(raw, list(sure), Message("no_width", text))
    middle = _middle(on_scale)
    values = {key: _with(raw[key], middle.drawn(place)) for place, key in enumerate(sure)}
    n = sum(raw[key].n for key in sure)
    whole = _with(Estimate(None, n), _between(on_scale, middle.mean, middle.error))
    pairs = _apart(list(sure), on_scale) if middle.p < SURE else ()
    return Shrunken(values, raw, whole, bool(pairs), pairs)


def _few(n: int) -> Message:
    return Message(
        "few_estimates",
        N_("Not drawn together: {n} department has a number with an interval, and that takes {needed}."),
        {"n": n, "needed": FEWEST},
        plural=N_("Not drawn together: {n} departments have a number with an interval, and that takes {needed}."),
        count=n,
    )


def _two_apart(sure: Mapping[K, Bounded], scale: Scale) -> tuple[tuple[K, K], ...]:
    """The only pair, when it differs by more than chance: two are too few to draw together, not to compare."""
    if len(sure) < 2:
        return ()
    on_scale = placed(list(sure.values()), scale)
    return _apart(list(sure), on_scale) if min(on_scale.errors) > 0 else ()


def _as_they_came(
    raw: dict[K, Estimate], sure: list[K], reason: Message, pairs: tuple[tuple[K, K], ...] = ()
) -> Shrunken[K]:
    values, whole = {key: raw[key] for key in sure}, Estimate(None, reason=reason)
    return Shrunken(values, raw, whole, bool(pairs), pairs, reason)


def _with(estimate: Estimate, drawn: Bounded) -> Estimate:
    return replace(estimate, value=drawn.value, low=drawn.low, high=drawn.high)


@dataclass(frozen=True)
class _Middle:
    on_scale: Placed
    mean: float
    error: float
    variation: float  # tau²
    at_most: float  # tau², at the upper end of its interval
    p: float  # of the test of homogeneity

    def drawn(self, place: int) -> Bounded:
        """One estimate, drawn to the middle."""
        own = self.on_scale.errors[place] ** 2
        chance = own / (own + self.variation)
        best = chance * self.mean + (1 - chance) * self.on_scale.places[place]
        variances = np.square(self.on_scale.errors)
        most = own / (own + self.at_most)
        unknown = own * (1 - most) + most**2 / float((1 / (variances + self.at_most)).sum())
        return _between(self.on_scale, best, sqrt(unknown))


def _between(on_scale: Placed, place: float, error: float) -> Bounded:
    return Bounded(*(on_scale.back(at) for at in (place, place - Z * error, place + Z * error)))


def _middle(on_scale: Placed) -> _Middle:
    from statsmodels.stats.meta_analysis import combine_effects

    places, variances = np.array(on_scale.places), np.square(on_scale.errors)
    with np.errstate(invalid="ignore", divide="ignore"):  # it goes on with a tau² below zero, which is not used
        found = combine_effects(places, variances, method_re="dl")
    variation = max(0.0, float(found.tau2))
    weights: NDArray[np.float64] = 1 / (variances + variation)
    mean, error = float(weights @ places / weights.sum()), float(1 / np.sqrt(weights.sum()))
    at_most = variation + Z * float(np.sqrt(2 / np.square(weights).sum()))
    return _Middle(on_scale, mean, error, variation, at_most, float(found.test_homogeneity().pvalue))


def _apart(keys: list[K], on_scale: Placed) -> tuple[tuple[K, K], ...]:
    """The pairs (higher, lower) that differ by more than chance when all of them are looked at."""
    pairs = list(combinations(range(len(keys)), 2))
    gaps = [on_scale.places[one] - on_scale.places[other] for one, other in pairs]
    errors = [sqrt(on_scale.errors[one] ** 2 + on_scale.errors[other] ** 2) for one, other in pairs]
    clear = clear_among([erfc(abs(gap) / error / sqrt(2)) for gap, error in zip(gaps, errors, strict=True)])
    told = ((keys[pairs[at][0]], keys[pairs[at][1]], gaps[at]) for at in sorted(clear))
    return tuple((one, other) if gap > 0 else (other, one) for one, other, gap in told)
