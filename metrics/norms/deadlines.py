"""Until when an answer is in time, and how long an answer took in the words people use."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics.norms.clock import Clock
from metrics.norms.norm import Norm

_HOUR = 3600
_LATER = 6
_WORKING_DAYS = (0, 1, 3, 5)
"""Of the bins that count in working days; they follow the two that count on the clock."""


def clock_of(norm: Norm, first_ts: int, last_ts: int) -> Clock:
    """The clock of a norm, made for the moments from `first_ts` to `last_ts`.

    Norms with the same `Norm.schedule` have the same clock. Raises `NeverOpenError`.
    """
    return Clock(norm.opening_hours, norm.time_zone, norm.holidays, first_ts, last_ts)


def due(norm: Norm, clock: Clock, asked: ArrayLike) -> NDArray[np.int64]:
    """The last moment at which an answer to a question of the moment `asked` is in time.

    >>> norm = Norm("working_hours", 4)
    >>> friday_16 = 1_788_530_400  # 4 September 2026 in Amsterdam
    >>> late = due(norm, clock_of(norm, friday_16, friday_16), friday_16)
    >>> (int(late) - friday_16) / 3600  # Monday at 12
    68.0
    """
    moments = np.asarray(asked, dtype=np.int64)
    match norm.unit:
        case "hours":
            return moments + round(norm.amount * _HOUR)
        case "working_hours":
            return clock.after(moments, round(norm.amount * _HOUR))
        case "working_days":
            return clock.closing(moments, round(norm.amount))


def bin_of(clock: Clock, asked: ArrayLike, answered: ArrayLike) -> NDArray[np.int64]:
    """The place in `metrics.responsiveness.bins.BINS` of each answer: the first bin that fits.

    Up to an hour and up to four hours are on the clock, for fast answers at any time of the day; after that an answer
    is of the same working day, or within one, three or five working days.

    >>> friday_16, monday_10 = 1_788_530_400, 1_788_768_000
    >>> clock = clock_of(Norm("hours", 24), friday_16, monday_10)
    >>> bin_of(clock, [friday_16, friday_16], [friday_16 + 1800, monday_10]).tolist()
    [0, 3]
    """
    start, end = np.asarray(asked, dtype=np.int64), np.asarray(answered, dtype=np.int64)
    fits = [end - start <= _HOUR, end - start <= 4 * _HOUR]
    fits += [end <= clock.closing(start, days) for days in _WORKING_DAYS]
    return np.select(fits, list(range(_LATER)), _LATER).astype(np.int64)
