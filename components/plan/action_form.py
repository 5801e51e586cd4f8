"""The form of an action: what has to be done, by whom, when, and which number should show it."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.day_field import day_field, read_day
from components.escape import bare
from components.i18n import _
from components.plan.naming import LONGEST
from components.select import select
from metrics.actions.action import DIRECTIONS, STATUSES, Direction, Status
from metrics.registry import offered

_NONE = ""
_ROLE = 120


@dataclass(frozen=True)
class ActionWish:
    """What somebody wants an action to be. A value of None is not filled in (`department_id`: of everybody)."""

    title: str
    owner_role: str = ""
    department_id: int | None = None
    status: Status = "idea"
    due_day: int | None = None
    metric: str | None = None
    direction: Direction | None = None
    control_id: int | None = None


def action_form(
    key: str, start: ActionWish, departments: Mapping[int, str], button: str, locked: bool = False
) -> ActionWish | None:
    """Draw the form, filled with `start`; what was wished once it is sent. What cannot be read is said in place.

    `locked`: the comparison is registered, so whose number it is and which one cannot be chosen any more.
    """
    names = {one: bare(name) for one, name in departments.items()}
    with st.form(key, border=False):
        title = st.text_area(_("What has to be done"), start.title, key=f"{key}_title", max_chars=LONGEST, height=80)
        first, second, third = st.columns(3)
        with first:
            role = st.text_input(
                _("Who is in charge (role)"),
                start.owner_role,
                key=f"{key}_role",
                max_chars=_ROLE,
                help=_("A role, not a name: “policy officer”, “head of department”, “web editor”."),
            )
        with second:
            status = select(_("Status"), _statuses(), start.status, key=f"{key}_status")
        with third:
            due = day_field(_("Ready by"), start.due_day, f"{key}_due")
        owner, metric, direction, control = start.department_id, start.metric, start.direction, start.control_id
        if locked:
            st.caption(_("The comparison is registered: department and number stay as they are."))
        else:
            owner = _department(_("Department"), _("The whole organisation"), names, owner, f"{key}_department")
            metric, direction, control = comparison_fields(key, metric, direction, control, names)
        if not st.form_submit_button(button, key=f"{key}_go", type="primary", icon=":material/save:"):
            return None
    due_day = read_day(due)
    if due.strip() and due_day is None:
        st.error(_("Ready by: write year-month-day, for example 2027-01-31, or leave it empty."))
        return None
    return ActionWish(title, role, owner, status, due_day, metric, direction, control)


def comparison_fields(
    key: str, metric: str | None, direction: Direction | None, control: int | None, departments: Mapping[int, str]
) -> tuple[str | None, Direction | None, int | None]:
    """Draw the choice of a number, which way it should go, and the department that it is compared with."""
    numbers = {_NONE: _("Nothing is measured")} | {one.id: _(one.label) for one in offered()}
    ways: dict[str, str] = {_NONE: _("Not chosen yet")} | {code: _(words) for code, words in DIRECTIONS.items()}
    first, second, third = st.columns(3)
    with first:
        known = metric if metric in numbers else _NONE
        chosen = select(_("Number that should change"), numbers, known or _NONE, key=f"{key}_metric")
    with second:
        way = select(_("What you expect of it"), ways, direction or _NONE, key=f"{key}_direction")
    with third:
        label = _("Department to compare with")
        compared = _department(label, _("No comparison"), departments, control, f"{key}_control")
    return chosen or None, next((code for code in DIRECTIONS if code == way), None), compared


def _statuses() -> dict[Status, str]:
    return {code: _(words) for code, words in STATUSES.items()}


def _department(label: str, nobody: str, names: Mapping[int, str], start: int | None, key: str) -> int | None:
    return select(label, {0: nobody, **names}, start if start is not None and start in names else 0, key=key) or None
