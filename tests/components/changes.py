"""Views of numbers over time that tests share: made by the real reading of made-up weeks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.change.view import Beside, ChangeView
from metrics.change.history import WEEK, stretches
from metrics.change.reading import Target
from metrics.estimate import Estimate
from metrics.periods import Period, to_day
from metrics.registry import metrics

MONDAY = to_day(date(2025, 1, 6))
STEADY = [10, 12, 11, 9, 13, 10, 12, 11, 9, 10]


def view(
    values: Sequence[float | None],
    name: str = "posts",
    *,
    n: int = 200,
    target: Target | None = None,
    beside: Beside = Beside(),  # noqa: B008 - it cannot change
    **more: Any,
) -> ChangeView:
    """A number of these values, one a week."""
    metric = metrics()[name]
    weeks = {MONDAY + WEEK * place: Estimate(value, n, platforms=("facebook",)) for place, value in enumerate(values)}
    period = Period(MONDAY, MONDAY + WEEK * max(len(values), 1) - 1)
    chosen = Period(max(period.first, period.last - 13 * WEEK + 1), period.last)
    return ChangeView(metric, weeks, stretches(metric, weeks, beside.starts, target), period, chosen, beside, **more)
