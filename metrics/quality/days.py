"""Days: which days are missing from series that have a value for each day."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from metrics.measures import TERMS
from metrics.periods import Period, to_date
from metrics.quality.limits import DAILY, DAYS_MISSING
from metrics.quality.verdict import Badge, Reason
from metrics.words import N_, Message


def is_daily(days: Sequence[int]) -> bool:
    """Whether a series was meant to have a value each day: it has one on most days between its first and last.

    >>> is_daily([1, 2, 4, 5]), is_daily([1, 8, 15])
    (True, False)
    """
    return bool(days) and len(set(days)) >= DAILY * (max(days) - min(days) + 1)


def gaps(days: Iterable[int]) -> list[Period]:
    """The stretches of days without a value between the first and the last, in order.

    >>> gaps([1, 2, 5, 7])
    [Period(first=3, last=4), Period(first=6, last=6)]
    """
    known = sorted(set(days))
    return [Period(a + 1, b - 1) for a, b in pairwise(known) if b - a > 1]


def missing(days: Sequence[int]) -> int:
    """How many days are missing from a daily series; none from one that is not daily.

    >>> missing([1, 2, 5, 7, 8]), missing([1, 8])
    (3, 0)
    """
    return sum(gap.days for gap in gaps(days)) if is_daily(days) else 0


def reasons(series: Mapping[str, Sequence[int]]) -> list[Reason]:
    """A reason about the series that misses most days, if any does; a few days do not make the data partial.

    `series` has the days with a value by metric. Those of one account mostly come from one file and miss the same days.
    """
    lost, metric = max(((missing(days), metric) for metric, days in series.items()), default=(0, ""))
    if not lost:
        return []
    days = series[metric]
    longest = max(gaps(days), key=lambda gap: gap.days)
    values = {
        "n": lost,
        "measure": Message(metric, TERMS.get(metric, metric)),
        "first": to_date(longest.first),
        "last": to_date(longest.last),
    }
    message = Message(
        "days_missing",
        N_("{n} day without {measure}: {first}."),
        values,
        plural=N_("{n} days without {measure}; the longest gap is from {first} to {last}."),
        count=lost,
    )
    todo = Message("export_days", N_("Load an export of those days."))
    badge: Badge = "partial" if lost > DAYS_MISSING * (max(days) - min(days) + 1) else "good"
    return [Reason("days", "days_missing", badge, message, todo, metric)]
