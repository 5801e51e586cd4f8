"""How sure a number is: 95 % intervals for shares, medians and differences, and a test for weekly totals."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, exp, floor, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson(successes: float, n: float) -> tuple[float, float]:
    """The 95 % interval of a share, `successes` out of `n`, as two shares from 0 to 1.

    Wilson's score interval: `(p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)`. It stays inside 0 to 1 and
    keeps its coverage in small samples, where the textbook interval does not. Raises `ValueError` unless
    `0 <= successes <= n` and `n > 0`. Cases that are worth less than independent ones make neither a whole number.

    References: Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference";
    Brown, Cai & DasGupta (2001), "Interval estimation for a binomial proportion".

    >>> [round(bound, 2) for bound in wilson(3, 4)]
    [0.3, 0.95]
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError(f"a share needs 0 <= successes <= n and n > 0, got {successes} of {n}")
    share = successes / n
    centre = share + Z**2 / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    scale = 1 + Z**2 / n
    low, high = (centre - half) / scale, (centre + half) / scale
    return max(0.0, min(low, share)), min(1.0, max(high, share))  # rounding leaves 6e-18 where nothing succeeded


@lru_cache(maxsize=4096)
def median_ranks(n: int, risk: float = 0.05) -> tuple[int, int] | None:
    """Which two of `n` sorted values enclose the median with at least 95 % certainty; None below six.

    The largest `low` with `P(X < low) <= risk / 2` for X binomial(n, 1/2), and its mirror image `n + 1 - low`. No
    assumption about the shape of the data. Above a thousand values by the normal approximation, rounded outwards.
    A smaller `risk` than 5 % is for several comparisons at once, and needs more values.

    Reference: David & Nagaraja (2003), "Order Statistics", section 7.1.

    >>> median_ranks(6), median_ranks(20), median_ranks(5)
    ((1, 6), (6, 15), None)
    """
    if n > 1000:
        reach = NormalDist().inv_cdf(1 - risk / 2) * sqrt(n) / 2
        return floor((n + 1) / 2 - reach), ceil((n + 1) / 2 + reach)
    low, term, total = 0, 1, 1  # term = n over low, total = sum of the terms up to low
    while total / 2**n <= risk / 2:
        low += 1
        term = term * (n - low + 1) // low
        total += term
    return (low, n + 1 - low) if low else None


def difference(first: tuple[float, float, float], second: tuple[float, float, float]) -> tuple[float, float, float]:
    """How much two independent numbers differ: `first - second` with its 95 % interval.

    Each is `(value, low, high)`. The interval is put together from the two separate ones: `low = d -
    sqrt((v1 - l1)² + (u2 - v2)²)`, and the mirror image for `high`. Two intervals may overlap a little while
    this one excludes zero: looking for overlap alone misses real differences.

    References: Newcombe (1998), "Interval estimation for the difference between independent proportions", method
    10; Zou & Donner (2008), "Construction of confidence limits about effect measures".

    >>> [round(x, 3) for x in difference((0.6, 0.5, 0.7), (0.3, 0.2, 0.4))]
    [0.3, 0.159, 0.441]
    """
    (v1, l1, u1), (v2, l2, u2) = first, second
    gap = v1 - v2
    return gap, gap - sqrt((v1 - l1) ** 2 + (u2 - v2) ** 2), gap + sqrt((u1 - v1) ** 2 + (v2 - l2) ** 2)


def weekly_change(current: Sequence[float], previous: Sequence[float]) -> tuple[float, float]:
    """Whether weekly totals changed: the ratio of a typical week now to a typical week before, and its p-value.

    Counts of posts and reactions vary far more between weeks than chance alone (Poisson) would make them, so the
    spread is taken from the weeks themselves: Welch's t-test on `log(1 + total)`. A busy week tends to be followed
    by a busy week; the variance is widened by `(1 + r) / (1 - r)`, with r the lag-1 correlation corrected for
    its bias in short series. On stable, over-dispersed series this cries wolf in 3 to 6 of 100 cases, where the
    plain t-test does in up to 14 of 100 (`tests/metrics/test_simulation.py`).

    Needs three weeks or more on each side; callers ask for more (`metrics.comparison.periods.MINIMUM_WEEKS`).

    References: Welch (1947), "The generalization of Student's problem"; Bartlett (1946), "On the theoretical
    specification of sampling properties of autocorrelated time series"; Kendall (1954), "Note on bias in the
    estimation of autocorrelation".
    """
    from scipy.special import stdtr

    now, before = (np.log1p(np.asarray(weeks, dtype=np.float64)) for weeks in (current, previous))
    gap = float(now.mean() - before.mean())
    spread = [float(weeks.var(ddof=1)) / len(weeks) for weeks in (now, before)]
    if sum(spread) == 0:
        return exp(gap), float(gap == 0)
    widening = _widening(now - now.mean(), before - before.mean())
    error = [part * widening for part in spread]
    freedom = [max(1.0, len(weeks) / widening - 1) for weeks in (now, before)]
    df = sum(error) ** 2 / sum(part**2 / f for part, f in zip(error, freedom, strict=True))
    return exp(gap), 2 * float(stdtr(df, -abs(gap) / sqrt(sum(error))))


def _widening(now: NDArray[np.float64], before: NDArray[np.float64]) -> float:
    """How many times the variance of a mean grows because weeks resemble the weeks before them."""
    weeks = (len(now) + len(before)) / 2
    lagged = float(now[1:] @ now[:-1] + before[1:] @ before[:-1]) / float(now @ now + before @ before)
    r = (lagged * weeks + 1) / (weeks - 3) if weeks > 3 else 0.0
    r = min(max(r, 0.0), 0.8)
    return (1 + r) / (1 - r)
