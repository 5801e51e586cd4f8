"""Fields that the forms of connections share: how often, since when, texts, budget."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.connections.states import EVERY, every_word
from components.i18n import _
from components.log_fields import typed_day
from components.select import select

_MOST = 1_000_000.0


@dataclass(frozen=True)
class Wishes:
    """What a connection should fetch: messages too, from which day on (ISO; None: all), how often, for how much."""

    texts: bool
    since: str | None
    every_minutes: int
    budget: float | None


def wish_fields(key: str, start: Wishes, *, offers_texts: bool, costs_money: bool) -> tuple[Wishes, list[str]]:
    """Draw the fields, filled with `start`; what they hold, and a sentence for each value that cannot be."""
    texts = start.texts
    if offers_texts:
        st.markdown(
            _(
                "Messages of citizens under your posts: without them you get counts only. With them, you see how fast "
                "you answer and what people ask. Names are replaced by codes, and contact details are masked before "
                "anything is stored. Your privacy officer should know about it."
            )
        )
        texts = st.checkbox(_("Fetch what people write under our posts"), start.texts, key=f"{key}_texts")
    first, second = st.columns(2)
    with first:
        since = st.text_input(
            _("From which day on"),
            start.since or "",
            key=f"{key}_since",
            max_chars=10,
            placeholder=_("YYYY-MM-DD"),
            help=_("Year-month-day, for example {day}. Leave it empty for everything there is.", day="2027-01-31"),
        )
    with second:
        known = {minutes: every_word(minutes) for minutes in sorted({*EVERY, start.every_minutes})}
        every = select(_("How often"), known, start.every_minutes, key=f"{key}_every")
    budget = start.budget
    if costs_money:
        budget = st.number_input(
            _("Most that it may cost in a month (US dollars)"),
            0.0,
            _MOST,
            start.budget,
            step=5.0,
            key=f"{key}_budget",
            help=_("When this is used up, nothing is fetched until the next month."),
            width=320,
        )
    wishes = Wishes(texts and offers_texts, since.strip() or None, every, budget if costs_money else None)
    return wishes, _problems(wishes, costs_money)


def end_field(key: str) -> tuple[str | None, list[str]]:
    """Draw the field for the day on which a secret ends; the day, and what is wrong with what was typed."""
    typed = st.text_input(
        _("Day on which it ends, if you know"),
        key=key,
        max_chars=10,
        placeholder=_("YYYY-MM-DD"),
        help=_("You are warned before that day. Year-month-day, for example {day}.", day="2027-01-31"),
        width=320,
    ).strip()
    if typed and typed_day(typed) is None:
        return None, [_("Day on which it ends: write year-month-day, for example 2027-01-31, or leave it empty.")]
    return typed or None, []


def a_year_ago(today: date) -> str:
    """The first day that is usually wanted, as people type it.

    >>> a_year_ago(date(2028, 2, 29))
    '2027-02-28'
    """
    day = min(today.day, 28) if today.month == 2 else today.day
    return today.replace(year=today.year - 1, day=day).isoformat()


def _problems(wishes: Wishes, costs_money: bool) -> list[str]:
    problems = []
    if wishes.since is not None and typed_day(wishes.since) is None:
        problems.append(_("From which day on: write year-month-day, for example 2027-01-31, or leave it empty."))
    if costs_money and not wishes.budget:
        problems.append(_("Fill in how much it may cost in a month. This platform asks money for each answer."))
    return problems
