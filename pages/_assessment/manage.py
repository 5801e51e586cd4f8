"""The rounds themselves: start one, close or reopen one; and who answers."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from components import notice
from components.address import go
from components.assessment.round_form import level_words, round_form
from components.assessment.who_form import who_form
from components.box import key_of_box, reader_changed
from components.escape import plain
from components.i18n import _, say
from data.assessments import add_respondent, close_assessment, reopen_assessment, set_target, start_assessment
from data.errors import StoreError
from metrics.maturity.questionnaire import LEVELS
from pages._assessment.place import ASSESSMENT, DIMENSION, WHO, Place
from pages._assessment.stored import questions_now
from pages._context import access, department_names, engine

PLACE = "assessment"
"""Where the page says what a button did."""
_START, _ADD = "assessment_start", "assessment_who"


def start_form() -> None:
    """Draw the form that starts a round."""
    round_form(_START, _start)


def start_section() -> None:
    """The same form for a page that shows a round already."""
    with st.expander(_("Start a new assessment"), key="assessment_new", icon=":material/add_circle:"):
        st.caption(_("A new round of answers. Earlier rounds stay, so that you can see what changed."))
        start_form()


def who_section(place: Place) -> None:
    """Ask who is there, as long as nobody is chosen."""
    st.header(_("Who are you?"), anchor=False)
    st.markdown(
        _(
            "Choose a role in the list above, or add yours. A role, never a name. Each department can answer the "
            "same questions: where answers differ is a finding too."
        )
    )
    if not place.closed:
        _form(place)


def add_section(place: Place) -> None:
    """Draw the form for one more respondent."""
    if place.who is not None and not place.closed:
        with st.expander(_("Add somebody who answers"), key="assessment_add_who", icon=":material/person_add:"):
            _form(place)


def state_section(place: Place) -> None:
    """Draw the level to reach, and the button that closes the round or opens it again."""
    number = place.assessment.id
    with st.container(horizontal=True, vertical_alignment="bottom", key="assessment_state"):
        target = key_of_box(f"assessment_target_{number}", place.assessment.target)
        st.session_state[target] = place.assessment.target
        st.selectbox(
            _("Level to reach"),
            list(LEVELS),
            format_func=level_words,
            key=target,
            on_change=_set_target,
            args=(number, target),
            disabled=place.closed,
            width=400,
        )
        if place.closed:
            label, key, icon, task = _("Open this assessment again"), "assessment_reopen", "lock_open", _reopen
        else:
            label, key, icon, task = _("Close this assessment"), "assessment_close", "lock", _close
        st.button(label, key=key, icon=f":material/{icon}:", on_click=task, args=(number,))


def _form(place: Place) -> None:
    notice.show(_ADD)

    def add(role: str, department: int | None) -> None:
        try:
            made = add_respondent(engine(), access(), place.assessment.id, department, role)
        except StoreError as error:
            notice.leave(_ADD, plain(say(error.message), 500), "problem")
        else:
            go(**{ASSESSMENT: str(place.assessment.id), WHO: str(made)})  # another may be on its way to the screen

    who_form(_ADD, department_names(), add)


def _start(name: str, day: date, target: int) -> None:
    try:
        made = start_assessment(engine(), access(), name, day, questions_now(), target)
    except StoreError as error:
        notice.leave(_START, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, _("The assessment has started. Every answer is saved at once."))
        go(**{ASSESSMENT: str(made), WHO: "", DIMENSION: ""})


def _set_target(assessment_id: int, key: str) -> None:
    if not reader_changed(key):
        return
    target = int(st.session_state[key])
    _change(lambda: set_target(engine(), access(), assessment_id, target), _("The level to reach is saved."))


def _close(assessment_id: int) -> None:
    done = _("The assessment is closed. Answers stay as they are, and it can be opened again.")
    _change(lambda: close_assessment(engine(), access(), assessment_id), done)


def _reopen(assessment_id: int) -> None:
    _change(lambda: reopen_assessment(engine(), access(), assessment_id), _("The assessment is open again."))


def _change(change: Callable[[], None], done: str) -> None:
    try:
        change()
    except StoreError as error:
        notice.leave(PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, done)
