"""Which days of a website can be asked for, and in which spans."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        """As the interfaces of Matomo and others write it: "2026-03-01,2026-03-31"."""
        return f"{self.first},{self.last}"

    def __len__(self) -> int:
        """How many days it has; 0 when it ends before it begins."""
        return max(0, (self.last - self.first).days + 1)

    def parts(self, days: int) -> Iterator["Span"]:
        """The span in pieces of so many days, the oldest first.

        >>> [str(part) for part in Span(date(2026, 3, 1), date(2026, 3, 5)).parts(3)]
        ['2026-03-01,2026-03-03', '2026-03-04,2026-03-05']
        """
        first = self.first
        while first <= self.last:
            yield Span(first, min(self.last, first + timedelta(days=days - 1)))
            first += timedelta(days=days)


def last_whole_day(today: str, zone: tzinfo, now: datetime) -> date:
    """The last day that is over, both for the organisation (whose date is `today`) and where the site counts its days.

    >>> from datetime import UTC
    >>> last_whole_day("2026-03-06", UTC, datetime(2026, 3, 5, 23, 30, tzinfo=UTC)).isoformat()
    '2026-03-04'
    """
    return min(date.fromisoformat(today), now.astimezone(zone).date()) - ONE_DAY


def day_of(seconds: int, zone: tzinfo) -> date:
    """The day of a moment where the site counts its days.

    >>> from datetime import UTC
    >>> day_of(86_399, UTC).isoformat()
    '1970-01-01'
    """
    return datetime.fromtimestamp(seconds, zone).date()
