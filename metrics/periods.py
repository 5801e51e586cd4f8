"""Periods of days, counted as the store counts them: days since 1970-01-01 in the organisation's time zone."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)


def to_day(value: date) -> int:
    """The day number of a date.

    >>> to_day(date(2026, 9, 30))
    20726
    """
    return (value - EPOCH).days


def to_date(day: int) -> date:
    """The date of a day number.

    >>> to_date(20726).isoformat()
    '2026-09-30'
    """
    return EPOCH + timedelta(days=day)


def from_iso(text: str) -> date | None:
    """The day that a text writes as year-month-day, and in no other way; None when it does not.

    >>> from_iso("2027-01-31"), from_iso("20270131"), from_iso("2027-02-31")
    (datetime.date(2027, 1, 31), None, None)
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


def week_start(day: int) -> int:
    """The Monday of the week a day is in.

    >>> to_date(week_start(20726)).isoformat()
    '2026-09-28'
    """
    return day - (day + 3) % 7


def month_last(first: int) -> int:
    """The last day of the month that begins on a day.

    >>> to_date(month_last(to_day(date(2028, 2, 1)))).isoformat()
    '2028-02-29'
    """
    start = to_date(first)
    return first + monthrange(start.year, start.month)[1] - 1


def months_before(day: int, months: int) -> int:
    """The same day of the month so many months earlier, or the last day of a month that is shorter.

    >>> to_date(months_before(to_day(date(2026, 3, 31)), 13)).isoformat()
    '2025-02-28'
    """
    when = to_date(day)
    year, month = divmod(when.year * 12 + when.month - 1 - months, 12)
    return to_day(date(year, month + 1, min(when.day, monthrange(year, month + 1)[1])))


@dataclass(frozen=True)
class Period:
    """From `first` up to and including `last`."""

    first: int
    last: int

    def __str__(self) -> str:
        """For logs and the command line; `components.i18n.period` says it in the reader's language.

        >>> str(Period(20633, 20723))
        '2026-06-29 to 2026-09-27'
        """
        return f"{to_date(self.first)} to {to_date(self.last)}"

    @property
    def days(self) -> int:
        """How many days."""
        return self.last - self.first + 1

    def before(self) -> "Period":
        """The period of the same length that ends the day before this one starts.

        >>> Period(20, 29).before()
        Period(first=10, last=19)
        """
        return Period(self.first - self.days, self.first - 1)


def last_full_weeks(newest: int, weeks: int) -> Period:
    """The last full weeks, Monday to Sunday, up to the newest day with data.

    A week counts as full when its Sunday is not after the newest day.

    >>> period = last_full_weeks(to_day(date(2026, 9, 30)), 13)
    >>> to_date(period.first).isoformat(), to_date(period.last).isoformat()
    ('2026-06-29', '2026-09-27')
    """
    last = week_start(newest + 1) - 1
    return Period(last - 7 * weeks + 1, last)
