"""The plan as a table with filters, and one action to change, register, drop or remove."""

import streamlit as st

from components.address import choose_many, choose_one
from components.escape import bare, plain
from components.first_drawn import first_drawn
from components.i18n import _, ngettext
from components.plan.action_form import ActionWish, action_form
from components.plan.registration import Comparison, registered_words, registration_form
from components.plan.table import history_table, plan_table
from components.select import distinct
from components.table import html_table
from data.actions import change_action, history, register_action, remove_action
from data.actions.registering import earliest_start
from metrics.actions.action import STATUSES, Action
from pages._context import access, engine
from pages._plan.board import own_action
from pages._plan.plan import ACTION, PLACE, Plan
from pages._work import attempt, turn

_WHOLE = "0"


def table_view(plan: Plan) -> None:
    """Draw the table with its filters, then the action that is chosen."""
    st.header(_("All actions"), anchor=False)
    if not plan.actions:
        st.info(_("There are no actions yet. Take over a suggestion, or add one of your own."), icon=":material/info:")
        own_action(plan)
        return
    shown = _filtered(plan)
    st.markdown(ngettext("{k} of {n} action.", "{k} of {n} actions.", len(plan.actions), k=len(shown)))
    if shown:
        html_table(plan_table(shown, plan.departments, plan.today), _("All actions"))
    _one(plan)
    own_action(plan)


def _filtered(plan: Plan) -> list[Action]:
    """Draw the filters; the actions that are left."""
    first, second = st.columns(2)
    with first:
        words: dict[str, str] = {code: _(status) for code, status in STATUSES.items()}
        states = choose_many("status", _("Status"), list(words), words.__getitem__, _("Every status"))
    names = distinct(
        {_WHOLE: _("The whole organisation")} | {str(one): bare(name) for one, name in plan.departments.items()}
    )
    with second:
        owners = choose_many("whose", _("Department"), list(names), names.__getitem__, _("Every department"))
    return [
        one
        for one in plan.actions
        if (not states or one.status in states) and (not owners or str(one.department_id or 0) in owners)
    ]


def _one(plan: Plan) -> None:
    """Draw the action that is chosen, with everything that can be done with it."""
    st.header(_("One action"), anchor=False)
    names = distinct({str(one.id): bare(one.title, 90) for one in plan.actions})
    chosen = plan.action(int(choose_one(ACTION, _("Action"), list(names), next(iter(names)), names.__getitem__)))
    if chosen is None:
        return
    _change(chosen, plan)
    if chosen.is_registered:
        st.markdown(f":material/lock: {registered_words(chosen, plan.departments)}")
    else:
        _register(chosen, plan)
    with st.expander(_("History"), icon=":material/history:", key=f"history_{chosen.id}", on_change="rerun") as box:
        if box.open:
            html_table(history_table(history(engine(), access(), chosen.id), plan.departments), _("History"))
    if not chosen.is_registered:
        _remove(chosen)


def _change(one: Action, plan: Plan) -> None:
    stored = ActionWish(
        one.title, one.owner_role, one.department_id, one.status, one.due_day, one.metric, one.direction, one.control_id
    )
    key = f"change_{one.id}_{turn()}"
    start = first_drawn(f"{key}_title", stored)
    with st.expander(_("Change this action"), icon=":material/edit:"):
        wish = action_form(key, start, plan.departments, _("Save the changes"), one.is_registered)
    if wish is not None:
        changes = {name: value for name, value in vars(wish).items() if value != getattr(start, name)}
        attempt(PLACE, lambda: _changed(one.id, changes))


def _changed(action: int, changes: dict[str, object]) -> str:
    change_action(engine(), access(), action, changes)
    return _("The changes are saved.")


def _register(one: Action, plan: Plan) -> None:
    with st.expander(_("Register the comparison, before the start"), icon=":material/lock:"):
        earliest = earliest_start(engine(), access())
        wish = registration_form(f"register_{one.id}_{turn()}", one, plan.departments, earliest)
    if wish is not None:
        attempt(PLACE, lambda: _registered(one.id, wish))


def _registered(action: int, wish: Comparison) -> str:
    register_action(
        engine(),
        access(),
        action,
        wish.metric,
        wish.direction,
        wish.control_id,
        wish.start_day,
        wish.expectation,
    )
    return _("The comparison is registered. It cannot be changed any more.")


def _remove(one: Action) -> None:
    with st.expander(_("Remove this action"), icon=":material/delete:"):
        st.caption(_("For mistakes only. An action that you decided against is better set to “Dropped”."))
        sure = st.checkbox(_("Yes, remove “{title}”", title=plain(one.title, 60)), key=f"sure_{one.id}")
        if st.button(_("Remove it"), key=f"remove_{one.id}", disabled=not sure) and sure:
            attempt(PLACE, lambda: _removed(one.id))


def _removed(action: int) -> str:
    remove_action(engine(), access(), action)
    return _("The action is removed.")
