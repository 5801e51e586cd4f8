"""Where values stand on an upright axis: in equal steps, or in equal ratios, always labelled in plain numbers."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.figures import style

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_TIMES = (0, _HOUR, _DAY, 7 * _DAY, _MINUTE, 4 * _HOUR, 28 * _DAY, 12 * _HOUR, 3 * _DAY, 91 * _DAY, 10 * _MINUTE)
_MOST = 7  # labels


@dataclass(frozen=True)
class Scale:
    """Values to places on the axis, the range of places, and the values that get a label."""

    place: Callable[[float], float]
    range: tuple[float, float]
    steps: tuple[float, ...]

    def axis(self, number: style.Format) -> dict[str, object]:
        """The axis as Plotly wants it."""
        return {
            "tickvals": [self.place(step) for step in self.steps],
            "ticktext": [number(step) for step in self.steps],
            "range": list(self.range),
        }


def linear(values: Sequence[float], at_most: int = 5) -> Scale:
    """Equal steps, from zero or below."""
    steps = style.round_steps(min(0.0, *values), max(0.0, *values), at_most)
    return Scale(lambda value: value, (steps[0], steps[-1]), tuple(steps))


def ratios(values: Sequence[float], unit: float = 1.0, seconds: bool = False) -> Scale:
    """Equal ratios, by `log(1 + value / unit)`, which knows zero too; `seconds` labels whole minutes, hours and days.

    >>> ratios([3, 250]).steps, ratios([3, 250]).axis(str)["ticktext"][0]
    ((10.0, 20.0, 50.0, 100.0, 200.0), '10.0')
    >>> ratios([0, 4]).steps, ratios([900, 990]).steps
    ((0.0, 1.0, 2.0), (900.0, 925.0, 950.0, 975.0))
    >>> [step / 3600 for step in ratios([3_600, 800_000], seconds=True).steps]
    [1.0, 4.0, 24.0, 72.0, 168.0]
    >>> ratios([0.001, 0.03], unit=0.0001).steps
    (0.001, 0.002, 0.005, 0.01, 0.02)
    """
    low, high = min(values) / unit, max(values) / unit
    if high - low < 1:
        low, high = max(0.0, low - 0.5) if low else 0.0, high + 1
    room = 0.04 * (math.log1p(high) - math.log1p(low))
    bottom, top = max(0.0, math.log1p(low) - room), math.log1p(high) + room
    known = _apart(_TIMES if seconds else _round(high), bottom, top, (top - bottom) / _MOST)
    if len(known) < 3:
        known = _even(low, high)
        bottom, top = min(bottom, math.log1p(known[0])), max(top, math.log1p(known[-1]))
    return Scale(lambda value: math.log1p(value / unit), (bottom, top), tuple(step * unit for step in known))


def _apart(steps: Sequence[float], bottom: float, top: float, least: float) -> list[float]:
    """Those of the steps that lie in the range, the roundest first, as far as their places do not touch."""
    kept: list[float] = []
    for step in steps:
        place = math.log1p(step)
        if bottom <= place <= top and all(abs(place - math.log1p(one)) >= least for one in kept):
            kept.append(float(step))
    return sorted(kept)


def _round(high: float) -> list[float]:
    """Round numbers, the roundest first: 0, then 1, 10, 100, ..., then 5, 50, ..., then 2, 20, ...; also parts of 1."""
    tens = range(0 if high > 3 else -1, math.ceil(math.log10(max(high, 1))) + 1)
    return [0.0, *(factor * 10.0**ten for factor in (1, 5, 2) for ten in tens)]


def _even(low: float, high: float) -> list[float]:
    """Numbers in equal steps between two that are near to each other; at least two."""
    for most in range(4, 12):
        inside = [one for one in style.round_steps(low, high, most) if low * 0.99 <= one <= high * 1.01]
        if len(inside) >= 3:
            return inside
    return [low, high]
