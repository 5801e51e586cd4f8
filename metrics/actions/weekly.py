"""The weeks of a number, as the check before and after an action needs them."""

from collections.abc import Mapping

from metrics.change.xmr import Scale
from metrics.estimate import Estimate
from metrics.periods import Period
from metrics.registry import Metric

_WEEK = 7
_COUNTED = ("count", "per_week", "per_day")


def weekly(metric: Metric, series: Mapping[int, Estimate], period: Period) -> dict[int, float]:
    """The value of each full week of a period, by its Monday. A week without a value is left out.

    Of what is counted (posts, comments), a week without anything in between is a week with none: it is 0.
    """
    known = {
        monday: estimate.value
        for monday, estimate in sorted(series.items())
        if estimate.value is not None and monday >= period.first and monday + _WEEK - 1 <= period.last
    }
    if metric.unit not in _COUNTED or not known:
        return known
    return {monday: known.get(monday, 0.0) for monday in range(min(known), max(known) + 1, _WEEK)}


def scale_of(metric: Metric) -> Scale:
    """Shares and rates as they are; counts and times, whose highs lie further from the middle, by their logarithm."""
    return "linear" if metric.unit in ("share", "rate") else "log"
