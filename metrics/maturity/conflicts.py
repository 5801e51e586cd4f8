"""Values of two people at once: which of them still wait for somebody to choose."""

from collections.abc import Iterable

from metrics.maturity.answers import Change


def waiting(changes: Iterable[Change]) -> list[Change]:
    """The values that were set aside and not decided since, the oldest first; `changes` in the order they were made.

    A later save of the same field decides: somebody looked at it after both values were there.

    >>> mine = Change(1, "A1", "level", 2, 3, True, "jo", 5)
    >>> waiting([mine]) == [mine], waiting([mine, Change(1, "A1", "level", 2, 3, False, "jo", 9)])
    (True, [])
    """
    found: dict[tuple[int, str, str], list[Change]] = {}
    for change in changes:
        place = (change.respondent_id, change.question, change.field)
        if change.set_aside:
            found.setdefault(place, []).append(change)
        else:
            found.pop(place, None)
    return [change for group in found.values() for change in group]
