"""Moments and counts as APIs write them."""

from datetime import UTC, datetime
from typing import Any


def seconds(text: str) -> int | None:
    """Seconds since 1970 of a moment in ISO 8601 (UTC where it names no zone); None where it is not one.

    >>> seconds("2026-09-01T08:00:00.120Z"), seconds("yesterday") is seconds("")
    (1788249600, True)
    """
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None


def number(value: Any) -> int | None:
    """A count, None where it is none: absent, null, negative, or of another type.

    >>> number(3), number(-1), number(True), number("3")
    (3, None, None, None)
    """
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
