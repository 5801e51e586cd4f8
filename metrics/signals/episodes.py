"""Which days of a period would have been signals: the past, looked through with the rule of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from metrics.periods import Period
from metrics.signals.alarm_level import alarms, surprise
from metrics.signals.expected import WINDOWS
from metrics.signals.series import Series


@dataclass(frozen=True)
class Episode:
    """Days in a row on which a series was a signal, with the most surprising of them."""

    series: Series
    first: int
    last: int
    days: int
    observed: int
    expected: float


def episodes(series: Sequence[Series], period: Period, level: float) -> list[Episode]:
    """The signals of a period, day by day as they would have shown, the newest first; days in a row are one."""
    found = [episode for one in series for episode in _episodes(one, period, level)]
    return sorted(found, key=lambda one: (-one.last, -one.observed, one.series.key))


def _episodes(series: Series, period: Period, level: float) -> list[Episode]:
    days = np.arange(max(period.first, series.first), min(period.last, series.last) + 1)
    if not len(days):
        return []
    seen = series.on(days - series.first)
    sizes = np.where(alarms(seen, level), surprise(seen), -np.inf)
    high = np.flatnonzero(np.isfinite(sizes).any(axis=1))
    made = []
    for _, run in groupby(enumerate(high.tolist()), key=lambda pair: pair[1] - pair[0]):
        places = [place for _, place in run]
        top, window = np.unravel_index(int(sizes[places].argmax()), (len(places), len(WINDOWS)))
        row = places[int(top)]
        observed, mean = seen.observed[row, window], seen.mean[row, window]
        first, last = int(days[places[0]]), int(days[places[-1]])
        made.append(Episode(series, first, last, WINDOWS[int(window)], int(observed), float(mean)))
    return made
