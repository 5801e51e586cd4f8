"""A day in words, such as "Saturday, March 6, 2010" or "6 maart 2010", in the name of a file or above a table."""

import re
from collections.abc import Iterable
from datetime import date

import pandas as pd

from loaders.files.building.accents import plain
from loaders.files.building.months import month_numbers, real_day
from loaders.files.building.times import ISO, Times, parse

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_COPY = re.compile(r"\(\d+\)")  # "report (1).csv": downloaded twice


def day_in(text: str) -> date | None:
    """The one day that a text names; None when it names none, a week, a month or several days.

    >>> day_in("Export _ Visits Summary _ Saturday, March 6, 2010.csv"), day_in("zaterdag 6 maart 2010")
    (datetime.date(2010, 3, 6), datetime.date(2010, 3, 6))
    >>> day_in("week 1 \\u2013 7 maart 2010") is day_in("March 2010") is None
    True
    """
    clean = plain(_COPY.sub(" ", text))
    found = {tuple(map(int, match.groups())) for match in _ISO.finditer(clean)}
    if found:
        return real_day(*found.pop()) if len(found) == 1 else None
    words = _WORDS.findall(clean)
    months = [month_numbers()[word] for word in words if word in month_numbers()]
    numbers = [word for word in words if word.isdigit()]
    years = [word for word in numbers if len(word) == 4]
    days = [word for word in numbers if len(word) <= 2]
    if not len(months) == len(years) == len(days) == 1:
        return None
    return real_day(int(years[0]), months[0], int(days[0]))


def written_days(cells: "pd.Series[str]") -> Times:
    """Days in words, in any of our languages.

    >>> written_days(pd.Series(["19 ao\u00fbt 2011", "Aug 19, 2011", "soon"])).seconds.tolist()
    [1313712000, 1313712000, 0]
    """
    found = {cell: day.isoformat() if (day := day_in(cell)) else "" for cell in cells.unique()}
    return parse(cells.map(found).astype("str"), ISO)


def day_of(texts: Iterable[str]) -> date | None:
    """The day that these texts agree on; texts without a day say nothing.

    >>> day_of(["Waterstad", "6 March 2010", "2010-03-06"]), day_of(["2010-03-06", "2010-03-07"])
    (datetime.date(2010, 3, 6), None)
    """
    found = {day for day in map(day_in, texts) if day is not None}
    return found.pop() if len(found) == 1 else None
