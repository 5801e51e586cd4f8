"""The forms of the page: a goal to add, change, close or remove, and its numbers."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.escape import bare, plain
from components.first_drawn import first_drawn
from components.goals.goal_form import GoalWish, goal_form
from components.goals.kpi_form import KpiWish, kpi_form, new_kpi_form
from components.goals.naming import kpi_name
from components.i18n import _
from components.select import distinct, select
from data.goals import add_goal, add_kpi, change_goal, change_kpi, remove_goal, remove_kpi
from metrics.goals.goal import Goal, Kpi
from pages._context import access, department_names, engine
from pages._goals.stored import PLACE
from pages._work import attempt, turn


def add(expanded: bool) -> None:
    """Draw the form for a new goal."""
    with st.expander(_("Add a goal"), expanded, icon=":material/add:"):
        wish = goal_form(f"goal_new_{turn()}", GoalWish(""), _departments(), _("Add the goal"))
    if wish is not None:
        attempt(PLACE, lambda: _added(wish))


def add_number(goal: Goal) -> None:
    """Draw the form for a new number of a goal; open while it has none."""
    label, key = _("Add a number"), f"kpi_new_{goal.id}_{turn()}"
    with st.expander(label, expanded=not goal.kpis, icon=":material/add:", key=f"box_{key}", on_change="rerun") as box:
        wish = new_kpi_form(key, _("Add the number")) if box.open else None
    if wish is not None:
        attempt(PLACE, lambda: _number_added(goal.id, wish))


def change(goal: Goal) -> None:
    """Draw what can be changed of a goal and of one of its numbers."""
    key = f"change_goal_{goal.id}_{turn()}"
    label = _("Change this goal or its numbers")
    with st.expander(label, icon=":material/edit:", key=f"box_{key}", on_change="rerun") as box:
        if not box.open:
            return
        start = first_drawn(f"{key}_title", GoalWish(goal.title, goal.department_id))
        wish = goal_form(key, start, _departments(), _("Save the goal"))
        if wish is not None:
            _attempt(lambda: change_goal(engine(), access(), goal.id, _different(wish, start)))
        if goal.kpis:
            _number(goal, key)
        _close(goal, key)


def _number(goal: Goal, key: str) -> None:
    names = distinct({kpi.id: bare(kpi_name(kpi), 90) for kpi in goal.kpis})
    chosen = select(_("Number to change"), names, goal.kpis[0].id, key=f"{key}_kpi")
    kpi = next(one for one in goal.kpis if one.id == chosen)
    place = f"{key}_kpi_{kpi.id}"
    start = first_drawn(f"{place}_direction", _wish(kpi))
    wish = kpi_form(place, start, _("Save the number"))
    if wish is not None:
        _attempt(lambda: change_kpi(engine(), access(), kpi.id, _different(wish, start)))
    if _sure(_("Yes, remove “{name}”", name=plain(names[chosen], 60)), _("Remove the number"), f"{place}_remove"):
        _attempt(lambda: remove_kpi(engine(), access(), kpi.id))


def _close(goal: Goal, key: str) -> None:
    if goal.is_active:
        if st.button(_("Close this goal"), key=f"{key}_close", icon=":material/inventory_2:"):
            _attempt(lambda: change_goal(engine(), access(), goal.id, {"status": "closed"}))
    elif st.button(_("Open this goal again"), key=f"{key}_open", icon=":material/undo:"):
        _attempt(lambda: change_goal(engine(), access(), goal.id, {"status": "active"}))
    st.caption(_("A goal that was reached or given up is closed. Removing is for mistakes: its numbers go with it."))
    if _sure(_("Yes, remove “{name}”", name=plain(goal.title, 60)), _("Remove the goal"), f"{key}_remove"):
        _attempt(lambda: remove_goal(engine(), access(), goal.id))


def _sure(question: str, button: str, key: str) -> bool:
    sure = st.checkbox(question, key=f"{key}_sure")
    return st.button(button, key=key, icon=":material/delete:", disabled=not sure) and sure


def _attempt(work: Any) -> None:
    def task() -> str:
        work()
        return _("The changes are saved.")

    attempt(PLACE, task)


def _added(wish: GoalWish) -> str:
    add_goal(engine(), access(), wish.title, department_id=wish.department_id)
    return _("The goal is added. Give it a number that shows whether it comes nearer.")


def _number_added(goal: int, wish: KpiWish) -> str:
    add_kpi(engine(), access(), goal, **vars(wish))
    return _("The number is added.")


def _wish(kpi: Kpi) -> KpiWish:
    return KpiWish(kpi.metric, kpi.name, kpi.level, kpi.direction, kpi.target, kpi.source)


def _different(wish: Any, start: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(wish).items() if value != getattr(start, name)}


def _departments() -> Mapping[int, str]:
    names = department_names()
    return {one: names[one] for one in sorted(names, key=lambda one: names[one].casefold())}
