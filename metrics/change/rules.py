"""The four rules that tell more than chance from ordinary variation, for any chart with limits."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Rule = Literal["outside", "one_side", "trend", "two_of_three"]

ON_ONE_SIDE = 7
TREND = 7

Floats = NDArray[np.float64]


def signals(points: Floats, z: Floats, low: float, high: float) -> tuple[dict[Rule, int], ...]:
    """For each point the rules that it completes, with 1 (high, rising) or -1 (low, falling).

    `z` says how many sigma each point lies from the centre. *outside*: beyond three; *two_of_three*: two of three
    beyond two, on one side; *trend*: seven points that rise, or fall; *one_side*: seven points on one side of the
    middle. The middle reaches from `low` to `high`, mean and median of the baseline: a run that only the choice
    between these two makes is none. This brings false alarms of counts from 7 to under 5 in 100.

    References: Nelson (1984), "The Shewhart control chart: tests for special causes"; NHS England (2021), "Making Data
    Count".

    >>> signals(np.array([1.0, 5.0]), np.array([0.0, 4.0]), 1.0, 1.0)
    ({}, {'outside': 1})
    """
    tolerance = 1e-9 * max(1.0, abs(low), abs(high))  # a mean of equal numbers is not always that number
    sides = np.where(points > high + tolerance, 1, np.where(points < low - tolerance, -1, 0))
    steps = np.sign(np.diff(points, prepend=points[:1]))
    beyond = np.where(z > 2, 1, np.where(z < -2, -1, 0))
    by_rule: dict[Rule, NDArray[np.int64]] = {
        "outside": np.where(np.abs(z) > 3, np.sign(z), 0).astype(np.int64),
        "one_side": _all_alike(sides, ON_ONE_SIDE),
        "trend": _all_alike(steps, TREND - 1),  # seven points are six steps
        "two_of_three": np.where((_last(beyond == 1, 3) >= 2) & (beyond == 1), 1, 0)
        - np.where((_last(beyond == -1, 3) >= 2) & (beyond == -1), 1, 0),
    }
    found: list[dict[Rule, int]] = [{} for _ in points]
    for rule, at in by_rule.items():
        for place in np.flatnonzero(at):
            found[place][rule] = int(at[place])
    return tuple(found)


def _last(values: NDArray[np.generic], length: int) -> NDArray[np.int64]:
    """For each place the sum over the last so many; fewer at the start."""
    total = np.concatenate([np.zeros(length, np.int64), np.cumsum(values, dtype=np.int64)])
    sums: NDArray[np.int64] = total[length:] - total[:-length]
    return sums


def _all_alike(signs: NDArray[np.generic], length: int) -> NDArray[np.int64]:
    """For each place the sign that the last so many share; 0 when they do not."""
    total = _last(signs, length)
    return np.where(np.abs(total) == length, np.sign(total), 0)
