"""Scales on which an estimate varies evenly: shares near 0 or 1 and skewed numbers do not as they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import asin, exp, inf, log, pi, sin, sqrt
from statistics import median
from typing import Literal

from metrics.estimate import Estimate
from metrics.intervals import Z

Scale = Literal["share", "log", "linear"]

NOTHING = 1e-9
"""A standard error that is so small beside the numbers is rounding."""


@dataclass(frozen=True)
class Bounded:
    """An estimate that has an interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Placed:
    """Estimates on a scale: their places, their standard errors, and the way back to values."""

    places: list[float]
    errors: list[float]
    back: Callable[[float], float]


def bounded(estimate: Estimate) -> Bounded | None:
    """The estimate when it has a value and an interval."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return None
    return Bounded(estimate.value, estimate.low, estimate.high)


def placed(found: Sequence[Bounded], scale: Scale) -> Placed:
    """Estimates on a scale, with the standard errors that their intervals tell.

    `share`: the arcsine of the square root, with the small-sample terms of Anscombe (1948). `log`: the logarithm; with
    zeros among the numbers, of the number plus half the middle one (Mosteller & Tukey's started logs). Standard errors
    of zero, as of medians over posts that are all alike, become half the middle one of the others.
    """
    of, back = _ways(found, scale)
    places = [of(one.value) for one in found]
    errors = _never_zero([(of(one.high) - of(one.low)) / (2 * Z) for one in found], places)
    if scale == "share":
        places = [_anscombe(one.value, error) for one, error in zip(found, errors, strict=True)]
    return Placed(places, errors, back)


def _ways(found: Sequence[Bounded], scale: Scale) -> tuple[Callable[[float], float], Callable[[float], float]]:
    if scale == "share":
        return lambda value: asin(sqrt(min(max(value, 0.0), 1.0))), lambda place: sin(min(max(place, 0.0), pi / 2)) ** 2
    if scale == "linear":
        return float, float
    start = _start(found)
    return lambda value: log(value + start), lambda place: max(0.0, exp(place) - start)


def _anscombe(share: float, error: float) -> float:
    n = 1 / (4 * error**2) - 0.5 if error > 0 else inf
    if not 0 < n < inf:
        return asin(sqrt(share))
    return asin(sqrt((share * n + 0.375) / (n + 0.75)))


def _start(found: Iterable[Bounded]) -> float:
    values = [value for one in found for value in (one.value, one.low, one.high)]
    if all(value > 0 for value in values):
        return 0.0
    positive = [value for value in values if value > 0]
    return median(positive) / 2 if positive else 1.0


def _never_zero(errors: Sequence[float], places: Sequence[float]) -> list[float]:
    """All of them zero when none is large enough to be more than rounding."""
    smallest = NOTHING * max(1.0, *map(abs, places), *errors)
    positive = [error for error in errors if error > smallest]
    least = median(positive) / 2 if positive else 0.0
    return [error if error > smallest else least for error in errors]
