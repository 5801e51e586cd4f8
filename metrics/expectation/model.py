"""What posts of one platform were to be expected to get, and how surprising what they got is."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, stdtr, stdtrit

from metrics.expectation.counts import bounds, upper_tail
from metrics.expectation.factors import Factors, members
from metrics.expectation.pooling import Pooled, pooled_fit

Floats = NDArray[np.float64]

FEWEST_POSTS = 60
"""A platform with fewer posts of which interactions are known is not judged."""
RISK = 0.05
"""So many of 100 posts lie outside their range by chance, half of them above it."""

_AUDIENCE = (1.0, 1 / 0.5**2)  # before the data: twice the followers, twice the interactions; mean and precision
_FOR_SPREAD = 4_000  # posts say how far posts stray
_EFFICIENCY = 0.5  # of the share within one deviation as a measure of spread, beside the variance of normal values
_WITHIN = 0.6826894921370859
_NEAR = 1.0  # deviations: no post nearer than that to what was expected of it lies outside its range
_HALVINGS = 8  # to half a per cent
_RANDOM = 1


@dataclass(frozen=True)
class Judged:
    """What was expected of each post (the middle post of its kind), its 95 % range, and its surprise.

    `surprise` is in standard deviations above what was expected.
    """

    expected: Floats
    low: Floats
    high: Floats
    surprise: Floats


@dataclass(frozen=True)
class Expectation:
    """What is expected of posts of one platform; `n` is how many it rests on."""

    factors: Factors
    fitted: Pooled
    spread: float
    n: int

    def above(self, posts: pd.DataFrame, interactions: Floats) -> NDArray[np.int64]:
        """Which of these posts got more than their 95 % range, by their place. Unknown interactions are not judged."""
        level, spread = self._levels(posts)
        with np.errstate(invalid="ignore"):
            far = np.log1p(interactions) - np.logaddexp(0.0, level) > 0
            far &= np.log(np.maximum(interactions, 1)) - level > _NEAR * spread
        place = np.flatnonzero(far)
        tail = upper_tail(interactions[place], level[place], spread[place])
        return place[tail < self._risk]

    def judge(self, posts: pd.DataFrame, interactions: Floats) -> Judged:
        """What was expected of these posts, whose interactions are known."""
        level, spread = self._levels(posts)
        low, high = bounds(level, spread, np.full(len(level), self._risk))
        tail = np.maximum(upper_tail(interactions, level, spread), 1e-300)
        surprise = -ndtri(stdtr(self._freedom, ndtri(tail)).clip(1e-300))  # of a spread that is itself estimated
        return Judged(np.exp(level), low, high, surprise)

    def _levels(self, posts: pd.DataFrame) -> tuple[Floats, Floats]:
        """The logarithm of what is expected, and how far posts stray: further where topic or level is little known."""
        level = np.clip(self.factors.table(posts) @ self.fitted.coefficients, -5.0, 25.0)
        unsure = np.zeros(len(posts))
        for name in ("topic", "level"):
            groups, span = self.factors.groups[name], self.factors.spans[name]
            of_post = members(posts)[name]
            known = np.isin(of_post, groups)
            unsure[known] += self.fitted.variances[span][np.searchsorted(groups, of_post[known])]
            unsure[~known & (of_post >= 0)] += self.fitted.between[name]
        return level, np.sqrt(self.spread**2 + unsure)

    @property
    def _freedom(self) -> float:
        return max(_EFFICIENCY * self.n, 2.0)

    @property
    def _risk(self) -> float:
        """The tail, by the normal distribution, that a tail of 2.5 % is by Student's."""
        return float(ndtr(stdtrit(self._freedom, RISK / 2)))


def fit(posts: pd.DataFrame) -> Expectation | None:
    """What is expected of posts of one platform, from posts whose `interactions` are known; None for too few.

    `posts` has the columns that `factors` names, and interactions; posts without interactions are left out: missing is
    not zero. How far posts stray follows from the middle two thirds of them, so that those which stand out do not widen
    the range that they are held against (an empirical null).

    Reference: Efron (2004), "Large-scale simultaneous hypothesis testing: the choice of a null hypothesis".
    """
    posts = posts[posts["interactions"].notna()].reset_index(drop=True)
    if len(posts) < FEWEST_POSTS:
        return None
    counts = posts["interactions"].to_numpy(np.float64)
    factors = Factors.of(posts)
    mean, precision = np.zeros(factors.width), np.zeros(factors.width)
    mean[1], precision[1] = _AUDIENCE
    fitted = pooled_fit(factors.table(posts), counts, factors.spans, (mean, precision))
    first = Expectation(factors, fitted, fitted.spread, len(posts))
    return Expectation(factors, fitted, _spread(first, posts, counts), len(posts))


def _spread(found: Expectation, posts: pd.DataFrame, counts: Floats) -> float:
    """The spread with which two thirds of the posts lie within one standard deviation, by halving."""
    random = np.random.default_rng(_RANDOM)
    some = random.permutation(len(posts))[:_FOR_SPREAD]
    counts, level, own = counts[some], found._levels(posts.iloc[some])[0], random.random(len(some))
    low, high = found.spread / 2, found.spread * 2
    for _ in range(_HALVINGS):
        middle = float(np.sqrt(low * high))
        tail = upper_tail(counts, level, np.full(len(some), middle), own)
        within = np.mean((tail > ndtr(-1)) & (tail < ndtr(1)))
        low, high = (middle, high) if within < _WITHIN else (low, middle)
    return float(np.sqrt(low * high))
