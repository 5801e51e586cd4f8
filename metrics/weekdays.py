"""Weekdays in a sentence."""

from collections.abc import Iterable

from metrics.words import N_, Message

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
"""The names of the weekdays, 0 for Monday."""

_RUNS = {
    (0, 1, 2, 3, 4): N_("working days"),
    (0, 1, 2, 3, 4, 5, 6): N_("all days"),
    (5, 6): N_("Saturday and Sunday"),
}


def weekdays(days: Iterable[int]) -> Message | tuple[Message, ...]:
    """Weekdays as the value of a message.

    >>> Message("days", "on {days}", {"days": weekdays([0, 1, 2, 3, 4])}).english()
    'on working days'
    >>> Message("days", "on {days}", {"days": weekdays([3, 1])}).english()
    'on Tuesday, Thursday'
    """
    found = tuple(sorted(days))
    if found in _RUNS:
        return Message("days", _RUNS[found])
    return tuple(Message(f"day_{day}", WEEKDAYS[day]) for day in found)
