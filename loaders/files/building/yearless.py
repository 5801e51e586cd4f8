"""Daily series whose dates have no year: the order of the rows tells where a year ends, and evidence which one it is.

Evidence is, in this order: the absence of a 29 February; the newest post of the same export; a date in the name of
the file or of its archive, or the file's own date, where that lies within a week after the last row; a 29 February.
Without any, a person is asked.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.months import months_and_days, real_day
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times, unknown
from metrics.words import N_, Message

Days = NDArray[np.int64]

FIRST_YEAR = 2018
"""TikTok had no analytics before."""

_WEEK = 7
_HALF_YEAR = 6 * 31
_NAMED = re.compile(r"(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


def yearless_times(rows: Rows, cells: "pd.Series[str]", newest_post: int) -> Times:
    """The days of a series without years; unknown where a cell is no date or the rows are in no order.

    `newest_post` is the moment of the newest post of the same export, 0 when that is not known.
    """
    months, days = months_and_days(cells)
    known = months > 0
    if not known.any():
        return unknown(len(cells))
    relative = _years_before_the_last(months[known], days[known])
    if relative is None:
        text = N_("The dates have no year and the rows are not in their order, so their year is unknown.")
        rows.warn(Message("dates_unordered", text), known)
        return unknown(len(cells))
    year = _year(rows, cells[known], _Series(months[known], days[known], relative), newest_post)
    years = np.zeros(len(cells), dtype=np.int64)
    years[known] = year + relative
    return _times(years, months, days)


@dataclass(frozen=True)
class _Series:
    """Rows with a month, a day, and how many years they lie before the last one."""

    months: Days
    days: Days
    relative: Days

    @cached_property
    def last(self) -> int:
        """The place of the last day."""
        return int(np.lexsort((self.days, self.months, self.relative))[-1])

    def end(self, year: int) -> dt.date | None:
        """The last day, when that is in this year; None when there is no such day."""
        return real_day(year, int(self.months[self.last]), int(self.days[self.last]))

    @cached_property
    def leap(self) -> set[int]:
        """The years (0, -1, ...) that have a 29 February."""
        return set(self.relative[(self.months == 2) & (self.days == 29)].tolist())

    @cached_property
    def common(self) -> set[int]:
        """The years that go from 28 February to 1 March."""
        ordinal = self.months * 31 + self.days
        before, after = ordinal[:-1], ordinal[1:]
        skips = (np.minimum(before, after) == 2 * 31 + 28) & (np.maximum(before, after) == 3 * 31 + 1)
        return set(self.relative[:-1][skips].tolist())


def _year(rows: Rows, cells: "pd.Series[str]", series: _Series, newest_post: int) -> int:
    """The year of the last row, by evidence or else as a person says; 0 when no year fits."""
    possible = _possible(series)
    if not possible:
        return 0
    proven = _proven(rows, possible, newest_post)
    if proven:
        return proven
    if series.leap:
        return max(possible)
    text = N_("The dates in this file have no year. In which year is its last day, {day}?")
    question = Message("which_year", text, {"day": str(cells.iloc[series.last])})
    return int(rows.ask("year", question, [str(year) for year in possible]))


def _times(years: Days, months: Days, days: Days) -> Times:
    parts = pd.DataFrame({"year": np.where(months > 0, years, 0), "month": months, "day": days})
    stamps = pd.to_datetime(parts, errors="coerce")
    found = stamps.notna().to_numpy()
    seconds = stamps.to_numpy(dtype="datetime64[s]").astype(np.int64)
    return Times(np.where(found, seconds, 0), np.where(found, "day", "").astype("<U6"))


def _years_before_the_last(months: Days, days: Days) -> Days | None:
    """For each row how many years it lies before the last one (0, -1, ...); None when the rows are in no order.

    A step of more than half a year against the order is a change of year.
    """
    steps = np.diff(months * 31 + days)
    far = np.abs(steps) > _HALF_YEAR
    near = steps[~far & (steps != 0)]
    if (near > 0).any() and (near < 0).any():
        return None
    falling = bool((near < 0).any()) if len(near) else bool((steps > 0).any())
    turns = far & (steps > 0 if falling else steps < 0)
    years = np.concatenate([[0], np.cumsum(turns)]).astype(np.int64)
    return -years if falling else years - years[-1]


def _possible(series: _Series) -> dict[int, dt.date]:
    """The years that the last row can be of, newest first, with that day: not ahead, and leap days fit."""
    latest = dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=1)
    ends = {year: series.end(year) for year in range(latest.year, FIRST_YEAR - 1, -1)}
    return {
        year: end
        for year, end in ends.items()
        if end is not None
        and end <= latest
        and all(_is_leap(year + offset) for offset in series.leap)
        and not any(_is_leap(year + offset) for offset in series.common)
    }


def _proven(rows: Rows, possible: Mapping[int, dt.date], newest_post: int) -> int:
    """The year of the last row by the evidence; 0 when there is none."""
    if len(possible) == 1:
        return next(iter(possible))
    if newest_post:
        posted = dt.datetime.fromtimestamp(newest_post, tz=dt.UTC).date() - dt.timedelta(days=_WEEK)
        after = [year for year, end in possible.items() if end >= posted]
        if after:
            return min(after)
    near = (year for stamp in _stamps(rows) for year, end in possible.items() if -1 <= (stamp - end).days <= _WEEK)
    return next(near, 0)


def _stamps(rows: Rows) -> Iterator[dt.date]:
    """Dates in the names of the file and its archive, the last one of each, and the date of the file itself."""
    for name in reversed(re.split(r"[!/\\]", rows.table.name)):
        found = [real_day(int(year), int(month), int(day)) for year, month, day in _NAMED.findall(name)]
        yield from [day for day in found if day is not None][-1:]
    modified = rows.table.clues.get("modified", "")
    if modified.split(".")[0].isdigit():
        yield dt.datetime.fromtimestamp(min(float(modified), 4e9), tz=dt.UTC).date()


def _is_leap(year: int) -> bool:
    return real_day(year, 2, 29) is not None
