"""Limits of ordinary variation from a frozen baseline: what XmR and Laney charts share.

A point is judged on a scale on which its ordinary variation is even: the logarithm of counts and times, the arcsine of
shares. There its centre is that of the baseline plus the season of its week, and its spread what the baseline shows.
"""

from dataclasses import dataclass

import numpy as np

from metrics.change.rules import Floats, Rule, signals

PER_RANGE = 1.128
"""The mean distance between two neighbouring points of a normal series, in sigma."""


@dataclass(frozen=True)
class Limits:
    """Centre and limits for each point, and the rules that it completes."""

    centre: Floats
    low: Floats
    high: Floats
    signals: tuple[dict[Rule, int], ...]


def sigma(points: Floats) -> float:
    """The spread of a series by how much neighbouring points differ.

    >>> round(sigma(np.array([1.0, 2.128, 1.0])), 6)
    1.0
    """
    return float(np.abs(np.diff(points)).mean()) / PER_RANGE


def in_sigma(away: Floats, spread: Floats) -> Floats:
    """How many sigma each point is away; where nothing varies every other value is infinitely far."""
    far = np.where(away == 0, 0.0, np.copysign(np.inf, away))
    return np.divide(away, spread, out=far, where=spread > 0)


def frozen(
    points: Floats, baseline: int, season: Floats | None = None, reach: tuple[float, float] = (0.0, 0.0)
) -> Limits:
    """Limits at three sigma around the centre of the first `baseline` points, for all points, on their own scale.

    `season` is what the time of the year adds to each; `reach` the least distance of the lower and of the upper limit
    from the centre.
    """
    season = np.zeros(len(points)) if season is None else season
    plain = points - season
    first = plain[:baseline]
    centre, middle = float(first.mean()), float(np.median(first))
    away = np.where(np.isclose(plain, centre, rtol=1e-12, atol=1e-12), 0.0, plain - centre)
    below, above = (max(3 * sigma(first), least) for least in reach)
    z = in_sigma(away, np.where(away < 0, below, above) / 3)
    at = centre + season
    return Limits(at, at - below, at + above, signals(plain, z, min(centre, middle), max(centre, middle)))
