"""What counts about a conversation at the moment until which its account is known."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.responsiveness.bins import BINS


def marked(rows: pd.DataFrame, until: Mapping[int, int]) -> pd.DataFrame:
    """The conversations with a truth value for each sum that they are counted in (`metrics.slices.ANSWERS`).

    `rows` has account_id, answered_ts and noticed_ts (missing while there is none), due_ts (missing where no time can
    be judged) and bin (of answered ones). `until` is the moment in seconds until which each account is known: a
    deadline after it has not passed.

    >>> times = {"answered_ts": [50, None], "noticed_ts": [None, 20], "due_ts": [60, 90], "bin": [0, None]}
    >>> rows = pd.DataFrame({"account_id": [1, 1]} | times).convert_dtypes()
    >>> marked(rows, {1: 70})[["answered", "noticed", "due", "in_time"]].values.tolist()
    [[True, False, True, True], [False, True, False, False]]
    """
    answered = rows["answered_ts"].notna().to_numpy(bool)
    due_ts = rows["due_ts"].to_numpy(np.float64, na_value=np.inf)
    due = due_ts <= rows["account_id"].map(until).to_numpy(np.float64, na_value=-np.inf)
    in_time = due & (rows["answered_ts"].to_numpy(np.float64, na_value=np.inf) <= due_ts)
    place = rows["bin"].to_numpy(np.int64, na_value=-1)
    return rows.assign(
        asked=True,
        answered=answered,
        waiting=~answered,
        noticed=~answered & rows["noticed_ts"].notna().to_numpy(bool),
        due=due,
        in_time=in_time,
        due_waiting=due & ~answered,
        **{name: due & (place == number) for number, name in enumerate(BINS)},
    )
