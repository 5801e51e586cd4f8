"""The goals of each department as cards, with the forms to change them."""

from itertools import groupby

import streamlit as st

from components.address import sent_along
from components.escape import plain
from components.goals.goal_card import goal_card
from components.i18n import _
from components.plan.naming import department_name
from metrics.actions.action import STATUSES, Action
from metrics.goals.goal import Goal, Kpi
from pages._context import department_names
from pages._goals.changing import add_number, change
from pages._goals.stored import Goals
from pages._plan.plan import every_action


def cards(found: Goals) -> None:
    """Draw the active goals, the whole organisation first, then the departments by name; closed ones below."""
    for owner, goals in groupby(_in_order(found.active), key=lambda goal: goal.department_id):
        st.header(plain(department_name(owner, department_names())), anchor=False)
        for goal in goals:
            _card(goal, found)
    if found.closed:
        with st.expander(_("Closed ({n})", n=len(found.closed)), icon=":material/inventory_2:"):
            for goal in _in_order(found.closed):
                st.markdown(f"**{plain(department_name(goal.department_id, department_names()))}**")
                _card(goal, found)


def _in_order(goals: list[Goal]) -> list[Goal]:
    names = department_names()

    def place(goal: Goal) -> tuple[bool, str, int, int]:
        owner = goal.department_id or 0
        return goal.department_id is not None, names.get(owner, "").casefold(), owner, goal.id

    return sorted(goals, key=place)


def _card(goal: Goal, found: Goals) -> None:
    def forms() -> None:
        left, right = st.columns(2)
        if goal.is_active:
            with left:
                add_number(goal)
        with right if goal.is_active else left:
            change(goal)

    goal_card(goal, found.rows[goal.id], forms, lambda kpi: _actions(goal, kpi))


def _actions(goal: Goal, kpi: Kpi) -> None:
    """A link to each action of the plan that should move the same number."""
    for action in every_action():
        if _works_on(action, goal, kpi):
            title, status = plain(action.title, 300), _(STATUSES[action.status])
            st.markdown(_("The action “{title}” is about this number: {status}.", title=title, status=status))
            address = sent_along({"view": "table", "action": str(action.id)})
            label = _("Open it in the action plan")
            st.page_link("plan.py", label=label, icon=":material/event_available:", query_params=address)


def _works_on(action: Action, goal: Goal, kpi: Kpi) -> bool:
    if kpi.metric is None or action.metric != kpi.metric or action.status == "dropped":
        return False
    return goal.department_id is None or action.department_id in (None, goal.department_id)
