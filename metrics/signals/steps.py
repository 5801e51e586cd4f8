"""A signal in its past: day by day, or in weeks that end on its last day, each with what is usual."""

from dataclasses import dataclass

import numpy as np

from metrics.signals.expected import WINDOWS
from metrics.signals.series import likely
from metrics.signals.spikes import Spike

_DAYS, _WEEKS = 42, 30
_KNOWN_SHARE = 0.5


@dataclass(frozen=True)
class Step:
    """Some days up to and including `last`; `observed` is None where too few of them are covered by an export."""

    first: int
    last: int
    observed: int | None
    low: int
    high: int


def steps(spike: Spike) -> list[Step]:
    """Single days for a burst of one day, else weeks; the usual range is that of now, over all of them."""
    series, length = spike.series, 1 if spike.days == 1 else 7
    count = min(_DAYS if length == 1 else _WEEKS, len(series.counts) // length)
    size = count * length
    counts = np.where(series.known, series.counts, 0.0)[-size:].reshape(count, length)
    known = series.known[-size:].reshape(count, length)
    daily = np.tile(series.now.daily[0][::-1], -(-size // 7))[-size:].reshape(count, length)
    place = WINDOWS.index(length)
    low, high = likely(daily.sum(axis=1), float(series.now.variance[0, place] / series.now.mean[0, place]))
    told = known.mean(axis=1) >= _KNOWN_SHARE
    lasts = spike.last - length * np.arange(count)[::-1]
    rows = zip(lasts.tolist(), counts.sum(axis=1), told, low, np.maximum(high, 1), strict=True)
    return [
        Step(last - length + 1, last, int(seen) if is_told else None, int(least), int(most))
        for last, seen, is_told, least, most in rows
    ]
