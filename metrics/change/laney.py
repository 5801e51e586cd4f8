"""Laney's chart for shares, whose limits follow how many cases a week has.

With many cases, chance alone would make a share vary very little, while weeks differ for many small reasons. The plain
p chart then calls every other week a signal. Laney's sigma-Z says how many times more than chance the baseline varies.
"""

from dataclasses import dataclass

import numpy as np

from metrics.change.limits import Limits, in_sigma, sigma
from metrics.change.rules import Floats, signals
from metrics.change.xmr import BASELINE, needs


@dataclass(frozen=True)
class Laney(Limits):
    """Limits per point, and `sigma_z`: how many times the spread of chance alone, at least 1."""

    sigma_z: float
    baseline: int


def laney(k: Floats, n: Floats, baseline: int = BASELINE, season: Floats | None = None) -> Laney:
    """The p' chart of `k` out of `n` cases per week.

    Limits are three times sigma-Z times the spread of chance around the baseline's pooled share, on the arcsine
    scale: there the spread depends on `n` alone, so limits near 0 % and 100 % are uneven, as they must be, and never
    lie outside. Sigma-Z under 1 is taken as 1: nothing varies less than chance. Every `n` is above zero. `season` is on
    that scale. Raises `ValueError` for a baseline under 12 points.

    References: Laney (2002), "Improved control charts for attributes"; Anscombe (1948), "The transformation of Poisson,
    binomial and negative-binomial data".

    >>> few, many = np.full(12, 8.0), np.full(12, 800.0)
    >>> chart = laney(np.append(few, many), np.append(few, many) / 0.8, baseline=12)
    >>> chart.low[[0, -1]].round(2).tolist(), chart.high[[0, -1]].round(2).tolist(), chart.sigma_z
    ([0.32, 0.74], [1.0, 0.82], 1.0)
    """
    needs(min(baseline, len(k)))
    season = np.zeros(len(k)) if season is None else season
    points, spread = stable(k, n) - season, stable_spread(n)
    centre = float(np.average(points[:baseline], weights=n[:baseline]))
    sigma_z = max(1.0, sigma((points[:baseline] - centre) / spread[:baseline]))
    z = in_sigma(points - centre, sigma_z * spread)
    reach = 3 * sigma_z * spread
    at = centre + season
    shown = _level(_angle(k / n) - season)  # the share of the week without its season
    pooled = float(k[:baseline].sum() / n[:baseline].sum()) if not season.any() else float(shown[:baseline].mean())
    middle = float(np.median(shown[:baseline]))
    lines = _level(_angle(np.full(len(k), pooled)) + season)
    low = np.minimum(_back(at - reach, n), lines)
    high = np.maximum(_back(at + reach, n), lines)
    found = signals(shown, z, min(pooled, middle), max(pooled, middle))
    return Laney(lines, low, high, found, sigma_z, min(baseline, len(k)))


def stable(k: Floats, n: Floats) -> Floats:
    """Shares on the scale where chance makes them vary by `n` alone (Anscombe 1948)."""
    return np.arcsin(np.sqrt((k + 0.375) / (n + 0.75)))


def stable_spread(n: Floats) -> Floats:
    """How much chance makes them vary on that scale."""
    return 0.5 / np.sqrt(n + 0.5)


def _back(points: Floats, n: Floats) -> Floats:
    """From that scale to shares of weeks with so many cases."""
    return np.clip(((n + 0.75) * _level(points) - 0.375) / n, 0.0, 1.0)


def _angle(level: Floats) -> Floats:
    return np.arcsin(np.sqrt(level))


def _level(points: Floats) -> Floats:
    return np.sin(np.clip(points, 0.0, np.pi / 2)) ** 2
