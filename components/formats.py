"""Numbers, days and periods as people write them, in one language.

Everything here is a pure function of a value and a language code; `components.i18n` binds them to the reader's
language.
"""

from collections.abc import Iterable
from datetime import date, datetime
from math import ceil, floor, isfinite, log10
from numbers import Integral, Real
from typing import Literal

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from metrics.periods import Period, to_date, week_start

LOCALES = {"en": "en_GB"}
"""Babel locales of languages whose default is not what a European reader expects (June 29 for 29 June)."""


def locale_of(language: str) -> str:
    """The Babel locale of a language code.

    >>> locale_of("en"), locale_of("nl")
    ('en_GB', 'nl')
    """
    return LOCALES.get(language, language)


def rounded(value: float, digits: int = 3) -> float:
    """A value cut to its leading digits, because more would suggest a precision that is not there.

    >>> rounded(1284.4), rounded(0.034512), rounded(0.0)
    (1280.0, 0.0345, 0.0)
    """
    if value == 0 or not isfinite(value):
        return value
    return round(value, digits - 1 - floor(log10(abs(value))))


def number(value: float, language: str, digits: int = 3) -> str:
    """A number for reading: whole numbers in full, measured ones in `digits` significant digits.

    A count of rows or posts is a Python or numpy integer and stays exact; a measured value is a float.

    >>> number(12345, "en"), number(12345.6, "en"), number(0.5, "nl")
    ('12,345', '12,300', '0,5')
    """
    if isinstance(value, Integral):
        return str(format_decimal(int(value), locale=locale_of(language)))
    return str(format_decimal(rounded(float(value), digits), format="#,##0.######", locale=locale_of(language)))


def percent(share: float, language: str, digits: int = 3) -> str:
    """A share from 0 to 1 as a percentage of at most `digits` significant digits.

    >>> percent(0.5712, "en"), percent(0.0345, "nl"), percent(1, "en")
    ('57.1%', '3,45%', '100%')
    """
    return str(format_percent(rounded(float(share), digits), format="#,##0.####%", locale=locale_of(language)))


def duration(seconds: float) -> tuple[float, Literal["minutes", "hours", "days"]]:
    """How long something took, in the unit that people would use: minutes, from two hours on hours, from two days days.

    >>> duration(20520), duration(90), duration(10 * 86400)
    ((5.7, 'hours'), (2.0, 'minutes'), (10.0, 'days'))
    """
    minutes, hours, days = seconds / 60, seconds / 3600, seconds / 86_400
    if hours < 2:
        return float(ceil(minutes)), "minutes"
    if days < 2:
        return rounded(hours, 2 if hours < 10 else 3), "hours"
    return rounded(days, 2), "days"


def day(value: date | int, language: str) -> str:
    """A day in words; a whole number counts days since 1970-01-01, as the store does.

    >>> day(date(2026, 6, 29), "en"), day(20726, "nl")
    ('29 June 2026', '30 september 2026')
    """
    return str(format_date(value if isinstance(value, date) else to_date(value), "long", locale=locale_of(language)))


def moment(value: datetime, language: str) -> str:
    """A moment in words, to the minute.

    >>> moment(datetime(2026, 9, 30, 16, 5), "nl")
    '30 sep 2026 16:05'
    """
    day_words = format_date(value, "medium", locale=locale_of(language))
    return f"{day_words} {value:%H:%M}"


def range_ends(value: Period, language: str) -> tuple[str, str]:
    """The first and last day of a period; the first without its year when both are in the same one.

    >>> range_ends(Period(20633, 20723), "en")
    ('29 June', '27 September 2026')
    """
    first, last = to_date(value.first), to_date(value.last)
    start = day(first, language)
    if first.year == last.year:
        start = str(format_skeleton("MMMMd", first, locale=locale_of(language)))
    return start, day(last, language)


def full_weeks(value: Period) -> int | None:
    """How many weeks, Monday to Sunday, a period is made of; None when it is not.

    >>> full_weeks(Period(20633, 20723)), full_weeks(Period(20633, 20722))
    (13, None)
    """
    if value.first != week_start(value.first) or value.days % 7:
        return None
    return value.days // 7


def enumeration(values: Iterable[str], language: str) -> str:
    """A list in running text.

    >>> enumeration(["X", "LinkedIn", "YouTube"], "en")
    'X, LinkedIn and YouTube'
    """
    return str(format_list(list(values), locale=locale_of(language)))


def is_number(value: object) -> bool:
    """Whether a value is written as a number (a truth value is not)."""
    return isinstance(value, Real) and not isinstance(value, bool)
