"""The decision that the limits of a number begin anew: the form, and the list of what was decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.change.explained import decision_line
from components.day_field import day_field, needed_day
from components.i18n import _, day
from components.select import select
from components.written import written
from metrics.change.decisions import REASONS, Baseline, Reason


@dataclass(frozen=True)
class DecisionWish:
    """From which day on, why, and what changed, in somebody's own words."""

    first_day: int
    reason: Reason
    note: str


def decision_form(key: str, about: str) -> DecisionWish | None:
    """Draw the form for a number (`about`, as Markdown); what was decided once it is sent."""
    st.markdown(
        _(
            "Only when you know what changed: a new way of working, another tool, another way of counting. Limits that "
            "begin anew whenever a number moves explain every change away. It concerns: {about}.",
            about=about,
        )
    )
    with st.form(key, border=False):
        first, second = st.columns(2)
        with first:
            start = day_field(_("First day of the change"), None, f"{key}_day")
        with second:
            reason = select(
                _("What changed"), {code: _(words) for code, words in REASONS.items()}, "policy", key=f"{key}_reason"
            )
        note = written(
            key,
            _("Note for others"),
            _("Begin the limits anew"),
            icon=":material/restart_alt:",
            hint=_("What changed, and where it was decided. Write no names of people."),
        )
    if note is None:
        return None
    first_day = needed_day(start, _("First day: write year-month-day, for example 2027-01-31."))
    return None if first_day is None else DecisionWish(first_day, reason, note)


def decision_list(decisions: Sequence[Baseline], about: Callable[[Baseline], str]) -> int | None:
    """Draw the decisions, each with whom it concerns (`about`, as Markdown); the id of one to withdraw."""
    chosen = None
    for one in decisions:
        with st.container(key=f"decision_{one.id}", gap="xxsmall"):
            st.markdown(f"**{about(one)}.** {decision_line(one)}")
            label = _("Withdraw the decision of {day}", day=day(one.first_day))
            if one.counts and st.button(label, key=f"withdraw_{one.id}", icon=":material/undo:"):
                chosen = one.id
    return chosen
