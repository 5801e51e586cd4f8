"""A day in words, such as "Saturday, March 6, 2010" or "6 maart 2010", in the name of a file or above a table."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel import Locale

from loaders.files.reading.headers import normalise

LANGUAGES = ("en", "nl", "de", "fr", "es", "el", "pt", "it")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_COPY = re.compile(r"\(\d+\)")  # "report (1).csv": downloaded twice


@cache
def _months() -> dict[str, int]:
    return {
        normalise(name): number
        for language in LANGUAGES
        for context in ("format", "stand-alone")
        for number, name in Locale(language).months[context]["wide"].items()
    }


def day_in(text: str) -> date | None:
    """The one day that a text names; None when it names none, a week, a month or several days.

    >>> day_in("Export _ Visits Summary _ Saturday, March 6, 2010.csv"), day_in("zaterdag 6 maart 2010")
    (datetime.date(2010, 3, 6), datetime.date(2010, 3, 6))
    >>> day_in("week 1 \\u2013 7 maart 2010") is day_in("March 2010") is None
    True
    """
    plain = normalise(_COPY.sub(" ", text))
    found = {match.groups() for match in _ISO.finditer(plain)}
    if found:
        return _date(*found.pop()) if len(found) == 1 else None
    words = _WORDS.findall(plain)
    months = [_months()[word] for word in words if word in _months()]
    numbers = [word for word in words if word.isdigit()]
    years = [word for word in numbers if len(word) == 4]
    days = [word for word in numbers if len(word) <= 2]
    if not len(months) == len(years) == len(days) == 1:
        return None
    return _date(years[0], months[0], days[0])


def day_of(texts: Iterable[str]) -> date | None:
    """The day that these texts agree on; texts without a day say nothing.

    >>> day_of(["Waterstad", "6 March 2010", "2010-03-06"]), day_of(["2010-03-06", "2010-03-07"])
    (datetime.date(2010, 3, 6), None)
    """
    found = {day for day in map(day_in, texts) if day is not None}
    return found.pop() if len(found) == 1 else None


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
