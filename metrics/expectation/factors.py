"""What a post is explained by, as numbers: its audience, and the groups that it belongs to.

Posts are frames with the columns account_id, day, dow (0 Monday), hour (missing where only the day is known), topic_id
(0: none) and followers of the account on that day (missing where no import tells).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from metrics.periods import to_date

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
FACTORS = ("weekday", "part", "quarter", "topic", "level")
"""Groups of posts. `level` is the account, of posts whose audience nobody knows: its own level stands in for that."""

_HOURS = 6  # in a part of the day: night, morning, afternoon, evening
_ELSEWHERE = -1


def members(posts: pd.DataFrame) -> dict[str, Ints]:
    """The group of each post in each factor; -1 where it is in none of them."""
    hours = posts["hour"].to_numpy(np.float64, na_value=np.nan)
    audience = log_audience(posts)
    return {
        "weekday": posts["dow"].to_numpy(np.int64),
        "part": np.nan_to_num(np.floor(hours / _HOURS), nan=_ELSEWHERE).astype(np.int64),
        "quarter": quarters(posts["day"].to_numpy(np.int64)),
        "topic": posts["topic_id"].to_numpy(np.float64, na_value=0).astype(np.int64),
        "level": np.where(np.isnan(audience), posts["account_id"].to_numpy(np.int64), _ELSEWHERE),
    }


def quarters(days: Ints) -> Ints:
    """The quarter of each day, numbered through.

    >>> quarters(np.array([20726, 20727])).tolist()
    [8106, 8107]
    """
    distinct, place = np.unique(days, return_inverse=True)
    numbers = [4 * when.year + (when.month - 1) // 3 for when in map(to_date, distinct.tolist())]
    return np.array(numbers, dtype=np.int64)[place]


def log_audience(posts: pd.DataFrame) -> Floats:
    """The logarithm of the followers, NaN where nobody knows them."""
    followers = posts["followers"].to_numpy(np.float64, na_value=np.nan)
    return np.log(np.where(followers > 0, followers, np.nan))


@dataclass(frozen=True)
class Factors:
    """The groups that a fit knows, in the order of its columns, and the middle of the audience.

    The columns are the level, the audience, then the groups of each factor.
    """

    middle: float
    groups: dict[str, Ints]

    @classmethod
    def of(cls, posts: pd.DataFrame) -> "Factors":
        """The groups of these posts."""
        audience = log_audience(posts)
        known = audience[~np.isnan(audience)]
        found = {name: np.unique(values[values != _ELSEWHERE]) for name, values in members(posts).items()}
        return cls(float(np.median(known)) if len(known) else 0.0, found)

    @property
    def spans(self) -> dict[str, slice]:
        """Which columns belong to each factor."""
        found, start = {}, 2
        for name in FACTORS:
            found[name] = slice(start, start + len(self.groups[name]))
            start = found[name].stop
        return found

    @property
    def width(self) -> int:
        """How many columns there are."""
        return 2 + sum(map(len, self.groups.values()))

    def table(self, posts: pd.DataFrame) -> sparse.csr_array:
        """A row for each post; groups that the fit does not know count for nothing."""
        n, audience = len(posts), log_audience(posts)
        rows, columns = [np.arange(n), np.arange(n)], [np.zeros(n, dtype=np.int64), np.ones(n, dtype=np.int64)]
        values = [np.ones(n), np.nan_to_num(audience - self.middle)]
        for name, of_post in members(posts).items():
            groups, start = self.groups[name], self.spans[name].start
            place = np.searchsorted(groups, of_post)
            known = np.flatnonzero(np.isin(of_post, groups))
            rows.append(known)
            columns.append(start + place[known])
            values.append(np.ones(len(known)))
        cells = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
        return sparse.csr_array(cells, shape=(n, self.width))
