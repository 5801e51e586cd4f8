"""What suddenly rose: topics, complaints and accounts with more messages than their own past makes likely."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.signals.alarm_level import alarm_level, alarms, daily_tests, surprise
from metrics.signals.expected import HISTORY, WINDOWS
from metrics.signals.series import Series, Usual, together, usual

_LOOK_BACK = 56  # days within which the start of a rise is looked for


@dataclass(frozen=True)
class Spike:
    """More messages than normal in the `days` up to and including `last`; clearest when counted from `since`."""

    series: Series
    days: int
    last: int
    since: int
    observed: int
    usual: Usual
    surprise: float


@dataclass(frozen=True)
class Watch:
    """What was looked at, and what stood out: the most surprising first, one for each key."""

    spikes: tuple[Spike, ...]
    series: tuple[Series, ...]
    too_short: int
    level: float


def watch(series: Sequence[Series], budget: float) -> Watch:
    """Hold the newest day of each series against its past.

    A series without eight weeks of past cannot be judged and one without any message has nothing to judge: neither
    counts. The more series there are, the more surprising a signal has to be.
    """
    active = together([one for one in series if one.counts[-HISTORY:].any()])
    judged = tuple(one for one in active if not np.isnan(one.now.mean).all())
    level = alarm_level(daily_tests(len(judged)), budget)
    found: dict[str, Spike] = {}
    for one in judged:
        spike = _spike(one, level)
        if spike is not None and (one.key not in found or spike.surprise > found[one.key].surprise):
            found[one.key] = spike
    ordered = sorted(found.values(), key=lambda spike: (-spike.surprise, spike.series.key))
    return Watch(tuple(ordered), judged, len(active) - len(judged), level)


def _spike(series: Series, level: float) -> Spike | None:
    high = alarms(series.now, level)[0]
    if not high.any():
        return None
    sizes = np.where(high, surprise(series.now)[0], -np.inf)
    place = int(sizes.argmax())
    return Spike(
        series,
        WINDOWS[place],
        series.last,
        _since(series),
        int(series.now.observed[0, place]),
        usual(series, WINDOWS[place], level),
        float(sizes[place]),
    )


def _since(series: Series) -> int:
    """From which day on the rise is clearest: the start of the stretch that is least likely under the usual level.

    The likelihood ratio `X log(X / M) - (X - M)` of X seen and M expected since each day, as a scan statistic has it.
    Reference: Kulldorff (2001), "Prospective time periodic geographical disease surveillance using a scan statistic".
    """
    back = min(_LOOK_BACK, len(series.counts))
    known = series.known[-back:][::-1]
    daily = np.tile(series.now.daily[0], -(-back // 7))[:back]
    seen = np.cumsum(np.where(known, series.counts[-back:][::-1], 0.0))
    mean = np.maximum(np.cumsum(known * daily), 1e-9)
    ratio = np.where(seen > mean, seen * np.log(np.maximum(seen, 1e-9) / mean) - (seen - mean), -np.inf)
    return series.last - int(np.argmax(ratio))
