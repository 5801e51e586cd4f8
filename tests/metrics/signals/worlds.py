"""Made-up worlds of daily counts with a known truth: over-dispersed, with a weekday pattern, and nothing going on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from metrics.signals.alarm_level import DAYS_A_MONTH, alarm_level, alarms, daily_tests
from metrics.signals.expected import HISTORY
from metrics.signals.series import Series, together

WEEKDAYS = np.array([1.25, 1.2, 1.15, 1.15, 1.05, 0.6, 0.6])
MONTHS = 6


def quiet(
    rng: np.random.Generator, means: Sequence[float], days: int, spread: float = 2.0, sticky: float = 0.0
) -> NDArray[np.float64]:
    """Series (rows) with these mean counts a day: variance `spread` times the mean, weeks that resemble the last."""
    daily = np.outer(means, WEEKDAYS[np.arange(days) % 7] / WEEKDAYS.mean())
    weeks = np.empty((len(means), -(-days // 7)))
    weeks[:, 0] = rng.normal(size=len(means))
    for week in range(1, weeks.shape[1]):
        weeks[:, week] = 0.4 * weeks[:, week - 1] + np.sqrt(1 - 0.16) * rng.normal(size=len(means))
    daily *= np.exp(sticky * np.repeat(weeks, 7, axis=1)[:, :days] - sticky**2 / 2)
    if spread > 1:
        daily = rng.gamma(daily / (spread - 1), spread - 1)
    return rng.poisson(daily).astype(float)


def false_alarms(counts: NDArray[np.float64], budget: float = 1.0) -> float:
    """How many alarms a month a world gives: days in a row of one series are one alarm."""
    level, found = alarm_level(daily_tests(len(counts)), budget), 0
    places = np.arange(HISTORY, counts.shape[1])
    for one in together([Series("", "messages", 0, row, np.ones(len(row), dtype=bool)) for row in counts]):
        high = alarms(one.on(places), level).any(axis=1)
        found += int((high[1:] & ~high[:-1]).sum() + high[0])
    return found / (len(places) / DAYS_A_MONTH)
