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

DIMENSIONS = ("type", "tactic", "reading", "slot")
"""What posts are counted by; a post for which a dimension is not known is not in it."""

_OF: dict[str, Callable[[pd.DataFrame], "pd.Series[str]"]] = {
    "type": lambda posts: posts["type"],
    "tactic": lambda posts: tactics(posts["text"]),
    "reading": lambda posts: levels(posts["text"]),
    "slot": lambda posts: slots(posts["day"], posts["hour"]),
}


def content_rows(posts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """For each dimension its rows: day, account_id, value, n, total, squares.

    `slot` counts posts with known interactions, and sums `log(1 + interactions)` and its squares, for a fair look at
    posting times. The other dimensions only count.
    """
    own = posts[~posts["is_reply"]]
    engagement = np.log1p(measures(own)["interactions"])
    found = {}
    for dimension in DIMENSIONS:
        values = _OF[dimension](own)
        if dimension == "slot":
            found[dimension] = _rows(own, values.where(~np.isnan(engagement)), engagement)
        else:
            found[dimension] = _rows(own, values, np.zeros(len(own)))
    return found


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
