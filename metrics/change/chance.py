"""How often chance alone would put the latest point this far out: a p-value that knows how short the baseline is."""

from typing import Any

import numpy as np

from metrics.change.laney import stable, stable_spread
from metrics.change.rules import Floats

FEW = 5
"""With fewer cases a week than this in the baseline, limits are never narrower than chance makes rare counts."""

_FAR = 0.01
_OUTSIDE = 0.00135  # beyond three sigma, on one side


def of_values(plain: Floats, baseline: int) -> float:
    """Two-sided, of the last of some points given the first `baseline`: a new point of a normal series.

    `t = (x - mean) / (s x sqrt(1 + 1/m))` with `m - 1` degrees of freedom: both mean and spread come from few points.
    Without variation in the baseline 1 for the same value and 0 for any other.

    Reference: Hahn & Meeker (1991), "Statistical Intervals", prediction interval for one future observation.

    >>> round(of_values(np.array([1.0, 2.0, 3.0, 2.0, 8.0]), 4), 3)
    0.007
    """
    first = plain[:baseline]
    away, spread = abs(float(plain[-1] - first.mean())), float(first.std(ddof=1))
    if spread < 1e-12 * max(1.0, abs(float(first.mean()))):
        return float(np.isclose(away, 0.0, atol=1e-9))
    return _t(away / spread / np.sqrt(1 + 1 / baseline), baseline - 1)


def of_shares(k: Floats, n: Floats, baseline: int, season: Floats | None = None) -> float:
    """The same for `k` of `n` a week, with a spread that follows `n`; far out, an even spread must agree.

    Where few cases make the spread, the first holds; where weeks differ for other reasons, the second.
    """
    points = stable(k, n) - (0.0 if season is None else season)
    first, cases = points[:baseline], float(n[:baseline].sum())
    centre = float(np.average(first, weights=n[:baseline]))
    z = (points - centre) / stable_spread(n)
    spread = max(1.0, float(z[:baseline].std(ddof=1)))
    uneven = _t(abs(float(z[-1])) / spread / np.sqrt(1 + float(n[-1]) / cases), baseline - 1)
    return agreed(uneven, of_values(points, baseline))


def agreed(p: float, *others: float) -> float:
    """A p-value that goes below 1 % only as far as the others do.

    The shape of a distribution far from its middle does not show in twenty weeks. There, and only there, it is the most
    careful of several shapes that counts.

    >>> agreed(0.03, 0.2), agreed(0.0001, 0.002), agreed(0.0001, 0.2)
    (0.03, 0.002, 0.01)
    """
    return max(p, *(min(other, _FAR) for other in others)) if others else p


def of_counts(values: Floats, baseline: int) -> float:
    """Of whole counts that vary by chance alone: the baseline's rate is not known, so a gamma-Poisson prediction."""
    last = float(values[-1])
    below, above = float(_at_most(values[:baseline], last)), 1 - float(_at_most(values[:baseline], last - 1))
    return min(1.0, 2 * min(below, above))


def ordinary_counts(first: Floats) -> tuple[float, float]:
    """The lowest and the highest count that chance alone makes ordinary after these weeks.

    >>> ordinary_counts(np.zeros(20)), ordinary_counts(np.full(20, 4.0))
    ((0.0, 1.0), (0.0, 12.0))
    """
    counts = np.arange(0.0, 4 * float(first.mean()) + 20)
    sure = _at_most(first, counts)
    return float(np.argmax(sure >= _OUTSIDE)), float(np.argmax(sure >= 1 - _OUTSIDE))


def _at_most(first: Floats, count: Any) -> Any:
    """Negative binomial: a Poisson count whose rate is known from the first weeks (Jeffreys prior)."""
    from scipy.special import betainc

    weeks = len(first)
    return np.where(count < 0, 0.0, betainc(first.sum() + 0.5, np.maximum(count, 0.0) + 1, weeks / (weeks + 1)))


def _t(t: Any, freedom: float) -> float:
    from scipy.special import stdtr

    return 2 * float(stdtr(freedom, -t))
