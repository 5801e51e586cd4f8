"""A weekly series made ready for a chart: without holes in its weeks, on the scale of its metric."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from metrics.change.laney import stable
from metrics.change.rules import Floats
from metrics.change.scale import Scale, back, scaled
from metrics.estimate import Estimate
from metrics.measures import PARTICIPATION
from metrics.registry import Metric

WEEK = 7

_STEP = 1e-4
"""Rates are small: they are counted in hundredths of a percent, so that their logarithm tells them apart."""


@dataclass(frozen=True)
class Series:
    """`values` by week (None is a gap), `cases` what a share is of, and how they are judged.

    `counts` says that values are whole counts of things that happen, `share` that they are parts of `cases`.
    """

    weeks: tuple[int, ...]
    values: tuple[float | None, ...]
    cases: tuple[int, ...]
    scale: Scale
    step: float
    share: bool
    counts: bool

    @property
    def known(self) -> list[int]:
        """The places that have a value."""
        return [place for place, value in enumerate(self.values) if value is not None]

    def points(self) -> list[float | None]:
        """The values on the scale of the chart."""
        at = self.known
        values = np.array([self.values[place] for place in at], dtype=np.float64)
        if self.share:
            n = np.array([self.cases[place] for place in at], dtype=np.float64)
            points = stable(np.round(values * n), n)
        else:
            points = self.on(values)
        by_place = dict(zip(at, points.tolist(), strict=True))
        return [by_place.get(place) for place in range(len(self.values))]

    def on(self, values: Floats) -> Floats:
        """Values on their scale; shares have theirs in `metrics.change.laney`."""
        return scaled(values / self.step, self.scale)

    def off(self, points: Floats) -> Floats:
        """The way back; never under zero where the metric cannot be."""
        values = back(points, self.scale) * self.step
        return np.maximum(values, 0.0) if self.scale == "log" else values


def series_of(metric: Metric, weeks: Mapping[int, Estimate]) -> Series:
    """The series of a metric by the Monday of each week; a week that is not there is a gap, never zero."""
    mondays = tuple(range(min(weeks), max(weeks) + 1, WEEK)) if weeks else ()
    found = [weeks.get(week) or Estimate(None) for week in mondays]
    share = metric.unit == "share"
    values = tuple(
        None if e.value is None or not np.isfinite(e.value) or (share and e.n < 1) else float(e.value) for e in found
    )
    known = [value for value in values if value is not None]
    falls = metric.needs == ("followers",) or min(known, default=0.0) < 0  # gains can be losses
    counts = metric.unit in ("count", "per_week") and all(value.is_integer() for value in known)
    return Series(
        mondays,
        values,
        tuple(e.n for e in found),
        "linear" if falls else "log",
        _STEP if metric.unit == "rate" and not falls else 1.0,
        share,
        counts and not falls,
    )


def piles_up(metric: Metric) -> bool:
    """Whether a number is a stand that is read off, and so only grows: followers, proposals, supports."""
    return metric.unit == "count" and all(need == "followers" or need in PARTICIPATION for need in metric.needs)
