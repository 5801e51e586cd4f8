"""The reader's language: texts, numbers and dates.

Every text on a page goes through `_`, `ngettext` or `say`. The language is chosen once a session, from the
address (`?lang=`), the cookie or the browser, and can be changed with the switch in the frame. One process serves
all readers, so nothing is installed globally.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import formats
from components.catalogues import SOURCE, best_match, translations
from metrics.periods import Period
from metrics.words import Duration, Message, Share

COOKIE = "lang"
PARAMETER = "lang"
"""Name of the address parameter, and of the switch that is bound to it."""
_SESSION = "reader_language"
_FINEST = 0.001
_outside: ContextVar[str] = ContextVar("language", default=SOURCE)


def detect() -> str:
    """The language to show: the switch or the address, else that of the last visit (a cookie), else the browser's."""
    chosen = st.session_state.get(PARAMETER)
    if chosen == "":  # the switch was set to the language of the browser, whatever the cookie still says
        return browser_language()
    known = (chosen, st.query_params.get(PARAMETER), st.context.cookies.get(COOKIE))
    return best_match([wish for wish in known if wish]) or browser_language()


def browser_language() -> str:
    """The language the browser asks for, or English when there is no catalogue for it."""
    return best_match([st.context.locale or SOURCE]) or SOURCE


def set_language(language: str) -> None:
    """Show this reader everything in one language from now on."""
    if get_script_run_ctx(suppress_warning=True) is None:
        _outside.set(language)
    else:
        st.session_state[_SESSION] = language


def language() -> str:
    """The code of the reader's language; part of the key of everything cached that holds text."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return _outside.get()
    return str(st.session_state.get(_SESSION, SOURCE))


def _(text: str, /, **values: Any) -> str:
    """A text in the reader's language; the values that are given are filled in, in the reader's formats.

    >>> _("{n} posts in {where}", n=1284, where="Utrecht")
    '1,284 posts in Utrecht'
    """
    return _fill(translations(language()).gettext(text), values)


def ngettext(singular: str, plural: str, count: int, /, **values: Any) -> str:
    """A text whose form follows `count`, which stands in it as `{n}`; other values are filled in as in `_`.

    >>> ngettext("{n} post", "{n} posts", 1), ngettext("{n} post", "{n} posts", 2000)
    ('1 post', '2,000 posts')
    """
    return _fill(translations(language()).ngettext(singular, plural, count), {"n": count, **values})


def say(message: Message) -> str:
    """A sentence of the lower layers in the reader's language and formats.

    >>> say(Message("late", "Newest post: {day}.", {"day": date(2026, 9, 30)}))
    'Newest post: 30 September 2026.'
    """
    if message.plural is not None and message.count is not None:
        return ngettext(message.text, message.plural, message.count, **message.values)
    return _(message.text, **message.values)


def say_in(code: str, message: Message) -> str:
    """A sentence in a given language, for texts that people publish."""
    reader = language()
    set_language(code)
    try:
        return say(message)
    finally:
        set_language(reader)


class _Shown(dict[str, str]):
    """Values by name; a name that is not there stays in the text, so a slip in a translation breaks no page."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _fill(text: str, values: Mapping[str, Any]) -> str:
    if not values:
        return text
    return text.format_map(_Shown((name, shown(value)) for name, value in values.items()))


def shown(value: object) -> str:
    """A value as it stands in a sentence: whole numbers exact, other numbers in three digits, lists with "and"."""
    match value:
        case Message():
            return say(value)
        case Period():
            return period(value)
        case Share():
            return percent(value)
        case Duration():
            return duration(value)
        case date():
            return day(value)
        case tuple() | list() | set() | frozenset():
            return formats.enumeration(map(shown, value), language())
        case _ if formats.is_number(value):
            return number(value)  # type: ignore[arg-type]
        case _:
            return str(value)


def number(value: float, digits: int = 3) -> str:
    """A number for reading: whole numbers (int) in full, measured ones (float) in three significant digits."""
    return formats.number(value, language(), digits)


def percent(share: float, digits: int = 3) -> str:
    """A share from 0 to 1 as a percentage, in at most three significant digits."""
    return formats.percent(share, language(), digits)


def share(value: float) -> str:
    """A share of things that were counted, as people read it: no finer than a tenth of a percent.

    >>> share(0.446), share(0.0897), share(0.000834), share(0.0), share(0.9999)
    ('44.6%', '9%', 'under 0.1%', '0%', 'over 99.9%')
    """
    if 0 < value < _FINEST:
        return _("under {share}", share=percent(_FINEST))
    if 1 - _FINEST < value < 1:
        return _("over {share}", share=percent(1 - _FINEST))
    return percent(round(value, 3))


def duration(seconds: float) -> str:
    """How long something took, in minutes, hours or days.

    >>> duration(20520), duration(60)
    ('5.7 hours', '1 minute')
    """
    value, unit = formats.duration(seconds)
    count = 1 if value == 1 else 2
    match unit:
        case "minutes":
            return ngettext("{n} minute", "{n} minutes", count, n=value)
        case "hours":
            return ngettext("{n} hour", "{n} hours", count, n=value)
        case "days":
            return ngettext("{n} day", "{n} days", count, n=value)


def day(value: date | int) -> str:
    """A day in words, from a date or from the store's day number."""
    return formats.day(value, language())


def period(value: Period) -> str:
    """A period in words, with its length when it is made of full weeks.

    >>> period(Period(20633, 20723))
    '13 weeks, 29 June to 27 September 2026'
    """
    first, last = formats.range_ends(value, language())
    if value.days == 1:
        return last
    weeks = formats.full_weeks(value)
    if weeks is None:
        return _("{first} to {last}", first=first, last=last)
    return ngettext("{n} week, {first} to {last}", "{n} weeks, {first} to {last}", weeks, first=first, last=last)
