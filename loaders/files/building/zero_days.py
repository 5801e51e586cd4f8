"""Days that a daily export leaves out because nothing happened on them."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, Times
from metrics.words import N_, Message

_LONGEST = 4 * 366
"""Days; a longer span is a wrong date, not a period."""


def with_zero_days(rows: Rows, times: Times, days: pd.DataFrame, counted: Collection[str]) -> pd.DataFrame:
    """The account-days with 0 on the days that the file leaves out between its first and its last one.

    Some exports write no row for a day with 0. That is taken for one only when the file holds no 0 at all (a file
    that writes zeros leaves nothing out because of them), when every date in it could be read, and only for figures
    that are `counted` anew each day: a stock, such as followers, has no such days. Elsewhere a gap stays a gap. Both
    are told. A day that is filled in carries the line of the row before it.
    """
    known = times.known
    if days.empty or set(days["metric"]) - set(counted):
        return days
    present = np.unique(times.seconds[known] // DAY)
    gaps = np.setdiff1d(np.arange(present[0], present[-1] + 1), present) if _span(present) <= _LONGEST else present[:0]
    if not len(gaps):
        return days
    first, last = (pd.Timestamp(int(day) * DAY, unit="s").strftime("%Y-%m-%d") for day in (present[0], present[-1]))
    values = {"n": len(gaps), "first": first, "last": last}
    if not known.all() or rows.table.rejected or (days["value"] == 0).any():
        rows.warn(
            Message(
                "gaps",
                N_("{n} day between {first} and {last} is not in this file; it counts as missing, not as 0."),
                values,
                plural=N_("{n} days between {first} and {last} are not in this file; they count as missing, not as 0."),
                count=len(gaps),
            )
        )
        return days
    rows.warn(
        Message(
            "zero_days",
            N_(
                "{n} day between {first} and {last} is not in this file. No row of it is 0, so Meta left out days "
                "with 0: it counts as 0. Days before and after the period stay missing."
            ),
            values,
            plural=N_(
                "{n} days between {first} and {last} are not in this file. No row of it is 0, so Meta left out days "
                "with 0: they count as 0. Days before and after the period stay missing."
            ),
            count=len(gaps),
        )
    )
    return pd.concat([days, _zeros(days, gaps)]).sort_values("date", kind="stable", ignore_index=True)


def _span(present: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> int:
    return int(present[-1] - present[0]) + 1


def _zeros(days: pd.DataFrame, gaps: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> pd.DataFrame:
    """A row of 0 for each gap, like the row of the day before it."""
    dates = pd.Series(pd.to_datetime(gaps * DAY, unit="s").strftime("%Y-%m-%d"), dtype="str")
    ordered = days.sort_values("date", kind="stable", ignore_index=True)
    before = ordered["date"].searchsorted(dates) - 1
    return ordered.iloc[np.maximum(before, 0)].reset_index(drop=True).assign(date=dates, value=0.0)
