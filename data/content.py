"""What own posts are, per account and day: rows of `rollup_content`, worked out from the posts of those days.

A pure function on frames; `data.rollups` reads and writes. Own replies are left out.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from data.rollup_sums import AccountDays, measures
from metrics.content.reading import levels
from metrics.content.slots import slots
from metrics.content.tactics import tactics

DIMENSIONS = ("type", "tactic", "reading", "slot", "alt")
"""What posts are counted by; a post for which a dimension is not known is not in it."""

PICTURES = ("images", "described")
"""The columns of a post that tell about its pictures."""

_OF: dict[str, Callable[[pd.DataFrame], "pd.Series[str]"]] = {
    "type": lambda posts: posts["type"],
    "tactic": lambda posts: tactics(posts["text"]),
    "reading": lambda posts: levels(posts["text"]),
}


def content_rows(posts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """For each dimension its rows: day, account_id, value, n, total, squares.

    `slot` counts posts with known interactions, and sums `log(1 + interactions)` and its squares, for a fair look at
    posting times. `alt` counts pictures and not posts: those with a description ("described") and those without
    ("bare"). The other dimensions only count.
    """
    own = posts[~posts["is_reply"]]
    engagement = np.log1p(measures(own)["interactions"])
    found = {dimension: _rows(own, value_of(own), np.zeros(len(own))) for dimension, value_of in _OF.items()}
    found["slot"] = _rows(own, slots(own["day"], own["hour"]).where(~np.isnan(engagement)), engagement)
    found["alt"] = _pictures(own)
    return found


def _pictures(own: pd.DataFrame) -> pd.DataFrame:
    """Pictures by whether they have a description, of the posts whose export tells."""
    told = own[own["images"].notna() & own["described"].notna()]
    described = told["described"].astype("int64")
    counted = {"described": described, "bare": told["images"].astype("int64") - described}
    each = pd.concat([told[["day", "account_id"]].assign(value=value, n=n) for value, n in counted.items()])
    added = each[each["n"] > 0].groupby(["day", "account_id", "value"])["n"].sum().reset_index()
    return added.assign(total=0.0, squares=0.0)


def _rows(own: pd.DataFrame, values: "pd.Series[str]", measured: "np.ndarray") -> pd.DataFrame:
    known = values.notna().to_numpy()
    own, measured = own[known], measured[known]
    days = AccountDays(own)
    codes, names = pd.factorize(values[known])
    cells, place = np.unique(days.place(own) * max(len(names), 1) + codes, return_inverse=True)
    at, code = np.divmod(cells, max(len(names), 1))
    key = {name: column[at] for name, column in days.columns().items()}
    return pd.DataFrame(
        key
        | {
            "value": names.take(code),
            "n": np.bincount(place, minlength=len(cells)),
            "total": np.bincount(place, weights=measured, minlength=len(cells)),
            "squares": np.bincount(place, weights=measured**2, minlength=len(cells)),
        }
    )
