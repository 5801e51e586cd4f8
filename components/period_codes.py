"""The periods a reader can choose, as codes that stay the same in every language and link.

`13w` is the last 13 full weeks, `2026-q3` a quarter, `2026` a year, `all` everything, and
`2026-01-05..2026-03-29` any two dates. A period never reaches outside the days there is data for, except
that weeks keep their full length, so that they can be compared with the weeks before.
"""

import re
from datetime import date

from components.i18n import _, ngettext, period
from metrics.periods import Period, last_full_weeks, to_date, to_day

WEEKS = (4, 13, 26, 52)
ALL = "all"
_QUARTERS_SHOWN = 8
_QUARTER = re.compile(r"(\d{4})-q([1-4])")
_DATES = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


def codes(first: int, newest: int) -> list[str]:
    """The periods to choose from when there is data from `first` to `newest` (day numbers), nearest first.

    >>> codes(to_day(date(2026, 2, 10)), to_day(date(2026, 9, 30)))
    ['4w', '13w', '26w', '52w', '2026-q3', '2026-q2', '2026-q1', '2026', 'all']
    """
    start, end = to_date(first), to_date(newest)
    quarters = range(_quarter_number(end), _quarter_number(start) - 1, -1)
    return [
        *(f"{weeks}w" for weeks in WEEKS),
        *(f"{number // 4}-q{number % 4 + 1}" for number in quarters[:_QUARTERS_SHOWN]),
        *(str(year) for year in range(end.year, start.year - 1, -1)),
        ALL,
    ]


def default(first: int, newest: int) -> str:
    """The last 13 full weeks, or everything when no full week has data yet.

    >>> default(20000, 20500), default(20500, 20500)
    ('13w', 'all')
    """
    return "13w" if first <= last_full_weeks(newest, 13).last else ALL


def resolve(code: str, first: int, newest: int) -> Period | None:
    """The days a code stands for; None when the code is unknown or lies outside the data.

    >>> period = resolve("2026-q3", to_day(date(2024, 1, 1)), to_day(date(2026, 9, 13)))
    >>> to_date(period.first).isoformat(), to_date(period.last).isoformat()
    ('2026-07-01', '2026-09-13')
    >>> resolve("2019", 20000, 20500) is None
    True
    """
    if code.endswith("w") and code[:-1].isdigit():
        weeks = int(code[:-1])
        return last_full_weeks(newest, weeks) if weeks in WEEKS else None
    asked = _asked(code, first, newest)
    if asked is None:
        return None
    inside = Period(max(asked.first, first), min(asked.last, newest))
    return inside if inside.days > 0 else None


def name(code: str) -> str:
    """A period as people say it, for example "Last 13 full weeks"."""
    if code == ALL:
        return _("All dates")
    if code.endswith("w"):
        weeks = int(code[:-1])
        return ngettext("Last full week", "Last {n} full weeks", weeks).format(n=weeks)
    if match := _QUARTER.fullmatch(code):
        return _("Quarter {quarter} of {year}").format(quarter=match[2], year=match[1])
    if (match := _DATES.fullmatch(code)) and (days := _dates(match[1], match[2])):
        return period(days)
    return _("Year {year}").format(year=code)


def _quarter_number(value: date) -> int:
    return value.year * 4 + (value.month - 1) // 3


def _asked(code: str, first: int, newest: int) -> Period | None:
    """The days of a code, before they are cut to the data."""
    if code == ALL:
        return Period(first, newest)
    if match := _QUARTER.fullmatch(code):
        return _quarter(int(match[1]), int(match[2]))
    if match := _DATES.fullmatch(code):
        return _dates(match[1], match[2])
    if re.fullmatch(r"[12]\d{3}", code):
        year = int(code)
        return Period(to_day(date(year, 1, 1)), to_day(date(year, 12, 31)))
    return None


def _quarter(year: int, quarter: int) -> Period | None:
    if not 1 <= year <= 9998:
        return None
    month = 3 * quarter - 2
    following = date(year + quarter // 4, (month + 2) % 12 + 1, 1)
    return Period(to_day(date(year, month, 1)), to_day(following) - 1)


def _dates(first: str, last: str) -> Period | None:
    try:
        return Period(to_day(date.fromisoformat(first)), to_day(date.fromisoformat(last)))
    except ValueError:
        return None
