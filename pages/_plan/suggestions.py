"""The view of what is suggested: from every item below target and every contradiction, with a form to take it over."""

from collections.abc import Iterable

import streamlit as st

from components.address import choose_one
from components.escape import plain
from components.i18n import _
from components.maturity.naming import dimension_words
from components.plan.action_form import ActionWish, action_form
from components.plan.naming import suggestion_title
from components.plan.suggestion_card import Asked, suggestion_card
from data.actions import add_action
from metrics.actions.suggestions import Item, Suggestion
from metrics.maturity.assessed import Assessed
from pages._context import access, engine
from pages._links import link
from pages._maturity.choice import people
from pages._plan.plan import PLACE, Plan
from pages._work import attempt, turn

_ALL = "all"
_OPEN = "_plan_open"
_FEW = 6
"""So many items are all open; of more, those that data contradict. A dimension has at most as many."""


def suggestions_view(plan: Plan) -> None:
    """Draw what data contradict first and open, then the others in a drawer for each dimension."""
    st.header(_("What you could do"), anchor=False)
    if plan.assessment is None:
        st.info(_("There is no assessment yet. Suggestions follow from its answers."), icon=":material/info:")
        link("assessment", _("Start the self-assessment"), ":material/checklist:")
        return
    if not plan.items:
        text = _("Nothing is suggested: no answer is below the target, and data contradict none.")
        st.info(text, icon=":material/info:")
        return
    now = plan.assessment
    dimensions = dict.fromkeys(item.question.dimension for item in plan.items)
    names = {_ALL: _("All dimensions")} | {one: dimension_words(now.questionnaire, one) for one in dimensions}
    chosen = choose_one("dimension", _("Dimension"), list(names), _ALL, names.__getitem__, 400)
    st.caption(
        _(
            "Each suggestion follows from the answer that was given. What data contradict comes first, then each "
            "dimension, the lowest level first. Change the words until they fit."
        )
    )
    asked = Asked(now.questionnaire, now.assessment.target, people(now))
    shown = [item for item in plan.items if chosen in (_ALL, item.question.dimension)]
    _items([item for item in shown if item.contradictions], asked, plan, now)
    for dimension in dimensions:
        items = [item for item in shown if item.question.dimension == dimension and not item.contradictions]
        if items:
            label = _("{dimension} ({n})", dimension=plain(names[dimension]), n=len(items))
            key = f"suggested_{dimension}_{chosen}"  # another choice, another drawer
            with st.expander(label, expanded=len(shown) <= _FEW, key=key, on_change="rerun") as box:
                if box.open:
                    _items(items, asked, plan, now)


def _items(items: Iterable[Item], asked: Asked, plan: Plan, now: Assessed) -> None:
    for item in items:
        with st.container(border=True, key=f"card_item_{item.question.id}"):
            codes = {id(one): f"{item.question.id}_{place}" for place, one in enumerate(item.suggestions)}
            wanted = suggestion_card(item, asked, lambda one, codes=codes: codes[id(one)], _open())  # type: ignore[misc]
            if wanted is None:
                continue
            code = codes[id(wanted)]
            if code != _open():
                st.session_state[_OPEN] = code
                st.rerun()
            _take(code, wanted, plan, now)


def _open() -> str:
    return str(st.session_state.get(_OPEN, ""))


def _take(code: str, wanted: Suggestion, plan: Plan, now: Assessed) -> None:
    """The form of the suggestion that is open."""
    owners = {one.department_id for one in now.respondents if one.id in wanted.respondents}
    owner = owners.pop() if len(owners) == 1 else None
    start = ActionWish(suggestion_title(wanted), "", owner, "planned", None, wanted.metric, wanted.direction)
    wish = action_form(f"take_{code}_{turn()}", start, plan.departments, _("Put in the plan"))
    if st.button(_("Not now"), key=f"not_{code}"):
        st.session_state.pop(_OPEN, None)
        st.rerun()
    if wish is not None:
        attempt(PLACE, lambda: _add(wish, wanted, now.assessment.id))


def _add(wish: ActionWish, wanted: Suggestion, assessment_id: int) -> str:
    add_action(
        engine(),
        access(),
        wish.title,
        assessment_id=assessment_id,
        question=wanted.question,
        reason=wanted.reason,
        department_id=wish.department_id,
        owner_role=wish.owner_role,
        status=wish.status,
        due_day=wish.due_day,
        metric=wish.metric,
        direction=wish.direction,
        control_id=wish.control_id,
    )
    st.session_state.pop(_OPEN, None)
    return _("The action is in the plan.")
