"""How long to wait before asking again: what the server says, else longer each time; never at once, never forever."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tenacity import RetryCallState, wait_random, wait_random_exponential

from loaders.apis.client.errors import ApiError

TRIES = 5
PATIENCE = 900.0
"""Seconds that a run waits at most; for longer it goes away, and comes back at that time."""

AGAIN = frozenset({429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Statuses after which the same question may well be answered. All others stay as they are."""

_MEANT = 25 * 3_600.0  # platforms count by the day at most; a longer wait is a clock that is wrong
_RESETS = ("ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset")
_NUMBER = re.compile(r"[0-9]{1,13}(?:\.[0-9]{1,9})?")
_MOMENT = 1_000_000_000  # a smaller number is a number of seconds to wait, as in the draft of RateLimit-Reset

_usual = wait_random_exponential(multiplier=2, max=16, min=1)  # 1 to 2, 4, 8, 16 seconds
_late = wait_random(0, 1)  # resets are told in whole seconds


class AgainError(Exception):
    """Ask again after `seconds` (None: the usual rule); `error` is what to say when that did not help either."""

    def __init__(self, error: ApiError, seconds: float | None = None) -> None:
        super().__init__(error.message.code)
        self.error = error
        self.seconds = seconds


def pause(state: RetryCallState) -> float:
    """Seconds before the next try, for `tenacity`."""
    failed = state.outcome.exception() if state.outcome else None
    if isinstance(failed, AgainError) and failed.seconds is not None:
        return failed.seconds + _late(state)
    return _usual(state)


def told(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that a server asks to wait; None where it does not say so, or names a time that cannot be meant.

    >>> told({"retry-after": "120"}, now=0), told({"x-rate-limit-reset": "1700000030"}, now=1_700_000_000)
    (120.0, 30.0)
    >>> told({"x-rate-limit-reset": "1700000030"}, now=1_700_000_060) is None
    True
    """
    for seconds in (
        _after(headers.get("retry-after", ""), now),
        *(_reset(headers.get(name, ""), now) for name in _RESETS),
    ):
        if seconds is not None and 0 < seconds <= _MEANT:
            return seconds
    return None


def _after(text: str, now: float) -> float | None:
    if _NUMBER.fullmatch(text.strip()):
        return float(text)
    try:
        return _utc(parsedate_to_datetime(text)) - now
    except (ValueError, OverflowError):
        return None


def _reset(text: str, now: float) -> float | None:
    if _NUMBER.fullmatch(text.strip()):
        number = float(text)
        return number if number < _MOMENT else number - now
    try:
        return _utc(datetime.fromisoformat(text.strip())) - now
    except (ValueError, OverflowError):
        return None


def _utc(moment: datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
