"""How regularly an account posts: active weeks, posts per week, longest silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from metrics.periods import Period, week_start


@dataclass(frozen=True)
class Regularity:
    """Figures of one account (or several together) in a period.

    `weeks` counts only whole weeks (Monday to Sunday) of the period. `longest_silence` is in days without a post,
    within the period, so also before the first post in it and after the last.
    """

    weeks: int
    active_weeks: int
    per_week: tuple[tuple[int, int], ...]  # the Monday of each whole week, and the posts in it
    median_per_week: float | None
    longest_silence: int


def regularity(posts: Mapping[int, int], period: Period) -> Regularity:
    """How regular the posts of a period are; `posts` says how many were posted on each day (others: none).

    >>> found = regularity({20727: 2, 20741: 1}, Period(20724, 20744))
    >>> found.weeks, found.active_weeks, found.median_per_week, found.longest_silence
    (3, 2, 1, 13)
    """
    known = {day: n for day, n in posts.items() if n > 0 and period.first <= day <= period.last}
    monday = week_start(period.first + 6)
    mondays = range(monday, period.last - 5, 7)
    per_week = dict.fromkeys(mondays, 0)
    for day, n in known.items():
        if week_start(day) in per_week:
            per_week[week_start(day)] += n
    edges = [period.first - 1, *sorted(known), period.last + 1]
    return Regularity(
        weeks=len(per_week),
        active_weeks=sum(n > 0 for n in per_week.values()),
        per_week=tuple(per_week.items()),
        median_per_week=median(per_week.values()) if per_week else None,
        longest_silence=max(later - earlier - 1 for earlier, later in pairwise(edges)),
    )
