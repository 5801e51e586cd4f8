"""What may be promised, whether it would have held, and what another norm or other hours would change."""

from dataclasses import replace

import streamlit as st

from components.answering.promise import months_card, promise_card
from components.answering.what_if import Wish, what_if_form, what_if_outcome
from components.i18n import _, say
from components.source import Source
from data.filters import Filters
from data.queries.answers import cases
from metrics.norms import Norm
from metrics.norms.clock import NeverOpenError
from metrics.periods import Period
from metrics.responsiveness.kept import Check, check_months
from metrics.responsiveness.promise import Promise, promise
from metrics.responsiveness.what_if import WhatIf, another_norm, other_hours
from metrics.responsiveness.words import time_words
from metrics.slices import RESPONSE
from pages._context import access, all_dates, engine, figures
from pages._numbers import Key, key
from pages._responsiveness import numbers as answers

_MONTHS = 13


def promise_section(asked: Filters, source: Source) -> None:
    """Draw the promise, its check month by month, and the forms for what would change."""
    found = _promise(key(asked))
    promise_card(found)
    norm = answers.one_norm(asked)
    seconds = found.seconds if found.seconds is not None else _clock_seconds(norm)
    if seconds is not None:
        _by_month(asked, seconds, source)
    _what_if(asked, norm)


def _clock_seconds(norm: Norm | None) -> int | None:
    """The time of a norm on the clock, when that is how it is counted."""
    return int(norm.amount * 3600) if norm is not None and norm.unit == "hours" else None


def _by_month(asked: Filters, seconds: int, source: Source) -> None:
    title = _("Were 8 of 10 people answered within {time}, month by month?", time=say(time_words(seconds)))
    months_card(title, _checked(key(asked), seconds), source)


def _what_if(asked: Filters, norm: Norm | None) -> None:
    st.header(_("What would another norm or other opening hours change?"), anchor=False)
    if norm is None:
        st.info(_("The chosen accounts have different norms. Choose a department or account with one norm."))
        return
    wish, problems = what_if_form(norm.unit, norm.amount, norm.opening_hours)
    for problem in problems:
        st.error(problem, icon=":material/error:")
    if wish is not None:
        try:
            what_if_outcome(_calculated(asked, norm, wish))
        except NeverOpenError as error:
            st.error(say(error.message), icon=":material/error:")


def _calculated(asked: Filters, norm: Norm, wish: Wish) -> WhatIf:
    """On the conversations themselves, because somebody asked for it."""
    rows = cases(engine(), access(), asked)
    if wish.unit is not None:
        return another_norm(rows, norm, replace(norm, unit=wish.unit, amount=wish.amount))
    return other_hours(rows, norm, wish.opening or {})


@st.cache_resource(max_entries=64, show_spinner=False)
def _checked(key: Key, seconds: int) -> dict[int, Check]:
    asked, newest = key[2], all_dates()
    first = asked.period.last - _MONTHS * 30
    year = replace(asked, period=Period(min(first, asked.period.first), asked.period.last))
    data = figures(year, "month", measures=(RESPONSE,), columns=("posts",))
    return check_months(data, seconds, newest.last if newest else asked.period.last)


@st.cache_resource(max_entries=64, show_spinner=False)
def _promise(key: Key) -> Promise:
    return promise(answers.current(key[2]), key[2].period)
