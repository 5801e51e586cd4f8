"""The clock of an account: it only runs while the account is open.

A message of Friday afternoon does not wait all weekend on this clock. Opening hours are local times, so the clock
follows summer time: a day may have 23 or 25 hours. An opening time that the local clock skips counts from the moment
it jumps; of a time that comes twice, opening takes the first and closing the last.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

import holidays as calendars
import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from metrics.norms.norm import Hours
from metrics.words import N_, Message

Seconds = NDArray[np.int64]

_DAY = 86_400
_MARGIN = 45  # days that are worked out at once beyond what is asked
_MOST = 200 * 366  # days without enough opening hours after which there will never be enough


class NeverOpenError(ValueError):
    """With these opening hours there is no moment at which somebody is there; `message` says so."""

    def __init__(self) -> None:
        text = N_("There are no opening hours, so working hours and working days cannot be counted. Fill them in.")
        self.message = Message("never_open", text)
        super().__init__(self.message.english())


class Clock:
    """Counts the time in which an account is open. Moments are seconds since 1970 in UTC, as arrays.

    `first_ts` and `last_ts` say for which moments it is made; it works itself out further when asked about others.
    Raises `NeverOpenError` when no weekday has opening hours.

    >>> office = Clock({4: ("09:00", "17:00"), 0: ("09:00", "17:00")}, "Europe/Amsterdam", "NL", 0, 0)
    >>> friday_16, monday_10 = 1_788_530_400, 1_788_768_000  # 4 and 7 September 2026
    >>> int(office.seconds_between(friday_16, monday_10)) // 3600
    2
    """

    def __init__(
        self, opening_hours: Mapping[int, Hours], time_zone: str, holidays: str, first_ts: int, last_ts: int
    ) -> None:
        self._minutes = _minutes(opening_hours)
        if not (self._minutes[:, 1] > self._minutes[:, 0]).any():
            raise NeverOpenError
        self._zone, self._holidays = time_zone, holidays
        self._first, self._last = first_ts // _DAY - 2, last_ts // _DAY + _MARGIN
        self._work_out()

    def seconds_between(self, start: ArrayLike, end: ArrayLike) -> Seconds:
        """How many seconds the account was open between two moments; 0 when the end is before the start."""
        start, end = _moments(start), _moments(end)
        self._cover(start)
        self._cover(end)
        passed: Seconds = np.maximum(self._open_until(end) - self._open_until(start), 0)
        return passed

    def after(self, start: ArrayLike, seconds: ArrayLike) -> Seconds:
        """The first moment at which the account was open for so many seconds since `start`.

        With 0 seconds: the start itself, or the next opening when the account is closed then.
        """
        start, wanted = _moments(start), _moments(seconds)
        self._cover(start)
        target = self._open_until(start) + wanted
        while target.size and target.max() >= self._open_at_end[-1]:
            self._go_on()
            target = self._open_until(start) + wanted
        last_of_the_day = np.searchsorted(self._open_at_end, target, side="left")
        first_of_the_day = np.searchsorted(self._open_at_end, target, side="right")
        day = np.where(wanted > 0, last_of_the_day, first_of_the_day)
        moment: Seconds = self._starts[day] + target - self._open_at_start[day]
        return moment

    def closing(self, start: ArrayLike, days: ArrayLike) -> Seconds:
        """Closing time of the n-th working day after the one on which the clock starts; 0 for that day itself.

        The clock starts on the day of the message, or on the next working day when the account is closed for the
        rest of that day.
        """
        start, later = _moments(start), _moments(days)
        self._cover(start)
        day = np.searchsorted(self._ends, start, side="right") + later
        while day.size and day.max() >= len(self._ends):
            self._go_on()
            day = np.searchsorted(self._ends, start, side="right") + later
        moment: Seconds = self._ends[day]
        return moment

    def _open_until(self, moment: Seconds) -> Seconds:
        """Seconds open from the first day that was worked out up to a moment."""
        day = np.maximum(np.searchsorted(self._starts, moment, side="right") - 1, 0)
        today = np.clip(moment - self._starts[day], 0, self._ends[day] - self._starts[day])
        seconds: Seconds = self._open_at_start[day] + today
        return seconds

    def _cover(self, moments: Seconds) -> None:
        if not moments.size:
            return
        first, last = int(moments.min()) // _DAY - 2, int(moments.max()) // _DAY + 2
        if first < self._first or last > self._last:
            self._first, self._last = min(self._first, first), max(self._last, last + _MARGIN)
            self._work_out()

    def _go_on(self) -> None:
        days = self._last - self._first
        if days > _MOST:
            raise NeverOpenError
        self._last += max(days, 366)
        self._work_out()

    def _work_out(self) -> None:
        """Opening and closing moment of each working day, and how long the account was open before it."""
        while True:
            self._starts, self._ends = self._openings()
            if self._starts.size:
                break
            if self._last - self._first > _MOST:
                raise NeverOpenError
            self._last += 366
        self._open_at_end = np.cumsum(self._ends - self._starts)
        self._open_at_start = self._open_at_end - (self._ends - self._starts)

    def _openings(self) -> tuple[Seconds, Seconds]:
        days = np.arange(self._first, self._last + 1)
        days = days[~np.isin(days, _holidays(self._holidays, self._first, self._last))]
        minutes = self._minutes[(days + 3) % 7]
        opens = minutes[:, 1] > minutes[:, 0]
        days, minutes = days[opens], minutes[opens]
        starts = _utc(days * _DAY + minutes[:, 0] * 60, self._zone, first=True)
        closing = days * _DAY + minutes[:, 1] * 60
        # a minute after the last one that is open: a closing time that comes twice is over at its first coming
        before = _utc(closing - 60, self._zone, first=False) + 60
        ends = np.minimum(_utc(closing, self._zone, first=False), before)
        real = (ends > starts) & (_local_day(ends - 1, self._zone) == days)  # not in an hour or day that was skipped
        return starts[real], ends[real]


def _minutes(opening_hours: Mapping[int, Hours]) -> Seconds:
    """Opening and closing of the seven weekdays in minutes since midnight; 0 and 0 when closed."""
    table = np.zeros((7, 2), dtype=np.int64)
    for weekday, hours in opening_hours.items():
        table[weekday] = [int(time[:2]) * 60 + int(time[3:]) for time in hours]
    return table


def _moments(values: ArrayLike) -> Seconds:
    return np.asarray(values, dtype=np.int64)


def _utc(local: Seconds, zone: str, first: bool) -> Seconds:
    """Moments of local times; of a time that comes twice the first or the last."""
    twice = np.full(len(local), first)
    times = pd.DatetimeIndex(local.astype("datetime64[s]"))
    moments = times.tz_localize(zone, ambiguous=twice, nonexistent="shift_forward")
    return moments.as_unit("s").asi8


def _local_day(moments: Seconds, zone: str) -> Seconds:
    local = pd.DatetimeIndex(moments.astype("datetime64[s]")).tz_localize("UTC").tz_convert(zone).tz_localize(None)
    return local.as_unit("s").asi8 // _DAY


def _holidays(code: str, first: int, last: int) -> list[int]:
    """The day numbers of the public holidays between two days."""
    if not code:
        return []
    country, _, part = code.partition("-")
    years = range(_year(first), _year(last) + 1)
    days = calendars.country_holidays(country, subdiv=part or None, years=years)
    return [day.toordinal() - _EPOCH for day in days]


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).toordinal()


def _year(day: int) -> int:
    return int(np.datetime64(day, "D").astype("datetime64[Y]").astype(int)) + 1970
