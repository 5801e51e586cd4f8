"""The form of a tag: what it is called, which posts belong to it, and how its links are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import streamlit as st

from components.day_field import day_field, read_day
from components.escape import bare, plain
from components.i18n import _
from components.select import distinct, select
from components.topics.words import split_words
from metrics.campaigns.rules import Rules
from metrics.campaigns.tag import KINDS, Kind

T = TypeVar("T", int, str)
Sent = Literal["save", "preview"]
_NAME, _WORDS, _CAMPAIGN = 80, 3_000, 120


@dataclass(frozen=True)
class TagWish:
    """What somebody wants a tag to be."""

    name: str = ""
    kind: Kind = "campaign"
    department_id: int | None = None
    rules: Rules = field(default_factory=Rules)
    utm_campaign: str = ""
    first_day: int | None = None
    last_day: int | None = None


@dataclass(frozen=True)
class Offered:
    """What can be chosen: departments and accounts by id, platforms and types of posts by code, in words."""

    departments: Mapping[int, str]
    accounts: Mapping[int, str]
    platforms: Mapping[str, str]
    types: Mapping[str, str]
    campaigns: Sequence[str] = ()  # utm_campaigns that figures of websites know


def tag_form(key: str, start: TagWish, offered: Offered, locked: bool = False) -> tuple[TagWish, Sent] | None:
    """Draw the form, filled with `start`; what was wished and by which button. What cannot be read is said in place.

    `locked`: the expectation is registered, so kind, days, rule and links stay as they are.
    """
    with st.form(key, border=False):
        name, kind, department = _who(key, start, offered, locked)
        first_day, last_day, campaign = _when(key, start, offered, locked)
        rules = start.rules if locked else _rule(key, start.rules, offered)
        with st.container(horizontal=True):
            look = st.form_submit_button(
                _("Show which posts it would hold"), key=f"{key}_look", icon=":material/search:"
            )
            save = st.form_submit_button(_("Save"), key=f"{key}_go", type="primary", icon=":material/save:")
    if not look and not save:
        return None
    days = [read_day(text) for text in (first_day, last_day)]
    typed = [text.strip() for text in (first_day, last_day)]
    if any(text and day is None for text, day in zip(typed, days, strict=True)):
        st.error(_("Write days as year-month-day, for example 2027-01-31, or leave them empty."))
        return None
    days = [start.first_day, start.last_day] if locked else days
    if kind == "campaign" and not locked:  # a campaign's posts are those of its days
        rules = Rules(rules.words, rules.accounts, rules.platforms, rules.types, *days) if rules.any else rules
    wish = TagWish(name, kind, department, rules, campaign, *days)
    return wish, "save" if save else "preview"


def _who(key: str, start: TagWish, offered: Offered, locked: bool) -> tuple[str, Kind, int | None]:
    first, second, third = st.columns(3)
    name = first.text_input(_("Name"), start.name, key=f"{key}_name", max_chars=_NAME)
    with second:
        kinds = {code: _(words) for code, words in KINDS.items() if not locked or code == start.kind}
        kind = select(_("What it is"), kinds, start.kind, key=f"{key}_kind")
    with third:
        known = {0: _("The whole organisation"), **{one: bare(text) for one, text in offered.departments.items()}}
        owner = start.department_id if start.department_id in offered.departments else 0
        department = select(_("Department"), known, owner or 0, key=f"{key}_department")
    return name, kind, department or None


def _when(key: str, start: TagWish, offered: Offered, locked: bool) -> tuple[str, str, str]:
    if locked:
        st.caption(_("The expectation is registered: kind, days, rule and utm_campaign stay as they are."))
        return "", "", start.utm_campaign
    first, second, third = st.columns(3)
    with first:
        first_day = day_field(_("First day"), start.first_day, f"{key}_first")
    with second:
        last_day = day_field(_("Last day"), start.last_day, f"{key}_last")
    seen = ", ".join(plain(one, 40) for one in offered.campaigns[:8])
    explained = _("The name after “utm_campaign=” in its links. Visits to your website are counted by it.")
    if seen:
        explained += " " + _("In your figures: {names}.", names=seen)
    campaign = third.text_input(
        _("utm_campaign of its links"), start.utm_campaign, key=f"{key}_utm", max_chars=_CAMPAIGN, help=explained
    )
    return first_day, last_day, campaign


def _rule(key: str, start: Rules, offered: Offered) -> Rules:
    words = st.text_area(
        _("Posts with one of these words or hashtags"),
        ", ".join(start.words),
        key=f"{key}_words",
        max_chars=_WORDS,
        height=80,
        help=_(
            "With commas between them: a word (pool), words (swimming pool), a beginning (swim\\*) or a hashtag "
            "(\\#swim). Capitals and accents do not matter. Empty everywhere: you put posts in by hand."
        ),
    )
    if set(start.accounts) - offered.accounts.keys():
        st.caption(
            _(
                ":material/warning: The rule names accounts that are gone, or that you may not see. Saving leaves them "
                "out. Choose others below: without any, it holds posts of all accounts."
            )
        )
    with st.container(horizontal=True):
        accounts = _several(_("Only of these accounts"), offered.accounts, start.accounts, f"{key}_accounts")
        platforms = _several(_("Only on these platforms"), offered.platforms, start.platforms, f"{key}_platforms")
        types = _several(_("Only of this type"), offered.types, start.types, f"{key}_types")
    return Rules(split_words(words), accounts, platforms, types)


def _several(label: str, known: Mapping[T, str], start: Sequence[T], key: str) -> tuple[T, ...]:
    names = distinct({code: bare(text, 60) for code, text in known.items()})
    chosen = [code for code in start if code in known]
    found = st.multiselect(
        label, list(names), chosen, format_func=names.__getitem__, key=key, placeholder=_("All"), width=300
    )
    return tuple(found)
