"""Sums and histograms per account and day, worked out from the posts of those days.

Pure functions on frames; `data.rollups` reads and writes. Posts have the columns of `post`, and `followers`. Own
replies ("type" reply) are counted in `replies` and are in no other number.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.schema import rollup_day
from metrics.histogram import bucket_of
from metrics.measures import COUNTS, HISTOGRAMS, INTERACTION_PARTS

FOLLOWER_DAYS = 31
"""A follower count further than this from the day of a post is not the audience it had."""

_KEY = ["account_id", "day"]
_BUCKETS = 4096  # more than any bucket number
_REACH = 1 << 24  # more than any day number, also when days before 1970 are counted from -_REACH / 2
_Floats = NDArray[np.float64]


def followers_on(posts: pd.DataFrame, known: pd.DataFrame) -> _Floats:
    """Followers of the account on the day of each post.

    `known` has account_id, day, value. The last known value on or before the day counts, at most 31 days old; else
    the first one after it, at most 31 days later; else it is missing.

    >>> known = pd.DataFrame({"account_id": [1, 1], "day": [100, 110], "value": [50.0, 60.0]})
    >>> followers_on(pd.DataFrame({"account_id": [1, 1, 1, 2], "day": [99, 109, 142, 100]}), known).tolist()
    [50.0, 50.0, nan, nan]
    """
    series = known[known["value"] > 0].sort_values(_KEY)
    found = np.full(len(posts), np.nan)
    if series.empty:
        return found
    places, wanted, values = _places(series), _places(posts), series["value"].to_numpy(float)
    after = np.searchsorted(places, wanted, side="right")
    for index in (after, after - 1):  # the one before is taken last, so it wins
        index = index.clip(0, len(places) - 1)
        near = np.abs(places[index] - wanted) <= FOLLOWER_DAYS
        found[near] = values[index[near]]
    return found


def rates(posts: pd.DataFrame) -> dict[str, _Floats]:
    """The measures per post that are worked out: interactions and the three engagement rates.

    Interactions are known only where reactions, comments and shares all are; a rate only where its base is above 0.
    """
    interactions = sum(_floats(posts, name) for name in INTERACTION_PARTS)
    bases = {"followers": "followers", "reach": "reach", "impressions": "impressions"}
    per_base = {f"er_{name}": interactions / _above_zero(_floats(posts, base)) for name, base in bases.items()}
    return {"interactions": np.asarray(interactions), **per_base}


def day_sums(posts: pd.DataFrame, comments: pd.DataFrame) -> pd.DataFrame:
    """Rows of `rollup_day`. `comments` counts messages: account_id, day, is_own, n."""
    own = posts[~posts["is_reply"]]
    groups = pd.concat([posts[_KEY], comments[_KEY]]).drop_duplicates().sort_values(["day", "account_id"])
    index = pd.MultiIndex.from_frame(groups)
    place, size = index.get_indexer(pd.MultiIndex.from_frame(own[_KEY])), len(index)

    def total(values: _Floats) -> _Floats:
        return np.bincount(place, weights=np.nan_to_num(values), minlength=size)

    def number(values: _Floats) -> _Floats:
        return total((~np.isnan(values)).astype(float))

    worked_out = rates(own)
    interactions = worked_out["interactions"]
    columns = {"posts": total(np.ones(len(own)))}
    columns["replies"] = _messages(index, posts[posts["is_reply"]].assign(n=1))
    columns["comments_in"] = _messages(index, comments[comments["is_own"] == 0])
    columns["replies_out"] = _messages(index, comments[comments["is_own"] == 1])
    columns |= {"interactions": total(interactions), "interactions_n": number(interactions)}
    for name in COUNTS:
        columns |= {name: total(_floats(own, name)), f"{name}_n": number(_floats(own, name))}
    for name in INTERACTION_PARTS:
        columns[f"{name}_posts"] = total((_floats(own, name) > 0).astype(float))
    for base in ("reach", "impressions"):
        known = ~np.isnan(worked_out[f"er_{base}"])
        columns[f"er_{base}_interactions"] = total(np.where(known, interactions, 0))
        columns[f"er_{base}_base"] = total(np.where(known, _floats(own, base), 0))
        columns[f"er_{base}_n"] = total(known.astype(float))
    known = ~np.isnan(worked_out["er_followers"])
    columns["per_follower_n"] = total(known.astype(float))
    for name in (*INTERACTION_PARTS, "interactions"):
        part = interactions if name == "interactions" else _floats(own, name)
        columns[f"{name}_per_follower"] = total(np.where(known, part / _floats(own, "followers"), 0))
    sums = pd.DataFrame(columns)
    whole = [name for name in sums if not str(name).endswith("_per_follower")]
    sums[whole] = sums[whole].astype("int64")
    return pd.concat([groups.reset_index(drop=True), sums], axis="columns")[rollup_day.columns.keys()]


def hours(posts: pd.DataFrame, comments: pd.DataFrame) -> pd.DataFrame:
    """Rows of `rollup_hour`: own posts and citizens' messages per hour; what has no known hour is left out."""
    sides = (("p", posts[~posts["is_reply"]].assign(n=1)), ("c", comments[comments["is_own"] == 0]))
    counted = []
    for side, messages in sides:
        known = messages.dropna(subset=["hour"])
        names = side + known["hour"].astype("int64").astype("str").str.zfill(2)
        counted.append(known[[*_KEY, "n"]].assign(column=names))
    long = pd.concat(counted)
    wide = long.pivot_table(index=["day", "account_id"], columns="column", values="n", aggfunc="sum", fill_value=0)
    names = [f"{side}{hour:02}" for side in "pc" for hour in range(24)]
    return wide.reindex(columns=names, fill_value=0).astype("int64").reset_index()


def histograms(posts: pd.DataFrame) -> pd.DataFrame:
    """Rows of `rollup_post`: how many posts of a day have a measure in each bucket."""
    own = posts[~posts["is_reply"]]
    worked_out = rates(own)
    groups = own[_KEY].drop_duplicates().sort_values(["day", "account_id"], ignore_index=True)
    group = pd.MultiIndex.from_frame(groups).get_indexer(pd.MultiIndex.from_frame(own[_KEY]))
    counted = []
    for measure in sorted(HISTOGRAMS):
        values = worked_out[measure] if measure in worked_out else _floats(own, measure)
        known = ~np.isnan(values)
        codes, n = np.unique(group[known] * _BUCKETS + bucket_of(values[known]), return_counts=True)
        rows = groups.iloc[codes // _BUCKETS]
        counted.append(
            pd.DataFrame(
                {
                    "measure": pd.Series(measure, index=range(len(n)), dtype="object"),
                    "day": rows["day"].to_numpy(),
                    "account_id": rows["account_id"].to_numpy(),
                    "bucket": codes % _BUCKETS,
                    "n": n,
                }
            )
        )
    return pd.concat(counted, ignore_index=True)


def _places(frame: pd.DataFrame) -> NDArray[np.int64]:
    """Account and day as one number that sorts alike, and in which other accounts are far away."""
    return frame["account_id"].to_numpy(np.int64) * _REACH + frame["day"].to_numpy(np.int64)


def _messages(index: pd.MultiIndex, messages: pd.DataFrame) -> _Floats:
    place = index.get_indexer(pd.MultiIndex.from_frame(messages[_KEY]))
    return np.bincount(place, weights=messages["n"].to_numpy(float), minlength=len(index))


def _floats(frame: pd.DataFrame, name: str) -> _Floats:
    return frame[name].to_numpy(float, na_value=np.nan)


def _above_zero(values: _Floats) -> _Floats:
    return np.where(values > 0, values, np.nan)
