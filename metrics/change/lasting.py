"""How often chance alone would take the last six weeks together this far from the baseline.

A shift that lasts seldom puts one week far out, so the p-value of the newest week misses it among many series. The mean
of six weeks sees it. Weeks that follow each other resemble each other, which makes a mean stray more than that of six
separate weeks: an autocorrelation of 0.3 is taken for granted, and more where the baseline shows more.

Reference: Hahn & Meeker (1991), "Statistical Intervals", prediction interval for a mean of future observations; the
variance of a mean of autocorrelated points as in Box, Jenkins & Reinsel (2008), "Time Series Analysis".
"""

from typing import Any

import numpy as np

from metrics.change.chance import FEW, agreed
from metrics.change.laney import stable, stable_spread
from metrics.change.rules import Floats
from metrics.change.series import Series
from metrics.change.xmr import BASELINE, FEWEST

WEEKS = 6
"""So many of the newest weeks are taken together."""

ALIKE = 0.3
"""How much a week resembles the one before, unless the baseline shows more (autocorrelation)."""


def p_of_last_weeks(series: Series, places: list[int], season: Floats | None) -> float | None:
    """Two-sided, of the last six known weeks given the baseline; None without twelve weeks before them.

    `season` is what the time of the year adds to each point, on the scale of the chart.
    """
    baseline = min(BASELINE, len(places) - WEEKS)
    if baseline < FEWEST:
        return None
    values = np.array([series.values[place] for place in places], dtype=np.float64)
    if series.share:
        n = np.array([series.cases[place] for place in places], dtype=np.float64)
        return of_shares(np.round(values * n), n, baseline, season)
    found = of_values(series.on(values) - (0.0 if season is None else season), baseline)
    if season is not None:
        return found
    others = []
    if series.scale == "log":
        others.append(of_values(np.sqrt(np.maximum(values, 0.0)), baseline))
    if series.counts:
        others.append(of_counts(values, baseline))
    rare = series.counts and values[:baseline].mean() < FEW
    return max(found, *others) if rare else agreed(found, *others)


def of_values(plain: Floats, baseline: int) -> float:
    """The mean of the last six points against that of the first `baseline`; both stray, and the spread is estimated.

    >>> round(of_values(np.array([1.0, 2.0, 3.0, 2.0] * 3 + [2.0] * 6), 12), 2)
    1.0
    >>> of_values(np.array([1.0, 2.0, 3.0, 2.0] * 3 + [9.0] * 6), 12) < 0.001
    True
    """
    first = plain[:baseline]
    away, spread = abs(float(plain[-WEEKS:].mean() - first.mean())), float(first.std(ddof=1))
    if spread < 1e-12 * max(1.0, abs(float(first.mean()))):
        return float(np.isclose(away, 0.0, atol=1e-9))
    alike = _alike(first)
    of_mean = _of_mean(baseline, alike)
    true = spread / np.sqrt((1 - of_mean) * baseline / (baseline - 1))  # points that resemble each other spread less
    return _t(away / true / np.sqrt(_of_mean(WEEKS, alike) + of_mean), baseline, alike)


def of_shares(k: Floats, n: Floats, baseline: int, season: Floats | None = None) -> float:
    """The same for `k` of `n` a week, where weeks with many cases count more; far out, even weights must agree."""
    points = stable(k, n) - (0.0 if season is None else season)
    first, last = n[:baseline], n[-WEEKS:]
    centre = float(np.average(points[:baseline], weights=first))
    away = abs(float(np.average(points[-WEEKS:], weights=last)) - centre)
    z = (points[:baseline] - centre) / stable_spread(first)
    alike = _alike(z)
    spread = max(1.0, float(z.std(ddof=1)))
    sizes = [_of_mean(len(weeks), alike) * len(weeks) / weeks.sum() for weeks in (first, last)]
    uneven = _t(away / (spread * 0.5 * np.sqrt(sum(sizes))), baseline, alike)
    return agreed(uneven, of_values(points, baseline))


def of_counts(values: Floats, baseline: int) -> float:
    """The sum of the last six counts that vary by chance alone: gamma-Poisson, as the rate is not known.

    >>> round(of_counts(np.full(26, 4.0), 20), 1), of_counts(np.array([4.0] * 20 + [12.0] * 6), 20) < 0.001
    (1.0, True)
    """
    from scipy.special import betainc

    total, last = float(values[:baseline].sum()), float(values[-WEEKS:].sum())

    def at_most(count: float) -> float:
        return 0.0 if count < 0 else float(betainc(total + 0.5, count + 1, baseline / (baseline + WEEKS)))

    return min(1.0, 2 * min(at_most(last), 1 - at_most(last - 1)))


def _alike(first: Floats) -> float:
    """The autocorrelation of neighbouring weeks, at least what is taken for granted."""
    away = first - first.mean()
    total = float((away**2).sum())
    shown = float((away[1:] * away[:-1]).sum()) / total if total > 0 else 0.0
    return float(np.clip(shown, ALIKE, 0.8))


def _of_mean(points: int, alike: float) -> float:
    """The variance of a mean of so many points, when that of one is 1."""
    apart = np.arange(1, points)
    return float((1 + 2 * ((1 - apart / points) * alike**apart).sum()) / points)


def _t(t: Any, baseline: int, alike: float) -> float:
    from scipy.special import stdtr

    freedom = (baseline - 1) * (1 - alike**2) / (1 + alike**2)
    return 2 * float(stdtr(freedom, -t))
