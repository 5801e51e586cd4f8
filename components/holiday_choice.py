"""Whose public holidays count: a country, and a part of it where those differ."""

import unicodedata
from functools import cache

import holidays as calendars
import streamlit as st
from babel import Locale

from components.formats import locale_of
from components.i18n import _, language
from components.select import select

_NONE = ""
_YEARS = (2025, 2026)  # in which parts of a country are compared


def holiday_choice(current: str, *, key: str) -> str:
    """Draw the list of countries, and of parts when the country has any; the code: "", "NL" or "DE-BY"."""
    country, _dash, part = current.partition("-")
    with st.container(horizontal=True):
        countries = {_NONE: _("No public holidays"), **_countries(language())}
        label = _("Public holidays of")
        chosen = select(label, countries, country if country in countries else _NONE, key=f"{key}_country", width=300)
        parts = _parts(chosen)
        if not parts:
            return chosen
        words = {_NONE: _("The whole country"), **parts}
        start = part if chosen == country and part in parts else _NONE
        inside = select(_("Part of the country"), words, start, key=f"{key}_part_{chosen}", width=300)
    return f"{chosen}-{inside}" if inside else chosen


def holidays_words(code: str) -> str:
    """Whose public holidays count, in words.

    >>> holidays_words(""), holidays_words("NL"), holidays_words("DE-BY")
    ('none', 'Netherlands', 'Germany, Bayern')
    """
    if not code:
        return _("none")
    country, _dash, part = code.partition("-")
    name = _countries(language()).get(country, country)
    return _("{country}, {part}", country=name, part=_parts(country).get(part, part)) if part else name


@cache
def _countries(shown_in: str) -> dict[str, str]:
    """The countries whose holidays are known, by code, in the order of their names in this language."""
    names = Locale.parse(locale_of(shown_in)).territories
    known = calendars.list_supported_countries(include_aliases=False)
    return dict(sorted(((code, str(names.get(code, code))) for code in known), key=lambda pair: _sortable(pair[1])))


def _sortable(name: str) -> str:
    """Åland among the A's, not after Zimbabwe."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


@cache
def _parts(country: str) -> dict[str, str]:
    """The parts of a country, by code, most with a name; none when all have the same public holidays.

    >>> len(_parts("NL")), _parts("GB")["SCT"]
    (0, 'Scotland')
    """
    known = calendars.list_supported_countries(include_aliases=False).get(country, [])
    if len({frozenset(calendars.country_holidays(country, subdiv=part, years=_YEARS)) for part in known}) < 2:
        return {}
    aliases = calendars.country_holidays(country).get_subdivision_aliases()
    named = {part: next(iter(aliases.get(part, ())), part) for part in known}
    return dict(sorted(named.items(), key=lambda pair: _sortable(pair[1])))
