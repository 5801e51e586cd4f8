"""How much of Meta's limits is used up, as each answer tells in its headers."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.files.building.documents import Object

HEADERS = ("x-app-usage", "x-page-usage", "x-business-use-case-usage")
_SHARES = ("call_count", "total_time", "total_cputime")
_REGAIN = "estimated_time_to_regain_access"
_CAREFUL = 75
"""Per cent of a limit from which Meta wants to be asked more slowly."""
_SLOWEST = 30.0


def minutes_to_wait(headers: Mapping[str, str]) -> int:
    """Minutes until Meta answers again; 0 where it does not say.

    >>> minutes_to_wait({"x-business-use-case-usage": '{"1": [{"estimated_time_to_regain_access": 19}]}'})
    19
    """
    return max((_whole(used.get(_REGAIN)) for used in _used(headers)), default=0)


def slow_down(headers: Mapping[str, str]) -> float:
    """Seconds to wait before the next request: a second for each per cent above three quarters of a limit.

    >>> slow_down({"x-app-usage": '{"call_count": 79, "total_time": 3}'}), slow_down({"x-app-usage": "soon"})
    (4.0, 0.0)
    """
    most = max((_whole(used.get(name)) for used in _used(headers) for name in _SHARES), default=0)
    return min(_SLOWEST, max(0.0, float(most - _CAREFUL)))


def _used(headers: Mapping[str, str]) -> Iterator[Object]:
    """The objects in these headers: one, or by the id of a business a list of them."""
    for name in HEADERS:
        try:
            told = json.loads(headers.get(name, "{}"))
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict):
            yield told
            yield from (used for listed in told.values() if isinstance(listed, list) for used in _objects(listed))


def _objects(listed: list[Any]) -> Iterator[Object]:
    yield from (one for one in listed if isinstance(one, dict))


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1_000_000 else 0
