"""Targets in the words of people and in the unit of a metric.

A count that adds up over time (posts, comments, visits) has its target per week, so that it means the same for a
month and for a quarter; a number of followers is as it stands. Shares are typed as percentages, times as hours.
"""

from dataclasses import replace
from math import isfinite
from typing import Literal

from metrics.estimate import Estimate
from metrics.registry import Metric

Typed = Literal["percent", "hours", "per_week", "own"]
"""What a person types a target in: `own` is the unit of the metric itself."""
_SCALES: dict[Typed, float] = {"percent": 0.01, "hours": 3600.0, "per_week": 1.0, "own": 1.0}
WEEK = 7
"""Days; a shorter period says nothing of a target per week."""
LARGEST = 1e9


def is_per_week(metric: Metric) -> bool:
    """Whether a number adds up over time, so that its target is per week.

    >>> from metrics.registry import metrics
    >>> [is_per_week(metrics()[one]) for one in ("comments", "audience", "proposals", "within_norm")]
    [True, False, False, False]
    """
    return metric.unit == "count" and not metric.of_a_moment


def is_over_weeks(metric: Metric) -> bool:
    """Whether the target of a number is per week, whatever its unit.

    >>> from metrics.registry import metrics
    >>> [is_over_weeks(metrics()[one]) for one in ("comments", "posts_per_week", "within_norm")]
    [True, True, False]
    """
    return is_per_week(metric) or metric.id == "posts_per_week"


def typed_in(metric: Metric | None) -> Typed:
    """What a target of this number is typed in."""
    if metric is None:
        return "own"
    if metric.unit in ("share", "rate"):
        return "percent"
    if metric.unit == "duration":
        return "hours"
    return "per_week" if is_per_week(metric) else "own"


def stored(metric: Metric | None, typed: float | None) -> float | None:
    """A typed target in the unit of its metric.

    >>> from metrics.registry import metrics
    >>> stored(metrics()["within_norm"], 80), stored(metrics()["response_median"], 4)
    (0.8, 14400.0)
    """
    return None if typed is None else round(typed * _SCALES[typed_in(metric)], 9)


def typed(metric: Metric | None, target: float | None) -> float | None:
    """A stored target as a person types it.

    >>> from metrics.registry import metrics
    >>> typed(metrics()["within_norm"], 0.8)
    80.0
    """
    return None if target is None else round(target / _SCALES[typed_in(metric)], 9)


def can_be(metric: Metric | None, target: float) -> bool:
    """Whether a number can reach this target at all: a share is from 0 to 1, a count never under 0."""
    if not isfinite(target) or abs(target) > LARGEST:
        return False
    if metric is None or metric.id in ("audience_growth", "audience_growth_rate"):  # an audience can shrink
        return True
    return 0 <= target <= 1 if metric.unit == "share" else target >= 0


def comparable(metric: Metric, estimate: Estimate, days: int) -> Estimate:
    """The number as its target is set: a count that adds up is divided by the weeks of the period.

    >>> from metrics.registry import metrics
    >>> comparable(metrics()["comments"], Estimate(260, n=80), 91).value
    20.0
    """
    if not is_per_week(metric) or estimate.value is None or days <= 0:
        return estimate
    value, low, high = (
        None if one is None else one * WEEK / days for one in (estimate.value, estimate.low, estimate.high)
    )
    return replace(estimate, value=value, low=low, high=high)
