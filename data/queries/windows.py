"""Periods as the statements use them: windows of days with a label, and whole weeks or months with
their loose ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics.periods import Period, to_date, to_day, week_start

By = Literal["window", "week", "month"]
_Step = Callable[[int], int]
CURRENT, PREVIOUS = 1, 0
NAMES = {CURRENT: "current", PREVIOUS: "previous"}


@dataclass(frozen=True)
class Window:
    """A stretch of days that is reported as one period: `label` is CURRENT, PREVIOUS or the first day."""

    label: int
    period: Period


def month_start(day: int) -> int:
    """The first day of the month a day is in.

    >>> to_date(month_start(20726)).isoformat()
    '2026-09-01'
    """
    return to_day(to_date(day).replace(day=1))


def _next_month(day: int) -> int:
    return month_start(month_start(day) + 31)


def _next_week(day: int) -> int:
    return week_start(day) + 7


def month_number(day: int) -> int:
    """The month of a day as the store counts months.

    >>> month_number(20726)
    202609
    """
    when = to_date(day)
    return when.year * 100 + when.month


def first_of(month: int) -> int:
    """The first day of a month of the store.

    >>> to_date(first_of(202609)).isoformat()
    '2026-09-01'
    """
    return to_day(date(month // 100, month % 100, 1))


def windows(period: Period, by: By) -> list[Window]:
    """The windows that a period is reported in; the first and the last week or month may be cut short.

    >>> [w.period.days for w in windows(Period(first_of(202608), first_of(202610) - 1), "month")]
    [31, 30]
    """
    if by == "window":
        return [Window(CURRENT, period), Window(PREVIOUS, period.before())]
    start, following = (week_start, _next_week) if by == "week" else (month_start, _next_month)
    found = []
    label = start(period.first)
    while label <= period.last:
        found.append(Window(label, Period(max(label, period.first), min(following(label) - 1, period.last))))
        label = following(label)
    return found


def whole_weeks(period: Period) -> tuple[Period | None, list[Period]]:
    """The whole weeks in a period as one stretch of days, and the loose days at its ends, each within one week."""
    return _whole(period, week_start, _next_week)


def whole_months(period: Period) -> tuple[Period | None, list[Period]]:
    """The whole months in a period as one stretch of days, and the loose days at its ends, each within one month.

    >>> whole, ends = whole_months(Period(to_day(date(2026, 6, 29)), to_day(date(2026, 9, 27))))
    >>> whole == Period(first_of(202607), first_of(202609) - 1), [end.days for end in ends]
    (True, [2, 27])
    """
    return _whole(period, month_start, _next_month)


def _whole(period: Period, start: _Step, following: _Step) -> tuple[Period | None, list[Period]]:
    first = period.first if period.first == start(period.first) else following(period.first)
    last = start(period.last + 1) - 1
    if first > period.last:
        return None, [period]
    ends = [Period(period.first, first - 1), Period(last + 1, period.last)]
    return Period(first, last) if first < last else None, [end for end in ends if end.days > 0]
