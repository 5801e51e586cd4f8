"""A series of daily counts, and what is usual for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.signals.alarm_level import FEWEST, TIMES, alarms
from metrics.signals.expected import USUAL_SPREAD, WEEKS, WINDOWS, Expected, expected

Measure = Literal["messages", "complaints", "volume"]
_FEWEST_SERIES = 5
_SPREADS = 1.5, 8.0  # bounds of what is believed to be usual
_MOST = 100_000  # messages in a window beyond which no smallest number is looked for


@dataclass(frozen=True)
class Series:
    """Daily counts of one thing, from the day `first` on; days that no export covers are not `known`.

    `key` says what it is about, as the store writes it ("topic:12", "volume:3"): messages and complaints about one
    topic share it. `usual_spread` is what other series say about how far counts stray.
    """

    key: str
    measure: Measure
    first: int
    counts: NDArray[np.float64]
    known: NDArray[np.bool_]
    usual_spread: float = USUAL_SPREAD

    @property
    def last(self) -> int:
        """The newest day."""
        return self.first + len(self.counts) - 1

    @cached_property
    def now(self) -> Expected:
        """What is normal on the newest day; one row."""
        return self.on(np.array([len(self.counts) - 1]))

    def on(self, days: NDArray[np.int64]) -> Expected:
        """What was normal on these days, counted from the first."""
        return expected(self.counts, self.known, days, self.usual_spread)


@dataclass(frozen=True)
class Usual:
    """What is usual for a series in one window: the expected number, its range, and from how many on it is a signal."""

    expected: float
    low: int
    high: int
    noticed_from: int


def together(series: Sequence[Series]) -> list[Series]:
    """The series with the spread that is usual for their measure: the mean of those with a message a week or more.

    Messages to one account come in larger bursts, by what it posts, than complaints on one topic.
    """
    spreads: dict[Measure, list[float]] = {}
    for one in series:
        if one.now.past[0] >= WEEKS and not np.isnan(one.now.mean).all():
            spreads.setdefault(one.measure, []).append(float(one.now.spread[0]))
    usual_spread = {
        measure: float(np.clip(np.mean(found), *_SPREADS))
        for measure, found in spreads.items()
        if len(found) >= _FEWEST_SERIES
    }
    return [replace(one, usual_spread=usual_spread.get(one.measure, USUAL_SPREAD)) for one in series]


def usual(series: Series, days: int, level: float) -> Usual:
    """What is usual in one of the windows up to the newest day, in 95 of 100 cases."""
    place = WINDOWS.index(days)
    mean, variance = float(series.now.mean[0, place]), float(series.now.variance[0, place])
    low, high = likely(np.array([mean]), variance / mean)
    return Usual(mean, int(low[0]), max(int(high[0]), 1), _noticed_from(series.now, place, level))


def likely(means: NDArray[np.float64], spread: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The range in which 95 of 100 counts with these means lie, when their variance is `spread` times the mean.

    >>> [bound.tolist() for bound in likely(np.array([10.0]), 2.0)]
    [[3.0], [20.0]]
    """
    from scipy.stats import nbinom, poisson

    if spread <= 1.0001:
        found = (poisson.ppf(share, means) for share in (0.025, 0.975))
    else:
        found = (nbinom.ppf(share, means / (spread - 1), 1 / spread) for share in (0.025, 0.975))
    low, high = (np.maximum(bound, 0.0) for bound in found)
    return low, high


def _noticed_from(now: Expected, place: int, level: float) -> int:
    """The smallest number in a window that would be a signal."""
    low, high = max(FEWEST, ceil(TIMES * float(now.mean[0, place]))), _MOST
    while low < high:
        middle = (low + high) // 2
        seen = np.full_like(now.observed, middle)
        if alarms(replace(now, observed=seen), level)[0, place]:
            high = middle
        else:
            low = middle + 1
    return low
