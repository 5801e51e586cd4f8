"""The form of a goal: what is to be reached, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.select import select
from metrics.goals.goal import LONGEST_TITLE


@dataclass(frozen=True)
class GoalWish:
    """What somebody wants a goal to be; `department_id` None: of the whole organisation."""

    title: str
    department_id: int | None = None


def goal_form(key: str, start: GoalWish, departments: Mapping[int, str], button: str) -> GoalWish | None:
    """Draw the form, filled with `start`; what was wished once it is sent."""
    names = {0: _("The whole organisation")} | {one: bare(name) for one, name in departments.items()}
    with st.form(key, border=False):
        title = st.text_area(
            _("What do you want to reach?"),
            start.title,
            key=f"{key}_title",
            max_chars=LONGEST_TITLE,
            height=80,
            help=_("Say what should be different for people: “Residents separate more of their waste.”"),
        )
        known = start.department_id if start.department_id in names else 0
        owner = select(_("Department"), names, known or 0, key=f"{key}_department")
        if not st.form_submit_button(button, key=f"{key}_go", type="primary", icon=":material/save:"):
            return None
    return GoalWish(title, owner or None)
