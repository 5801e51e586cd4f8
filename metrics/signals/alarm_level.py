"""How surprising something must be to be called a signal: that follows from how many false alarms people accept."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.signals.expected import WINDOWS, Expected

DAYS_A_MONTH = 30.0
BUDGET = 1.0
"""False alarms a month, over everything that is watched together."""

LOWEST, HIGHEST = 0.25, 4.0
STEP = 0.8
"""A "no" leaves four fifths of the budget; a "yes" undoes a "no"."""

FEWEST = 5
TIMES = 2.0
"""Fewer messages, or less than twice as many as expected, are never a signal, however rare."""

_LARGEST = 300.0  # of the exponent of a probability
_TINY = 10**-_LARGEST


@dataclass(frozen=True)
class Budget:
    """How many false alarms a month are accepted, and the answers that this rests on."""

    value: float = BUDGET
    yes: int = 0
    no: int = 0


def tuned(yes: int, no: int) -> Budget:
    """The budget after so many answers to "was this useful?".

    Each "no" without a "yes" to set against it lowers the budget by a fifth, each "yes" beyond that raises it by a
    quarter; it stays between one false alarm in four months and four a month. The order of the answers does not count.

    >>> round(tuned(yes=0, no=2).value, 2), tuned(yes=3, no=3).value, tuned(yes=0, no=40).value
    (0.64, 1.0, 0.25)
    """
    return Budget(float(np.clip(BUDGET * STEP ** (no - yes), LOWEST, HIGHEST)), yes, no)


def alarm_level(daily_tests: int, budget: float = BUDGET) -> float:
    """How many standard deviations make a signal, so that chance gives `budget` of them a month.

    With 40 series that are looked at once a day 3 would give 1.6 false alarms a month; 3.14 gives one. Every
    window of every series is a test. The tests of one series resemble each other, so the real number is lower.

    >>> round(alarm_level(40), 2), round(alarm_level(96), 2), round(alarm_level(96 * 3, 0.25), 2)
    (3.14, 3.39, 4.02)
    """
    from scipy.special import ndtri

    return float(-ndtri(min(budget / (max(daily_tests, 1) * DAYS_A_MONTH), 0.5)))


def surprise(found: Expected) -> NDArray[np.float64]:
    """How far above normal each window is, in standard deviations of a normal distribution; NaN where unknown.

    The chance of so many messages or more: negative binomial with the expected mean and variance, as messages come in
    bursts. That variance is itself an estimate, which the t distribution allows for.
    """
    from scipy.special import betainc, gammainc, ndtri, stdtr

    seen = np.maximum(found.observed, 1e-9)
    extra = np.maximum(found.variance - found.mean, 1e-9)
    chance = np.where(
        found.variance > found.mean * 1.0001,
        betainc(seen, found.mean**2 / extra, extra / found.variance),
        gammainc(seen, found.mean),
    )
    chance = np.where(found.observed <= 0, 1.0, np.clip(chance, _TINY, 1.0))
    chance = np.clip(stdtr(found.freedom, ndtri(chance)), _TINY, 1 - 1e-16)
    return np.asarray(np.where(np.isnan(found.mean), np.nan, -ndtri(chance)))


def alarms(found: Expected, level: float) -> NDArray[np.bool_]:
    """Which windows are signals: surprising enough, at least five messages, and at least twice the expected number."""
    high = (surprise(found) > level) & (found.observed >= FEWEST)
    return np.asarray(high & (found.observed >= TIMES * found.mean))


def daily_tests(series: int) -> int:
    """How many tests are made a day on so many series.

    >>> daily_tests(40)
    120
    """
    return series * len(WINDOWS)
