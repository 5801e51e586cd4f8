"""Where a number began to be counted in another way: days and weeks before and after do not compare."""

from collections.abc import Collection
from itertools import chain

from metrics.breaks.shipped import Break
from metrics.periods import Period, to_date
from metrics.words import N_, Message

CODE = "definition_break"
"""The code of the reason why a number is not compared."""


def breaks_in(breaks: Collection[Break], days: Period) -> tuple[Break, ...]:
    """Those of the changes of definition after which the days are not all counted in one way, in order of time.

    A break on the first day leaves them alike. One that took months to arrive concerns all days of those months.

    >>> from datetime import date
    >>> from metrics.breaks.shipped import breaks_of
    >>> from metrics.periods import to_day
    >>> from metrics.registry import metrics
    >>> of_youtube, day = breaks_of(metrics()["video_views"], {"youtube"}), to_day(date(2026, 8, 28))
    >>> [len(breaks_in(of_youtube, Period(first, day + 30))) for first in (day - 1, day)]
    [1, 0]
    """
    found = (one for one in breaks if one.day > days.first and began(one) <= days.last)
    return tuple(sorted(found, key=lambda one: one.day))


def began(one: Break) -> int:
    """The first day on which anything may be counted in the new way."""
    return one.day if one.began is None else one.began


def counted_otherwise(week: int, day: int, breaks: Collection[Break]) -> Break | None:
    """Which of the changes of definition lies between a week (its Monday) and a day; None where both count alike."""
    before = (one for one in breaks if one.day <= day and week < one.day)
    after = (one for one in breaks if one.day > day and week + 6 >= began(one))
    return next(chain(before, after), None)


def how(one: Break) -> Message:
    """What is counted in another way, and since when.

    >>> from metrics.breaks.shipped import BREAKS
    >>> how(BREAKS[0]).english()
    'YouTube counts a view of a Short as soon as it starts, replays too: since 2025-03-31.'
    """
    values = {"name": one.name, "day": to_date(one.day)}
    if one.began is None:
        return Message("counted_anew", N_("{name}: since {day}."), values)
    text = N_("{name}: all data since {day}, some of it since {began}.")
    return Message("counted_anew_mixed", text, {**values, "began": to_date(one.began)})


def not_comparable(one: Break) -> Message:
    """Why a number is not compared with the period before."""
    return Message(CODE, N_("Not comparable with the period before. {how}"), {"how": how(one)})
