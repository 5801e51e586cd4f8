"""The board, and the actions of one's own."""

import streamlit as st

from components import notice
from components.address import go
from components.escape import plain
from components.i18n import _, say
from components.plan.action_form import ActionWish, action_form
from components.plan.board import board
from data.actions import add_action, change_action
from data.errors import StoreError
from metrics.actions.action import Status
from pages._context import access, engine
from pages._plan.plan import ACTION, PLACE, VIEW, Plan
from pages._work import attempt, turn


def board_view(plan: Plan) -> None:
    """Draw the columns, then the form for an action that nobody suggested."""
    st.header(_("Board"), anchor=False)
    if plan.actions:
        board(plan.actions, plan.departments, plan.today, _move, _details)
    else:
        st.info(_("There are no actions yet. Take over a suggestion, or add one of your own."), icon=":material/info:")
    own_action(plan)


def own_action(plan: Plan) -> None:
    """Draw the form for an action of one's own."""
    with st.expander(_("Add an action of your own"), icon=":material/add:"):
        wish = action_form(f"own_{turn()}", ActionWish(""), plan.departments, _("Put in the plan"))
    if wish is not None:
        attempt(PLACE, lambda: _add(wish))


def _add(wish: ActionWish) -> str:
    add_action(
        engine(),
        access(),
        wish.title,
        department_id=wish.department_id,
        owner_role=wish.owner_role,
        status=wish.status,
        due_day=wish.due_day,
        metric=wish.metric,
        direction=wish.direction,
        control_id=wish.control_id,
    )
    return _("The action is in the plan.")


def _move(action: int, status: Status) -> None:
    """A callback: what was chosen is stored before anything is drawn."""
    try:
        change_action(engine(), access(), action, {"status": status})
    except StoreError as error:
        notice.leave(PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, _("The action is moved."))


def _details(action: int) -> None:
    """A callback: go to the action in the table."""
    go(**{VIEW: "table", ACTION: str(action)})
