"""Cells to moments in UTC, and how exactly each is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.patterns import groups
from metrics.periods import to_day

PACIFIC = "America/Los_Angeles"
DAY = 86_400
_OLDEST, _NEWEST = pd.Timestamp("1000-01-01"), pd.Timestamp("9000-01-01")
"""Time zones have no place for moments near the ends of Python's calendar; these are as incredible."""

MONTH_FIRST = ("%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y")
DAY_FIRST = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y")
ISO = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d")
STAMPS = ("%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S.%f", *ISO)
"""What APIs write: 2026-09-30T10:00:00.000Z. Without a zone it is UTC."""
TWITTER = "%a %b %d %H:%M:%S %z %Y"
"""What the first API of X wrote, and tools that copy it: Wed Sep 30 10:00:00 +0000 2026."""


@dataclass(frozen=True)
class Times:
    """Moments as `seconds` since 1970 UTC (0 where unknown), and `precision`: minute, hour, day, or "" where unknown.

    Where only the day is known, `seconds` is midnight UTC of that day.
    """

    seconds: NDArray[np.int64]
    precision: NDArray[np.str_]

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which rows have a time."""
        return np.asarray(self.precision != "")

    def where(self, mask: NDArray[np.bool_], other: "Times") -> "Times":
        """The same times, replaced by `other` where `mask` holds."""
        return Times(np.where(mask, other.seconds, self.seconds), np.where(mask, other.precision, self.precision))


def unknown(n: int) -> Times:
    """Times of rows that have none yet.

    >>> unknown(2).known.tolist()
    [False, False]
    """
    return Times(np.zeros(n, dtype=np.int64), np.full(n, "", dtype="<U6"))


def midnight(day: date) -> int:
    """The first second of a day, in UTC.

    >>> midnight(date(1970, 1, 2))
    86400
    """
    return to_day(day) * DAY


def parse(cells: "pd.Series[str]", patterns: Sequence[str], zone: str = "UTC") -> Times:
    """Text to times by the first of the patterns that fits each cell; patterns without an hour give days.

    `zone` is where the clock of the cells stands; a pattern with `%z` needs none. An hour that occurs twice in
    autumn is taken as the first one.

    >>> t = parse(pd.Series(["02/28/2025 22:01", "03/01/2025", "soon"]), MONTH_FIRST, PACIFIC)
    >>> pd.to_datetime(t.seconds, unit="s").strftime("%d %H:%M").tolist(), t.precision.tolist()
    (['01 06:01', '01 00:00', '01 00:00'], ['minute', 'day', ''])
    """
    rows, distinct = pd.factorize(cells, use_na_sentinel=False)
    texts = pd.Series(distinct, dtype="str")
    result = unknown(len(texts))
    for pattern in patterns:
        open_ = np.flatnonzero(~result.known & (texts != "").to_numpy(dtype=np.bool_))
        if not len(open_):
            break
        found = _by_pattern(texts.iloc[open_], pattern, zone)
        result.seconds[open_], result.precision[open_] = found.seconds, found.precision
    return Times(result.seconds[rows], result.precision[rows])


def _by_pattern(cells: "pd.Series[str]", pattern: str, zone: str) -> Times:
    has_hour = "%H" in pattern or "%I" in pattern
    stamps = pd.to_datetime(cells, format=pattern, errors="coerce", utc="%z" in pattern)
    if stamps.dt.tz is None:
        local = zone if has_hour else "UTC"
        first = np.ones(len(stamps), dtype=np.bool_)
        stamps = stamps.mask(stamps < _OLDEST, _OLDEST).mask(stamps > _NEWEST, _NEWEST)
        stamps = stamps.dt.tz_localize(local, ambiguous=first, nonexistent="shift_forward")
    found = stamps.notna().to_numpy()
    naive = stamps.dt.tz_convert("UTC").dt.tz_localize(None)
    seconds = naive.to_numpy(dtype="datetime64[s]").astype(np.int64)
    return Times(np.where(found, seconds, 0), np.where(found, "minute" if has_hour else "day", "").astype("<U6"))


def day_comes_first(cells: "pd.Series[str]") -> bool | None:
    """Whether dates such as 03/04/2025 have the day first, by their own evidence; None when they do not tell.

    >>> day_comes_first(pd.Series(["03/04/2025", "28/04/2025"])), day_comes_first(pd.Series(["03/04/2025"]))
    (True, None)
    """
    parts = groups(cells, r"^(?P<first>\d{1,2})[/.\-](?P<second>\d{1,2})[/.\-]\d{2,4}")
    first, second = (pd.to_numeric(part, errors="coerce") for part in parts.values())
    if (first > 12).any():
        return True if not (second > 12).any() else None
    return False if (second > 12).any() else None


def iso(seconds: int, precision: str) -> str:
    """A moment as the command line prints it.

    >>> iso(1_740_780_060, "minute"), iso(1_740_780_060, "day")
    ('2025-02-28T22:01:00Z', '2025-02-28')
    """
    stamp = pd.Timestamp(seconds, unit="s")
    return stamp.strftime("%Y-%m-%d" if precision == "day" else "%Y-%m-%dT%H:%M:%SZ")
