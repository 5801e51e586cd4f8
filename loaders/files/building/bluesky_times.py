"""When a post on Bluesky was made: its app says so and can lie, the server and the post's key are witnesses."""

import numpy as np
import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.id_times import bluesky_tid
from loaders.files.building.ids import exact
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS, Times
from metrics.words import N_, Message

_TOLERANCE = 3600
"""How far the date that an app writes may be from the server's, in seconds; honest apps are within seconds."""


def moments(rows: Rows, columns: Columns, ids: "pd.Series[str]") -> Times:
    """The time an app wrote, unless it cannot be true: then that of the server.

    A post cannot be indexed before it was made. Where both the server and the key of the post say that it was made at
    another time, the app is wrong; where one of them agrees with it, it is right.
    """
    made, indexed = (parse_resaved(columns.text(name), STAMPS) for name in ("date", "indexed"))
    by_key = bluesky_tid(ids)
    key_differs = (by_key > 0) & made.known & (np.abs(made.seconds - by_key) > _TOLERANCE)
    late = indexed.known & made.known & (made.seconds > indexed.seconds + _TOLERANCE)
    early = indexed.known & made.known & (made.seconds < indexed.seconds - _TOLERANCE)
    rows.check("time_in_id", (by_key > 0) & made.known, key_differs)
    wrong = late | (key_differs & (early | ~indexed.known))
    if (wrong & rows.alive).any():
        n = int((wrong & rows.alive).sum())
        rows.warn(
            Message(
                "created_disagrees",
                N_("{n} post has a time that its app made up; the time at which Bluesky received it was used."),
                {"n": n},
                plural=N_("{n} posts have a time that their app made up; the time Bluesky received them was used."),
                count=n,
            ),
            wrong & rows.alive,
        )
    server = indexed.where(~indexed.known & (by_key > 0), exact(by_key))
    return made.where((wrong | ~made.known) & server.known, server)
