"""Whether a number changed since the period before, or only varies as numbers do."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, inf, sqrt
from typing import Literal

from metrics import intervals
from metrics.estimate import Estimate
from metrics.platforms import named
from metrics.words import N_, Message

Direction = Literal["up", "down", "unclear", "too_few", "not_comparable"]

WORDS: dict[Direction, Message] = {
    "up": Message("up", N_("higher")),
    "down": Message("down", N_("lower")),
    "unclear": Message("unclear", N_("no clear change")),
    "too_few": Message("too_few", N_("too few to compare")),
    "not_comparable": Message("not_comparable", N_("not compared")),
}
"""What each direction is called beside a number."""

SURE = 0.05
"""A change is named when chance alone would show one this large in fewer than 5 of 100 cases."""

SMALLEST_CHANGE = 0.05
"""A smaller relative change is not named: nobody can act on it, and medians are read from 4 % wide buckets."""

MINIMUM_WEEKS = 6
"""Totals are compared by their weeks, and need this many in both periods."""


@dataclass(frozen=True)
class Change:
    """How a number compares with the period before.

    `absolute` and `relative` (0.1 is 10 % more) describe the two numbers and are None where there are no two;
    only `direction` says whether to believe it. `p` is how often chance alone would show a change this large,
    None where that was not tested. `reason` says why a comparison is not made.
    """

    direction: Direction
    absolute: float | None = None
    relative: float | None = None
    p: float | None = None
    reason: Message | None = None

    @property
    def word(self) -> Message:
        """The direction in words."""
        return WORDS[self.direction]


def compare(
    current: Estimate, previous: Estimate, weeks: tuple[Sequence[float], Sequence[float]] | None = None
) -> Change:
    """Compare a number with the same number of the period before.

    Numbers with an interval are compared by the interval of their difference (`intervals.difference`). Totals have
    no interval; they are compared by their `weeks`, the values per week of the current and the previous period
    (`intervals.weekly_change`). Numbers of different platforms are not compared at all.

    >>> compare(Estimate(0.6, 100, 0.5, 0.69), Estimate(0.3, 100, 0.22, 0.4)).direction
    'up'
    >>> compare(Estimate(0.6, 100, 0.5, 0.69), Estimate(0.55, 100, 0.45, 0.64)).word.english()
    'no clear change'
    """
    if current.value is None or previous.value is None:
        return Change("too_few", reason=current.reason or previous.reason)
    absolute = current.value - previous.value
    relative = absolute / previous.value if previous.value else None
    if current.platforms != previous.platforms:
        return Change("not_comparable", absolute, relative, reason=_other_platforms(current, previous))
    if None not in (current.low, current.high, previous.low, previous.high):
        return _decide(absolute, relative, _p_of_difference(current, previous))
    if weeks is None:
        text = N_("Not compared: one number before and one now cannot show what chance does.")
        return Change("not_comparable", absolute, relative, reason=Message("no_weeks", text))
    if min(map(len, weeks)) < MINIMUM_WEEKS:
        text = N_("Too few full weeks to compare: {needed} are needed in both periods.")
        return Change("too_few", absolute, relative, reason=Message("few_weeks", text, {"needed": MINIMUM_WEEKS}))
    return _decide(absolute, relative, intervals.weekly_change(*weeks)[1])


def _decide(absolute: float, relative: float | None, p: float) -> Change:
    large = relative is None or abs(relative) >= SMALLEST_CHANGE
    if absolute == 0 or p >= SURE or not large:
        return Change("unclear", absolute, relative, p)
    return Change("up" if absolute > 0 else "down", absolute, relative, p)


def _p_of_difference(current: Estimate, previous: Estimate) -> float:
    """The p-value that belongs to the interval of the difference: below 5 % exactly when zero is outside it."""
    gap, low, high = intervals.difference(*(_bounds(estimate) for estimate in (current, previous)))
    reach = gap - low if gap > 0 else high - gap  # from the difference to the end of its interval at zero's side
    z = intervals.Z * abs(gap) / reach if reach > 0 else inf if gap else 0.0
    return erfc(z / sqrt(2))


def _bounds(estimate: Estimate) -> tuple[float, float, float]:
    assert estimate.value is not None and estimate.low is not None and estimate.high is not None
    return estimate.value, estimate.low, estimate.high


def _other_platforms(current: Estimate, previous: Estimate) -> Message:
    return Message(
        "other_platforms",
        N_("Not comparable: now from {current}, before from {previous}."),
        {"current": named(current.platforms), "previous": named(previous.platforms)},
    )
