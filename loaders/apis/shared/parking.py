"""Until when a used-up quota lasts: platforms count in days or months of a clock of their own."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def next_midnight(zone: str, now: datetime) -> int:
    """The first second of the next day in a time zone, in seconds since 1970.

    >>> until = next_midnight("America/Los_Angeles", datetime(2026, 9, 30, 1, tzinfo=UTC))
    >>> datetime.fromtimestamp(until, UTC).isoformat()
    '2026-09-30T07:00:00+00:00'
    """
    there = now.astimezone(ZoneInfo(zone))
    return int(datetime.combine(there.date() + timedelta(days=1), datetime.min.time(), ZoneInfo(zone)).timestamp())


def next_month(now: datetime) -> int:
    """The first second of the next month in UTC, in seconds since 1970.

    >>> datetime.fromtimestamp(next_month(datetime(2026, 12, 31, 23, tzinfo=UTC)), UTC).isoformat()
    '2027-01-01T00:00:00+00:00'
    """
    first = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return int((first + timedelta(days=32)).replace(day=1).timestamp())
