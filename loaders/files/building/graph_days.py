"""On which day a figure of an API is: the day that Meta says it ended, or the one on which it was asked for."""

import numpy as np
import pandas as pd

from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, PACIFIC, STAMPS, Times, midnight, parse
from metrics.words import N_, Message


def asked_on(rows: Rows) -> Times:
    """The day on which all rows of a table were asked for: known to the connection, else a person is asked."""
    text = N_("This file holds figures of one day and does not say which. On which day was it fetched?")
    day = rows.ask_date("fetched_on", Message("fetched_on", text))
    n = len(rows.table)
    if day is None:
        return Times(np.zeros(n, dtype=np.int64), np.full(n, "", dtype="<U6"))
    return Times(np.full(n, midnight(day), dtype=np.int64), np.full(n, "day", dtype="<U6"))


def ended_days(rows: Rows, ends: "pd.Series[str]") -> Times:
    """The days that ended at these moments, by Meta's Pacific clock; rows without one are of the day of asking.

    A day ends at midnight, in summer sometimes written as an hour later, so its own noon is what is sure to be in it.
    """
    moments = parse(ends, STAMPS)
    clock = pd.to_datetime(moments.seconds - DAY // 2, unit="s", utc=True).tz_convert(PACIFIC)
    start = clock.tz_localize(None).normalize()
    seconds = start.to_numpy(dtype="datetime64[s]").astype(np.int64)
    days = Times(np.where(moments.known, seconds, 0), np.where(moments.known, "day", "").astype("<U6"))
    now = (ends == "").to_numpy(dtype=np.bool_)
    return days.where(now, asked_on(rows)) if now.any() else days
