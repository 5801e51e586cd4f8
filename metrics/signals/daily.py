"""From rows of the store to the series that are watched: one per account, two per topic."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.periods import Period
from metrics.signals.expected import FEWEST_WEEKS, GAP, HISTORY, WINDOWS
from metrics.signals.series import Measure, Series

LONGEST_LOOK = 53 * 7
"""Days of a period that are looked through, at most: its last ones."""

_LATE = 7  # days that an account's data may end before the newest ones, and still be added up with them
_STALE = WINDOWS[-1]  # days after which the end of an account's data is no news
_SHORTEST = 7 * FEWEST_WEEKS + GAP
_TOPIC_MEASURES: tuple[Measure, ...] = ("messages", "complaints")


@dataclass(frozen=True)
class Reach:
    """Which accounts are watched, and until when.

    `accounts` have series of their own. `together` are those whose messages are added up by topic, up to the day `last`
    that the data of all of them reach; `left_out` is how many others are not added up, and `stale` how many have data
    that ended too long ago to be watched at all.
    """

    accounts: tuple[int, ...]
    together: tuple[int, ...]
    newest: int
    last: int
    left_out: int
    stale: int


def reach(covered: pd.DataFrame) -> Reach | None:
    """What can be watched with these stretches of covered days (account_id, first, last); None without any.

    Accounts are added up by topic when their data reach back as far as a judgement rests on; when none does, when they
    reach back the eight weeks that it needs. An account that joined in between would look like a rise.

    >>> rows = {"account_id": [1, 2, 3], "first": [0, 0, 350], "last": [400, 398, 400]}
    >>> reach(pd.DataFrame(rows))
    Reach(accounts=(1, 2, 3), together=(1, 2), newest=400, last=398, left_out=1, stale=0)
    """
    if covered.empty:
        return None
    span = covered.groupby("account_id").agg(first=("first", "min"), last=("last", "max"))
    newest = int(span["last"].max())
    fresh, recent = span["last"] >= newest - _STALE, span[span["last"] >= newest - _LATE]
    back = [recent[recent["first"] <= newest - days + 1 + _LATE] for days in (HISTORY, _SHORTEST)]
    added = next((part for part in back if len(part)), recent)
    return Reach(
        _ids(span.index[fresh]),
        _ids(added.index),
        newest,
        int(added["last"].min()),
        int(fresh.sum()) - len(added),
        int((~fresh).sum()),
    )


def _ids(index: Collection[object]) -> tuple[int, ...]:
    return tuple(sorted(int(str(one)) for one in index))


def read_from(period: Period, newest: int) -> Period:
    """The days that must be read to judge the newest day and to look through a period."""
    first = min(max(period.first, min(period.last, newest) - LONGEST_LOOK + 1), newest)
    return Period(first - HISTORY + 1, newest)


def volumes(covered: pd.DataFrame, daily: pd.DataFrame, period: Period, found: Reach) -> list[Series]:
    """The messages to each account, until the last day that its imports cover (`daily`: account_id, day, messages)."""
    made = []
    for account in found.accounts:
        mine = covered[covered["account_id"] == account]
        days = Period(period.first, int(mine["last"].max()))
        counts = _counts(daily[daily["account_id"] == account], "messages", days)
        made.append(Series(f"volume:{account}", "volume", days.first, counts, _known(mine, days)))
    return made


def topics(covered: pd.DataFrame, daily: pd.DataFrame, period: Period, found: Reach) -> list[Series]:
    """Messages and complaints on each topic (`daily`: topic_id, day, messages, complaints).

    A day is known when the imports of all accounts that are added up cover it.
    """
    days = Period(period.first, found.last)
    known = np.ones(days.days, dtype=bool)
    for account in found.together:
        known &= _known(covered[covered["account_id"] == account], days)
    return [
        Series(f"topic:{topic}", measure, days.first, _counts(rows, measure, days), known)
        for topic, rows in daily.groupby("topic_id")
        for measure in _TOPIC_MEASURES
    ]


def _counts(rows: pd.DataFrame, column: str, days: Period) -> NDArray[np.float64]:
    place = rows["day"].to_numpy() - days.first
    inside = (place >= 0) & (place < days.days)
    return np.bincount(place[inside], rows[column].to_numpy()[inside], days.days).astype(np.float64)


def _known(stretches: pd.DataFrame, days: Period) -> NDArray[np.bool_]:
    known = np.zeros(days.days, dtype=bool)
    for first, last in zip(stretches["first"], stretches["last"], strict=True):
        known[max(first - days.first, 0) : max(last - days.first + 1, 0)] = True
    return known
