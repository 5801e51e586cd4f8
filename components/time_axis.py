"""Weeks and months along a chart: which of the two, what they are called, and which are cut short."""

from collections.abc import Sequence
from typing import Literal

from babel.dates import format_date, format_skeleton

from components.figures.trend import Times
from components.formats import day, locale_of
from components.i18n import _, language
from metrics.periods import Period, to_date, to_day

Step = Literal["week", "month"]
_LONGEST_BY_WEEK = 53 * 7  # more points than that cannot be told apart
_LABELS = 5  # as many as a telephone has room for
_MILLISECONDS = 86_400_000


def step_of(period: Period) -> Step:
    """Weeks up to a year, months beyond.

    >>> step_of(Period(0, 90)), step_of(Period(0, 1000))
    ('week', 'month')
    """
    return "week" if period.days <= _LONGEST_BY_WEEK else "month"


def at(start: int) -> int:
    """The place of a day on a time axis: milliseconds since 1970."""
    return start * _MILLISECONDS


def last_day(start: int, step: Step) -> int:
    """The last day of the week or month that starts on a day.

    >>> last_day(to_day(to_date(20726).replace(day=1)), "month") == 20726
    True
    """
    if step == "week":
        return start + 6
    first = to_date(start)
    return to_day(first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)) - 1


def is_whole(start: int, step: Step, period: Period) -> bool:
    """Whether a week or month lies wholly inside the period."""
    return start >= period.first and last_day(start, step) <= period.last


def name_of(start: int, step: Step) -> str:
    """A week or month in full, for example "week of 29 June 2026"."""
    if step == "week":
        return _("week of {day}", day=day(start, language()))
    return str(format_date(to_date(start), "MMMM y", locale=locale_of(language())))


def labels(starts: Sequence[int], step: Step) -> Times:
    """The dates to print under the axis: a few, so far apart that they do not touch, also where weeks are missing.

    Weeks of more than a year are named by their month and year.
    """
    apart = 0.9 * (starts[-1] - starts[0]) / (_LABELS - 1) if starts else 0  # months are not equally long
    chosen: list[int] = []
    for start in starts:
        if not chosen or start - chosen[-1] >= apart:
            chosen.append(start)
    days = step == "week" and starts and starts[-1] - starts[0] <= _LONGEST_BY_WEEK
    skeleton = "MMMd" if days else "yMMM"
    words = tuple(str(format_skeleton(skeleton, to_date(start), locale=locale_of(language()))) for start in chosen)
    return Times(tuple(at(start) for start in chosen), words)
