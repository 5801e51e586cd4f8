"""Moments as platforms write them in their answers."""

from datetime import datetime
from typing import Any


def seconds(stamp: Any) -> int | None:
    """Seconds since 1970 of an ISO time with its zone; None for anything else.

    >>> seconds("2026-09-30T10:00:00Z"), seconds("soon"), seconds(None)
    (1790762400, None, None)
    """
    try:
        moment = datetime.fromisoformat(stamp)
        return None if moment.tzinfo is None else int(moment.timestamp())
    except (TypeError, ValueError, OverflowError):
        return None
