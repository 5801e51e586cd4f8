"""Signals that somebody should have acknowledged: in time, late, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.claims.frames import QUARTER, Handled

IN_TIME = 14
"""Days after the figures came in within which a signal should be acknowledged."""
_WEEK = 7


@dataclass(frozen=True)
class Signalled:
    """A signal of a series whose newest point was of `day`, and the day on which somebody acknowledged it."""

    series: str
    day: int
    acknowledged: int | None = None


def handled(
    signals: Iterable[Signalled], imports: Sequence[tuple[int, int]], accounts: Mapping[int, int], today: int
) -> tuple[Handled, ...]:
    """Which signals were acknowledged in time, by department; those of which the time has not passed do not count.

    Acknowledged ones count for 90 days, others while they stand in the list: what nobody acknowledged and was gone a
    week later is not known. The time begins when the figures came in: `imports` has until which day each covers and the
    day it was done. `accounts` are their departments.

    >>> week = 20_716
    >>> signals = [Signalled("number:posts:3", week, 20_735), Signalled("topic:4", week), Signalled("volume:1", week)]
    >>> [(one.department_id, one.in_time) for one in handled(signals, [(week + 6, 20_725)], {1: 3}, 20_740)]
    [(3, True), (None, False), (3, False)]
    """
    found = []
    for one in signals:
        last = one.day + (_WEEK - 1 if one.series.startswith("number:") else 0)
        came_in = min((done for until, done in imports if until >= last), default=None)
        if came_in is None or (one.acknowledged is not None and one.acknowledged <= today - QUARTER):
            continue
        waited = (today if one.acknowledged is None else one.acknowledged) - came_in
        if one.acknowledged is not None or waited > IN_TIME:
            in_time = one.acknowledged is not None and waited <= IN_TIME
            found.append(Handled(_department(one.series, accounts), in_time))
    return tuple(found)


def _department(series: str, accounts: Mapping[int, int]) -> int | None:
    """Whose a signal is; None for the organisation and for a topic."""
    kind, *parts = series.split(":")
    if kind == "number":
        return int(parts[1]) or None
    return accounts.get(int(parts[0])) if kind == "volume" else None
