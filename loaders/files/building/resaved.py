"""Dates in figures alone, as a spreadsheet writes them back: another order, another separator, a short year."""

import numpy as np
import pandas as pd

from loaders.files.building.patterns import group
from loaders.files.building.times import Times, day_comes_first, parse

_CLOCKS = ("", " %H:%M", " %H:%M:%S")
_NUMERIC = r"^\d{1,2}(?P<sep>[/.\-])\d{1,2}[/.\-]\d{2}"


def patterns(day_first: bool) -> tuple[str, ...]:
    """Every spelling of dates in this order, those with four figures for the year first.

    >>> patterns(day_first=True)[:2], len(patterns(day_first=False))
    (('%d/%m/%Y', '%d/%m/%Y %H:%M'), 18)
    """
    first, second = ("%d", "%m") if day_first else ("%m", "%d")
    spellings = [f"{first}{mark}{second}{mark}{year}" for year in ("%Y", "%y") for mark in "/-."]
    return tuple(spelling + clock for spelling in spellings for clock in _CLOCKS)


def parse_resaved(cells: "pd.Series[str]", own: tuple[str, ...], zone: str = "UTC") -> Times:
    """Times by a format's own patterns; what is left is read as a spreadsheet writes dates that it understood.

    A number above 12 tells the order; without one, hyphens and points mean that the day comes first. Slashes
    alone mean nothing: those dates stay unread. `zone` is where the clock of the cells stands.

    >>> parse_resaved(pd.Series(["2021-12-01", "2-12-2021", "03-Dec-21"]), ("%Y-%m-%d",)).seconds.tolist()
    [1638316800, 1638403200, 1638489600]
    """
    times = parse(cells, own, zone)
    left = cells.where(~times.known, "")
    if not (left != "").any():
        return times
    marks = group(left, _NUMERIC)
    day_first = day_comes_first(left)
    if day_first is None:
        left = left.mask(marks == "/", "").astype("str")
    worded = ("%d-%b-%y", "%d-%b-%Y")
    rest = parse(left, (*worded, *patterns(day_first is not False)), zone)
    return times.where(np.asarray(~times.known), rest)


def parse_daily(cells: "pd.Series[str]", own: tuple[str, ...]) -> Times:
    """Days of a series, by `parse_resaved`; where the order of day and month is open, the days that follow each other.

    >>> days = parse_daily(pd.Series(["01/02/2025", "02/02/2025", "03/02/2025"]), ("%Y-%m-%d",))
    >>> pd.to_datetime(days.seconds, unit="s").strftime("%Y-%m-%d").tolist()
    ['2025-02-01', '2025-02-02', '2025-02-03']
    """
    times = parse_resaved(cells, own)
    open_ = np.asarray(~times.known & (group(cells, _NUMERIC) == "/").to_numpy(dtype=np.bool_))
    left = cells.where(open_, "")
    if left[open_].nunique() < 2:
        return times
    readings = [parse(left, patterns(day_first)) for day_first in (True, False)]
    spans = [np.ptp(reading.seconds[open_]) for reading in readings]
    if spans[0] == spans[1] or not all(reading.known[open_].all() for reading in readings):
        return times
    return times.where(open_, readings[int(np.argmin(spans))])
