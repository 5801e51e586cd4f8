"""The XmR chart: what is ordinary variation of a series, and which points are more than that.

The limits follow from how much neighbouring points differ (the moving range), so a slow drift does not widen them. They
come from a baseline that stays as it is: a chart that takes new points into its limits explains every change away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

BASELINE = 20
"""So many points make limits that hold: with 8, a stable series signals in 7 % of cases and not 4 to 5 %."""

FEWEST = 12
"""Below this there are no limits; a run chart is drawn (`metrics.change.run`)."""

ON_ONE_SIDE = 7
TREND = 7
_SIGMAS = 3 / 1.128  # limits at three sigma; 1.128 turns a mean moving range of two points into sigma

Scale = Literal["linear", "log"]
Rule = Literal["outside", "one_side", "trend", "two_of_three"]


@dataclass(frozen=True)
class Xmr:
    """Centre and limits in the unit of the values, and for each point the rules that it completes, with the side.

    `signals[i]` maps a rule to 1 (high, rising) or -1 (low, falling). `baseline` is how many points the limits rest on.
    """

    centre: float
    low: float
    high: float
    baseline: int
    signals: tuple[dict[Rule, int], ...]


def xmr(values: Sequence[float], baseline: int = BASELINE, scale: Scale = "linear", floor: float | None = None) -> Xmr:
    """The chart of a series, oldest first, with limits from its first `baseline` points.

    `centre ± 2.66 x mean moving range`. `log` works on `log(1 + value)`, for counts and times, whose highs are further
    from the middle than their lows: on raw skewed data 80 % of stable series signal somewhere in 24 weeks. `floor` is
    the lowest value that can be. Rules: a point outside the limits; seven in a row on one side; seven rising or
    falling; two of three beyond two sigma on one side. Raises `ValueError` for a baseline under 12 points.

    References: Wheeler (2000), "Understanding Variation"; NHS England (2021), "Making Data Count".

    >>> chart = xmr([10, 12, 11, 9, 10, 11, 12, 10, 9, 11, 10, 12, 30], baseline=12)
    >>> round(chart.centre, 2), round(chart.high, 2), chart.signals[-1]
    (10.58, 14.45, {'outside': 1})
    """
    if min(baseline, len(values)) < FEWEST:
        raise ValueError(f"limits need a baseline of at least {FEWEST} points, got {min(baseline, len(values))}")
    points = _scaled(values, scale)
    first = points[:baseline]
    centre, reach = float(first.mean()), _SIGMAS * float(np.abs(np.diff(first)).mean())
    low, high = (_back(value, scale) for value in (centre - reach, centre + reach))
    if floor is not None:
        low = max(low, floor)
    return Xmr(_back(centre, scale), low, high, len(first), tuple(_signals(points, centre, reach)))


def _signals(points: NDArray[np.float64], centre: float, reach: float) -> list[dict[Rule, int]]:
    found: list[dict[Rule, int]] = [{} for _ in points]
    sides, steps = np.sign(points - centre), np.sign(np.diff(points, prepend=points[0]))
    for place, signals in enumerate(found):
        if abs(points[place] - centre) > reach:
            signals["outside"] = int(sides[place])
        if side := _all_alike(sides, place, ON_ONE_SIDE):
            signals["one_side"] = side
        if side := _all_alike(steps, place, TREND - 1):  # seven points are six steps
            signals["trend"] = side
        near = points[max(0, place - 2) : place + 1] - centre
        for side in (1, -1):
            beyond = side * near > reach * 2 / 3
            if beyond[-1] and beyond.sum() >= 2:
                signals["two_of_three"] = side
    return found


def _all_alike(signs: NDArray[np.float64], place: int, length: int) -> int:
    """The sign that the last so many points up to a place share; 0 when they do not."""
    last = signs[max(0, place - length + 1) : place + 1]
    return int(last[0]) if len(last) == length and (last == last[0]).all() else 0


def _scaled(values: Sequence[float], scale: Scale) -> NDArray[np.float64]:
    array = np.asarray(values, dtype=np.float64)
    return np.log1p(array) if scale == "log" else array


def _back(value: float, scale: Scale) -> float:
    return float(np.expm1(value)) if scale == "log" else value
