"""What another norm or other opening hours would change: a form, and the outcome when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.i18n import _, say
from components.opening_hours import Hours, hours_problems, open_days, opening_hours
from components.select import select
from components.values import full_words
from metrics.norms.norm import LONGEST, UNITS, Unit
from metrics.registry import metrics
from metrics.responsiveness.what_if import WhatIf


@dataclass(frozen=True)
class Wish:
    """What to calculate: another norm, or other opening hours."""

    unit: Unit | None = None
    amount: float = 0.0
    opening: Mapping[int, Hours] | None = None


def what_if_form(unit: Unit, amount: float, opening: Mapping[int, Hours]) -> tuple[Wish | None, list[str]]:
    """Draw both forms, starting from what holds now; what was asked for, or what is wrong with it."""
    with st.container(key="text_what_if"):
        norm = _another_norm(unit, amount)
        hours = _other_hours(opening)  # both stay on the page, whichever was sent
    return norm or hours or (None, [])


def _another_norm(unit: Unit, amount: float) -> tuple[Wish | None, list[str]] | None:
    st.markdown(_("**Another norm:** the answers as they were, judged by another deadline."))
    with st.form("what_if_norm", border=False):
        codes = {code: _(words) for code, words in UNITS.items()}
        with st.container(horizontal=True, vertical_alignment="bottom"):
            many = st.number_input(
                _("How many"), 0.25, 8784.0, float(amount), step=1.0, format="%g", key="what_if_amount", width=140
            )
            kind = select(_("Counted in"), codes, unit, key="what_if_unit", width=320)
        if not st.form_submit_button(_("Calculate"), key="what_if_norm_go", icon=":material/calculate:"):
            return None
    if many > LONGEST[kind]:
        return None, [_("How many: at most {most} of this unit.", most=LONGEST[kind])]
    return Wish(unit=kind, amount=many), []


def _other_hours(opening: Mapping[int, Hours]) -> tuple[Wish | None, list[str]] | None:
    st.markdown(_("**Other opening hours:** each answer takes as many open hours as it did."))
    box = st.expander(_("Other opening hours"), key="what_if_other", icon=":material/schedule:")
    with box, st.form("what_if_hours", border=False):
        hours = opening_hours(opening, key="what_if")
        if not st.form_submit_button(_("Calculate"), key="what_if_hours_go", icon=":material/calculate:"):
            return None
    problems = hours_problems(hours)
    return (None, problems) if problems else (Wish(opening=open_days(hours)), [])


def what_if_outcome(found: WhatIf) -> None:
    """Draw the share in time as it is and as it would be."""
    metric = metrics()["within_norm"]
    with st.container(border=True, gap="xsmall", key="card_what_if"):
        st.header(say(found.message), anchor=False)
        st.markdown(
            _(
                "As it is: {before}. As it would be: {after}.",
                before=full_words(metric, found.before, "**"),
                after=full_words(metric, found.after, "**"),
            )
        )
        st.caption(say(found.assumed))
