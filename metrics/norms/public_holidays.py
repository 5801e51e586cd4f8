"""The public holidays of a country or a part of it, by name, for the margin of a chart."""

from functools import cache

import holidays as calendars

from metrics.periods import Period, to_date, to_day


def public_holidays(code: str, period: Period, language: str = "en") -> dict[int, str]:
    """The public holidays in a period, by day number; none without a code ("", "NL", "DE-BY").

    Names are in the language when the list of holidays has it, else in the country's own.

    >>> found = public_holidays("NL", Period(20_570, 20_571), "en")
    >>> [(to_date(day).isoformat(), name) for day, name in found.items()]
    [('2026-04-27', "King's Day")]
    """
    if not code:
        return {}
    known = _calendar(code, to_date(period.first).year, to_date(period.last).year, language)
    return {day: name for day, name in known if period.first <= day <= period.last}


@cache
def _calendar(code: str, first: int, last: int, language: str) -> tuple[tuple[int, str], ...]:
    country, _dash, part = code.partition("-")
    spoken = calendars.country_holidays(country).supported_languages
    chosen = next((one for one in spoken if one.partition("_")[0] == language), None)
    years = range(first, last + 1)
    found = calendars.country_holidays(country, subdiv=part or None, years=years, language=chosen)
    return tuple((to_day(day), str(name)) for day, name in sorted(found.items()))
