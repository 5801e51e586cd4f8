"""Many numbers of many departments looked at together: which of them are signals, when so many are checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.change.reading import Reading
from metrics.comparison.multiple import clear_among
from metrics.comparison.periods import SURE

WATCHED: tuple[str, ...] = ("within_norm", "answered_share", "commitment_c1", "two_way", "posts", "interactions")
"""The numbers that are watched in each department.

First answering: in time, and at all, because a fast answer to a few hides the others. Then whether people react in
words, and whether that becomes a conversation. Last how much is posted and what it gets, where missing files and silent
accounts show.

Not watched are totals whose parts are: the organisation where departments are watched, likes beside interactions.
Response times leave out who still waits, rates by audience are of one platform each, and messages by topic and account
have a watch of their own (`metrics.signals.spikes`).
"""

WATCHED_WHOLE: tuple[str, ...] = ("visitors", "downloads")
"""The numbers that are watched of the whole organisation: a website belongs to more than who looks after it."""


@dataclass(frozen=True)
class Check:
    """A number of a department (None: of the whole organisation) that was read, and what came of it.

    `p` is how often chance alone would take it this far, in its newest week or in its last six.
    """

    metric: str
    department: int | None
    reading: Reading
    p: float
    platforms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is about, as the store writes it; with the platforms, when it is about some only.

        >>> Check("posts", 3, Reading("none", "too_few", "no_target"), 1.0).key
        'number:posts:3'
        """
        return ":".join(("number", self.metric, str(self.department or 0), *self.platforms))

    @property
    def week(self) -> int:
        """The Monday of the newest week with a number."""
        pairs = zip(self.reading.weeks, self.reading.values, strict=True)
        return max(week for week, value in pairs if value is not None)


@dataclass(frozen=True)
class Checked:
    """The signals, the surest first, behind how many checks, and how many numbers were too patchy to judge."""

    signals: tuple[Check, ...]
    checks: int
    not_judged: int = 0

    @property
    def by_chance(self) -> int:
        """How many would appear by chance without correction, rounded.

        >>> Checked((), 96).by_chance
        5
        """
        return round(SURE * self.checks)


def check(metric: str, department: int | None, reading: Reading, platforms: tuple[str, ...] = ()) -> Check | None:
    """The check of a reading; None where it cannot be judged.

    One far week and a shift that lasts show in two ways, so both are looked at, and the surer one counts twice its
    p-value (Bonferroni), which keeps the promise whatever the two have to do with each other.
    """
    if reading.p is None:
        return None
    p = reading.p if reading.p_lasting is None else min(1.0, 2 * min(reading.p, reading.p_lasting))
    return Check(metric, department, reading, p, platforms)


def checked(
    readings: Mapping[tuple[str, int | None], Reading], newest: int, platforms: tuple[str, ...] = ()
) -> Checked:
    """What stands out among the readings of numbers by department. `newest` is the last day that data could be of,
    `platforms` those that were asked for, when not all.

    A signal is clear among all checks (Benjamini and Hochberg) and is one in its own chart too. A number whose newest
    week is more than four weeks old is not judged: what is missing is not a fall.
    """
    found = [check(metric, department, reading, platforms) for (metric, department), reading in readings.items()]
    known = [one for one in found if one is not None and newest - one.week <= _OLD]
    clear = _clear(known)
    signals = sorted((one for one in clear if one.reading.side), key=lambda one: (one.p, one.key))
    with_weeks = sum(any(value is not None for value in reading.values) for reading in readings.values())
    return Checked(tuple(signals), len(known), with_weeks - len(known))


def _clear(checks: Sequence[Check]) -> list[Check]:
    return [checks[place] for place in sorted(clear_among([one.p for one in checks]))]


_OLD = 5 * 7  # days from the Monday of a week: four weeks after its Sunday
