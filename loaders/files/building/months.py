"""Days written with the name of a month and no year: `February 28`, `8 de marzo`, `28. Februar`, `28-Feb`."""

import re
from datetime import date
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.accents import plain
from loaders.files.reading.headers import normalise

_NAMES = (
    "january february march april may june july august september october november december",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
    "δεκεμβρίου",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari februari maret april mei juni juli agustus september oktober november desember",
)
_SHORT = {"mrt": 3}  # Dutch; other short names are the first letters of the long ones
_SHORTEST = 3

_PATTERNS = (
    re.compile(r"(?P<word>[^\W\d_]+)\.?[\s\-/]+(?P<day>\d{1,2})(?:st|nd|rd|th|,)?"),
    re.compile(r"(?P<day>\d{1,2})(?:\.|er|º|ª|st|nd|rd|th)?[\s\-/]*(?:de |d['’])?\s*(?P<word>[^\W\d_]+)\.?"),
    re.compile(r"(?P<month>\d{1,2})月\s*(?P<day>\d{1,2})日"),
    re.compile(r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})"),
)
_MONTHS = 12
_LONGEST = 31


@cache
def month_numbers() -> dict[str, int]:
    """The month of each name and of each of its beginnings that belongs to one month only; without accents and case."""
    whole = {plain(name): month for names in _NAMES for month, name in enumerate(names.split(), start=1)}
    short: dict[str, set[int]] = {}
    for name, month in whole.items():
        for end in range(_SHORTEST, len(name)):
            short.setdefault(name[:end], set()).add(month)
    return {**{name: min(found) for name, found in short.items() if len(found) == 1}, **whole, **_SHORT}


def real_day(year: int, month: int, day: int) -> date | None:
    """The day with these numbers; None when there is none.

    >>> real_day(2024, 2, 29), real_day(2025, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_and_day(cell: str) -> tuple[int, int]:
    """The month and the day of such a cell; (0, 0) where it is none.

    >>> [month_and_day(cell) for cell in ("February 28", "8 de marzo", "1er août", "28. Februar", "28-mrt", "soon")]
    [(2, 28), (3, 8), (8, 1), (2, 28), (3, 28), (0, 0)]
    """
    text = normalise(cell)
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            month = int(parts["month"]) if "month" in parts else month_numbers().get(plain(parts["word"]), 0)
            day = int(parts["day"])
            if 0 < month <= _MONTHS and 0 < day <= _LONGEST:
                return month, day
    return 0, 0


def months_and_days(cells: "pd.Series[str]") -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The months and the days of a column, 0 where a cell is no such date.

    >>> months_and_days(pd.Series(["December 31", ""]))
    (array([12,  0]), array([31,  0]))
    """
    rows, distinct = pd.factorize(cells, use_na_sentinel=False)
    pairs = np.array([month_and_day(cell) for cell in distinct], dtype=np.int64).reshape(len(distinct), 2)[rows]
    return pairs[:, 0], pairs[:, 1]
