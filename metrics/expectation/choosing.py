"""Which posts stand out among so many, and how many would by chance."""

import pandas as pd

from metrics.expectation.factors import quarters
from metrics.expectation.model import RISK

STANDS_OUT = 2.576
"""So many standard deviations above what was expected: of 200 ordinary posts, one gets as far."""
LEAST_INTERACTIONS = 10
"""Three likes where a fifth of one was expected are no example."""
PER_QUARTER = 3
"""So many posts of one account and quarter are shown, so that nobody fills the page."""

_BEYOND = 0.005


def examples(posts: pd.DataFrame) -> pd.DataFrame:
    """The posts among these (which exceed their range) that others can learn from, the newest first.

    Columns are account_id, day, interactions and surprise, and whatever else. Kept are those that stand out and got
    `LEAST_INTERACTIONS`; of one account and quarter at most `PER_QUARTER`, the most surprising ones. They come by date,
    not by size: this is no ranking.

    >>> rows = {"account_id": [1] * 5, "day": [20720, 20721, 20722, 20723, 20724], "interactions": [20, 30, 40, 3, 50]}
    >>> examples(pd.DataFrame(rows | {"surprise": [2.6, 2.8, 3.1, 5.0, 2.9]}))["day"].tolist()
    [20724, 20722, 20721]
    """
    enough = (posts["surprise"] >= STANDS_OUT) & (posts["interactions"] >= LEAST_INTERACTIONS)
    found = posts[enough].sort_values("surprise", ascending=False, kind="stable")
    quarter = quarters(found["day"].to_numpy("int64"))
    place = found.groupby([found["account_id"].to_numpy("int64"), quarter]).cumcount()
    return found[place.to_numpy() < PER_QUARTER].sort_values("day", ascending=False, kind="stable")


def beyond_range_by_chance(judged: int) -> float:
    """How many of so many posts exceed their range by chance alone.

    >>> beyond_range_by_chance(1204)
    30.1
    """
    return judged * RISK / 2


def standing_out_by_chance(judged: int) -> float:
    """How many of so many posts stand out by chance alone, at most.

    >>> round(standing_out_by_chance(1204), 2)
    6.02
    """
    return judged * _BEYOND
