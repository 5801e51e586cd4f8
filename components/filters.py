"""The filter bar that all pages share: period, departments, platforms.

It is handed what there is to choose from and answers with what was chosen; it knows no store. The choices live in
the page's address (`components.address`), so they hold from page to page and can be sent to a colleague.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components import period_codes
from components.address import choose_many, choose_one, forget
from components.escape import bare, plain
from components.i18n import _, period
from components.words import platform_name
from metrics.periods import Period

PERIOD, DEPARTMENTS, PLATFORM = "period", "dept", "platform"
KEYS = (PERIOD, DEPARTMENTS, PLATFORM)
"""The names of the choices in the address."""


@dataclass(frozen=True)
class Choice:
    """What the reader asked to see. None means all."""

    period: Period
    departments: tuple[int, ...] | None = None
    platforms: tuple[str, ...] | None = None


def filter_bar(departments: Mapping[int, str], platforms: Sequence[str], span: tuple[int, int]) -> Choice:
    """Draw the bar and answer with the choice.

    `departments` are names by id, `platforms` codes, `span` the first and the newest day with data.
    """
    first, newest = span
    default = period_codes.default(first, newest)
    by_name = sorted(departments, key=lambda i: departments[i].casefold())
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        code = choose_one(PERIOD, _("Period"), _periods(first, newest), default, period_codes.name)
        chosen = choose_many(
            DEPARTMENTS,
            _("Departments"),
            [str(i) for i in by_name],
            lambda i: bare(departments[int(i)], limit=60),
            _("All departments"),
        )
        platform = choose_many(PLATFORM, _("Platforms"), platforms, platform_name, _("All platforms"))
        st.button(_("Reset"), key="filter_reset", icon=":material/restart_alt:", on_click=forget, args=[KEYS])
    choice = Choice(
        period_codes.resolve(code, first, newest) or Period(first, newest),
        tuple(int(i) for i in chosen) or None,
        platform or None,
    )
    st.caption(in_words(choice, departments))
    return choice


def in_words(choice: Choice, departments: Mapping[int, str]) -> str:
    """The active filters as one line of Markdown."""
    return _(
        "Showing {period}, for {departments}, on {platforms}.",
        period=period(choice.period),
        departments=chosen_departments(choice, departments, escape=True) or _("all departments"),
        platforms=chosen_platforms(choice) or _("all platforms"),
    )


def chosen_departments(choice: Choice, departments: Mapping[int, str], *, escape: bool = False) -> tuple[str, ...]:
    """The names of the chosen departments in alphabetical order; empty for all."""
    names = sorted((departments[i] for i in choice.departments or () if i in departments), key=str.casefold)
    return tuple(plain(name) if escape else name for name in names)


def chosen_platforms(choice: Choice) -> tuple[str, ...]:
    """The names of the chosen platforms; empty for all."""
    return tuple(platform_name(code) for code in choice.platforms or ())


def _periods(first: int, newest: int) -> list[str]:
    """The periods on offer, and the one that a link asks for: any two dates, or a quarter of long ago."""
    codes = period_codes.codes(first, newest)
    asked = str(st.session_state.get(PERIOD, ""))
    known = asked in codes or period_codes.resolve(asked, first, newest) is None
    return codes if known else [*codes, asked]
