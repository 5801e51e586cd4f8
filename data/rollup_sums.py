"""Sums and histograms per account and day, worked out from the posts of those days.

Pure functions on frames; `data.rollups` reads and writes. Posts have the columns of `post`, `followers`, and
`own_replies`: how many of their comments are known to be the organisation's own. Posts that are own replies
themselves ("type" reply) are counted in `replies` and are in no other number.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.schema import rollup_day, rollup_group
from metrics.histogram import bucket_of
from metrics.measures import COUNTS, HISTOGRAMS, INTERACTION_PARTS

FOLLOWER_DAYS = 31
"""A follower count further than this from the day of a post is not the audience it had."""

_APART = 1 << 24  # more than there are accounts, or days around 1970
_BUCKETS = 1 << 12  # more than there are buckets
_HOURS = 24
_Floats = NDArray[np.float64]
_Ints = NDArray[np.int64]


class AccountDays:
    """The days of accounts that rows are counted on, in the order of the tables."""

    def __init__(self, *frames: pd.DataFrame) -> None:
        """The days of all rows of these frames (columns `account_id` and `day`)."""
        self.codes = np.unique(np.concatenate([_code(frame) for frame in frames]))

    def columns(self) -> dict[str, _Ints]:
        """The two columns of the tables."""
        return {"day": self.codes // _APART, "account_id": self.codes % _APART}

    def place(self, frame: pd.DataFrame) -> _Ints:
        """Which of the days each row is on."""
        return np.searchsorted(self.codes, _code(frame)).astype(np.int64)

    def total(self, place: _Ints, values: _Floats) -> _Floats:
        """The sum of the known values on each day."""
        return np.bincount(place, weights=np.nan_to_num(values), minlength=len(self.codes)).astype(np.float64)


def followers_on(posts: pd.DataFrame, known: pd.DataFrame) -> _Floats:
    """Followers of the account on the day of each post.

    `known` has account_id, day, value. The last known value on or before the day counts, at most 31 days old; else
    the first one after it, at most 31 days later; else it is missing.

    >>> known = pd.DataFrame({"account_id": [1, 1], "day": [100, 110], "value": [50.0, 60.0]})
    >>> followers_on(pd.DataFrame({"account_id": [1, 1, 1, 2], "day": [99, 109, 142, 100]}), known).tolist()
    [50.0, 50.0, nan, nan]
    """
    series = known[known["value"] > 0].sort_values(["account_id", "day"])
    found = np.full(len(posts), np.nan)
    if series.empty:
        return found
    days, wanted, values = _timeline(series), _timeline(posts), series["value"].to_numpy(np.float64)
    after = np.searchsorted(days, wanted, side="right")
    for index in (after, after - 1):  # the one before is taken last, so it wins
        index = index.clip(0, len(days) - 1)
        near = np.abs(days[index] - wanted) <= FOLLOWER_DAYS
        found[near] = values[index[near]]
    return found


def measures(posts: pd.DataFrame) -> dict[str, _Floats]:
    """Every measure of each post, NaN where it is not known: the counts, interactions and engagement rates.

    Interactions are known only where reactions, comments and shares all are; a rate only where its base is above 0.
    Both are as the platform counts them; `comments` leaves out the own replies that are known, and is never below 0.
    """
    found = {name: _floats(posts, name) for name in (*COUNTS, "followers")}
    interactions = found["interactions"] = np.sum([found[name] for name in INTERACTION_PARTS], axis=0)
    for base in ("followers", "reach", "impressions"):
        found[f"er_{base}"] = interactions / np.where(found[base] > 0, found[base], np.nan)
    found["comments"] = np.maximum(found["comments"] - np.nan_to_num(_floats(posts, "own_replies")), 0.0)
    return found


def day_sums(posts: pd.DataFrame, messages: pd.DataFrame) -> pd.DataFrame:
    """Rows of `rollup_day`. `messages` counts comments: account_id, day, hour, is_own, n."""
    days = AccountDays(posts, messages)
    replies, own = posts[posts["is_reply"]], posts[~posts["is_reply"]]
    counted = {
        "posts": days.total(days.place(own), np.ones(len(own))),
        "replies": days.total(days.place(replies), np.ones(len(replies))),
    }
    for name, is_own in (("comments_in", 0), ("replies_out", 1)):
        side = messages[messages["is_own"] == is_own]
        counted[name] = days.total(days.place(side), _floats(side, "n"))
    sums = counted | _post_sums(partial(days.total, days.place(own)), measures(own))
    return pd.DataFrame(days.columns() | _whole(sums))[rollup_day.columns.keys()]


def group_sums(posts: pd.DataFrame) -> pd.DataFrame:
    """Rows of `rollup_group` of one dimension: own posts by day, account and their `value`.

    A post may be there several times, with another value each time. What citizens said is in no group.
    """
    days = AccountDays(posts)
    values, group = np.unique(_ints(posts, "value"), return_inverse=True)
    cells, place = np.unique(days.place(posts) * max(len(values), 1) + group, return_inverse=True)
    at, which = np.divmod(cells, max(len(values), 1))
    key = {name: column[at] for name, column in days.columns().items()} | {"value": values[which]}

    def total(known: _Floats) -> _Floats:
        return np.bincount(place, weights=known, minlength=len(cells)).astype(np.float64)

    none = dict.fromkeys(("replies", "comments_in", "replies_out"), np.zeros(len(cells)))
    sums = {"posts": total(np.ones(len(posts)))} | none | _post_sums(total, measures(posts))
    kept = [column.name for column in rollup_group.columns if column.name != "dimension"]
    return pd.DataFrame(key | _whole(sums))[kept]


def _whole(sums: Mapping[str, _Floats]) -> dict[str, NDArray[Any]]:
    """Sums of counts as whole numbers; those of rates stay as they are."""
    rates = {name for name in sums if name.endswith("_per_follower")}
    return {name: values if name in rates else values.astype(np.int64) for name, values in sums.items()}


def _post_sums(added: Callable[[_Floats], _Floats], found: Mapping[str, _Floats]) -> dict[str, _Floats]:
    """Sums over own posts, each over the posts for which what it needs is known.

    `added` adds up a value of each post per day, or per whatever else is counted.
    """

    def total(values: _Floats, where: NDArray[np.bool_]) -> _Floats:
        return added(np.where(where, values, 0.0))

    known = {name: ~np.isnan(values) for name, values in found.items()}
    one = np.ones(len(found["interactions"]))
    sums = {}
    for name in ("interactions", *COUNTS):
        sums[name] = total(found[name], known[name])
        sums[f"{name}_n"] = total(one, known[name])
    for name in INTERACTION_PARTS:
        sums[f"{name}_posts"] = total(one, found[name] > 0)
    for base in ("reach", "impressions"):
        both = known[f"er_{base}"]
        sums[f"er_{base}_interactions"] = total(found["interactions"], both)
        sums[f"er_{base}_base"] = total(found[base], both)
        sums[f"er_{base}_n"] = total(one, both)
    both = known["er_followers"]
    sums["per_follower_n"] = total(one, both)
    for name in (*INTERACTION_PARTS, "interactions"):
        sums[f"{name}_per_follower"] = total(found[name] / found["followers"], both)
    return sums


def hours(posts: pd.DataFrame, messages: pd.DataFrame) -> pd.DataFrame:
    """Rows of `rollup_hour`: own posts and citizens' messages per hour; what has no known hour is left out."""
    own = posts[~posts["is_reply"] & posts["hour"].notna()]
    citizens = messages[(messages["is_own"] == 0) & messages["hour"].notna()]
    days = AccountDays(own, citizens)
    columns = days.columns()
    for side, frame, n in (("p", own, np.ones(len(own))), ("c", citizens, _floats(citizens, "n"))):
        cell = days.place(frame) * _HOURS + _ints(frame, "hour")
        table = np.bincount(cell, weights=n, minlength=len(days.codes) * _HOURS).reshape(-1, _HOURS)
        columns |= {f"{side}{hour:02}": table[:, hour].astype(np.int64) for hour in range(_HOURS)}
    return pd.DataFrame(columns)


def histograms(posts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Rows of `rollup_post` of each measure: how many posts of a day are in each bucket."""
    own = posts[~posts["is_reply"]]
    days, found = AccountDays(own), measures(own)
    place, columns = days.place(own), days.columns()
    counted = {}
    for measure in HISTOGRAMS:
        known = ~np.isnan(found[measure])
        cells, n = np.unique(place[known] * _BUCKETS + bucket_of(found[measure][known]), return_counts=True)
        at = cells // _BUCKETS
        key = {name: values[at] for name, values in columns.items()}
        counted[measure] = pd.DataFrame(key | {"bucket": cells % _BUCKETS, "n": n})
    return counted


def _code(frame: pd.DataFrame) -> _Ints:
    """Day and account as one number that sorts as the tables do."""
    return _ints(frame, "day") * _APART + _ints(frame, "account_id")


def _timeline(frame: pd.DataFrame) -> _Ints:
    """Days on one line, the accounts far apart."""
    return _ints(frame, "account_id") * _APART + _ints(frame, "day")


def _ints(frame: pd.DataFrame, name: str) -> _Ints:
    return frame[name].to_numpy(np.int64)


def _floats(frame: pd.DataFrame, name: str) -> _Floats:
    return frame[name].to_numpy(np.float64, na_value=np.nan)
