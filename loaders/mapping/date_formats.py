"""Which pattern dates are written in, by evidence; a question where there is none."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.times import DAY, TWITTER, Times, day_comes_first, parse
from metrics.words import N_, Message

_SHAPE = re.compile(
    r"(?P<a>\d{1,4})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d{1,2})"
    r"(?:(?P<gap>, |[ T])(?P<h>\d{1,2}):\d{2}(?P<s>:\d{2})?(?P<f>\.\d+)?"
    r"(?P<ap> ?[AaPp][Mm])?(?P<z> ?(?:Z|[+-]\d{2}:?\d{2}))?)?"
)
WORDED = (
    TWITTER,
    "%b %d, %Y",
    "%b %d, %Y %H:%M",
    "%d %b %Y",
    "%d %b %Y %H:%M",
    "%d %B %Y",
    "%B %d, %Y",
    "%a, %b %d, %Y",
    "%a, %d %b %Y %H:%M:%S %z",
    "%Y%m%d",
)
"""Patterns with English names of months, and the one without separators."""

UNIX = "unix"
"""Seconds or milliseconds since 1970, in place of a pattern."""

SAMPLE = 500


def split(date_format: str) -> tuple[str, ...]:
    """The patterns of a mapping's `date_format`.

    >>> split("%d-%m-%Y %H:%M | %d-%m-%Y")
    ('%d-%m-%Y %H:%M', '%d-%m-%Y')
    """
    return tuple(part.strip() for part in date_format.split(" | ") if part.strip())


def patterns(
    cells: "pd.Series[str]", by_id: NDArray[np.int64] | None = None, hint: bool | None = None
) -> tuple[tuple[str, ...], Message | None]:
    """The patterns that fit a column of dates, or the question to ask when day and month could be swapped.

    Evidence, in this order: a number above 12, the times inside the ids (`by_id`, 0 where none), an order of rows
    that is chronological in one reading only, points as separators, and `hint` (the header's language has the day
    first). No patterns and no question: these are no dates.

    >>> patterns(pd.Series(["10/16/17 22:59", "9/1/17 7:05"]))[0]
    ('%m/%d/%y %H:%M',)
    >>> patterns(pd.Series(["03/04/2025"]))[1].code
    'ambiguous_dates'
    """
    filled = cells[cells != ""]
    if _is_unix(filled):
        return (UNIX,), None
    shapes = [match for cell in _spread(filled) if (match := _SHAPE.fullmatch(cell))]
    if len(shapes) * 10 < 9 * len(_spread(filled)) or not shapes:
        return _worded(filled), None
    if all(len(shape["a"]) == 4 for shape in shapes):
        return tuple(dict.fromkeys(_pattern(shape, None) for shape in shapes)), None
    day_first = day_comes_first(filled)
    readings = {order: tuple(dict.fromkeys(_pattern(shape, order) for shape in shapes)) for order in (True, False)}
    if day_first is None:
        day_first = _by_ids(cells, readings, by_id)
    if day_first is None:
        day_first = _by_order(filled, readings)
    if day_first is None:
        day_first = True if all(shape["sep"] == "." for shape in shapes) else hint
    if day_first is None:
        example = str(filled.iat[0])
        text = N_('Is "{example}" day/month or month/day? The dates of this file do not tell. Choose a date format.')
        return (), Message("ambiguous_dates", text, {"example": example})
    return readings[day_first], None


def looks_like_dates(cells: "pd.Series[str]") -> bool:
    """Whether nine of ten cells have the shape of a date."""
    if _is_unix(cells[cells != ""]):
        return True
    sample = _spread(cells[cells != ""])
    found = sum(bool(_SHAPE.fullmatch(cell)) for cell in sample)
    return bool(sample) and (found * 10 >= 9 * len(sample) or bool(_worded(pd.Series(sample, dtype="str"))))


def _spread(cells: "pd.Series[str]") -> list[str]:
    return list(cells.iloc[:: max(1, len(cells) // SAMPLE)])


def _pattern(shape: "re.Match[str]", day_first: bool | None) -> str:
    sep = shape["sep"]
    if day_first is None:
        date = f"%Y{sep}%m{sep}%d"
    else:
        year = "%Y" if len(shape["c"]) == 4 else "%y"
        date = f"%d{sep}%m{sep}{year}" if day_first else f"%m{sep}%d{sep}{year}"
    if shape["h"] is None:
        return date
    clock = "%I" if shape["ap"] else "%H"
    clock += ":%M" + (":%S" if shape["s"] else "") + (".%f" if shape["f"] else "")
    clock += (" %p" if shape["ap"].startswith(" ") else "%p") if shape["ap"] else ""
    clock += (" %z" if shape["z"].startswith(" ") else "%z") if shape["z"] else ""
    return f"{date}{shape['gap']}{clock}"


def _worded(filled: "pd.Series[str]") -> tuple[str, ...]:
    sample = pd.Series(_spread(filled), dtype="str")
    if sample.empty:
        return ()
    found = [pattern for pattern in WORDED if parse(sample, (pattern,)).known.any()]
    return tuple(found) if parse(sample, found).known.mean() >= 0.9 else ()


def _by_ids(
    cells: "pd.Series[str]", readings: dict[bool, tuple[str, ...]], by_id: NDArray[np.int64] | None
) -> bool | None:
    """The reading under which most times are within a day of those inside the ids."""
    if by_id is None or not (by_id > 0).any():
        return None
    near = {}
    for order, formats in readings.items():
        times = parse(cells, formats)
        near[order] = int(((by_id > 0) & times.known & (np.abs(times.seconds - by_id) <= DAY)).sum())
    return None if near[True] == near[False] else near[True] > near[False]


def _by_order(filled: "pd.Series[str]", readings: dict[bool, tuple[str, ...]]) -> bool | None:
    """The only reading under which the rows are in order of time, if there are five or more different days."""
    if filled.nunique() < 5:
        return None
    ordered = {order: _is_ordered(parse(filled, formats).seconds) for order, formats in readings.items()}
    return None if ordered[True] == ordered[False] else ordered[True]


def _is_ordered(seconds: NDArray[np.int64]) -> bool:
    steps = np.diff(seconds)
    return bool((steps >= 0).all() or (steps <= 0).all())


def _is_unix(filled: "pd.Series[str]") -> bool:
    """Moments between 2001 and 2286 as seconds, or milliseconds, since 1970."""
    return bool(len(filled)) and bool(filled.str.fullmatch(r"[1-9]\d{9}(\d{3})?(\.\d+)?").all())


def parse_all(cells: "pd.Series[str]", formats: Sequence[str], zone: str) -> Times:
    """Cells to times by these patterns, or from (milli)seconds since 1970.

    >>> parse_all(pd.Series(["1640966353", "1640966353999", ""]), [UNIX], "UTC").seconds.tolist()
    [1640966353, 1640966353, 0]
    """
    return _by_unix(cells) if UNIX in formats else parse(cells, formats, zone)


def _by_unix(cells: "pd.Series[str]") -> Times:
    numbers = pd.to_numeric(cells.str.split(".").str[0], errors="coerce").fillna(0).to_numpy(dtype=np.int64)
    seconds = np.where(numbers >= 10**12, numbers // 1000, numbers)
    return Times(seconds, np.where(seconds > 0, "minute", "").astype("<U6"))


def has_hour(formats: Iterable[str]) -> bool:
    """Whether these patterns give the time of day."""
    return any("%H" in pattern or "%I" in pattern for pattern in formats)
