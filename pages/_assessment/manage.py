"""The rounds themselves: start one, close or reopen one; and who answers."""

from collections.abc import Callable
from datetime import date

import streamlit as st
from sqlalchemy import Engine

from components import notice
from components.assessment.round_form import round_form
from components.assessment.who_form import who_form
from components.escape import plain
from components.i18n import _, say
from data.access import Access
from data.assessments import add_respondent, close_assessment, reopen_assessment, start_assessment
from data.errors import StoreError
from pages._assessment.place import ASSESSMENT, DIMENSION, WHO, Place, go
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
    """Draw the form for one more respondent: open as long as nobody is chosen."""
    if place.closed:
        return
    if place.who is None:
        st.header(_("Who are you?"), anchor=False)
        st.markdown(
            _(
                "Choose a role in the list above, or add yours. A role, never a name. Each department can answer the "
                "same questions: where answers differ is a finding too."
            )
        )
        with st.container(key="text_assessment_who"):
            _form(place)
        return
    with st.expander(_("Add somebody who answers"), key="assessment_add_who", icon=":material/person_add:"):
        _form(place)


def state_section(place: Place) -> None:
    """Draw the button that closes the round, or opens it again."""
    if place.closed:
        st.button(
            _("Open this assessment again"),
            key="assessment_reopen",
            icon=":material/lock_open:",
            on_click=_reopen,
            args=(place.assessment.id,),
        )
    else:
        st.button(
            _("Close this assessment"),
            key="assessment_close",
            icon=":material/lock:",
            on_click=_close,
            args=(place.assessment.id,),
            help=_("Answers stay as they are. It can be opened again."),
        )


def _form(place: Place) -> None:
    notice.show(_ADD)

    def add(role: str, department: int | None) -> None:
        try:
            made = add_respondent(engine(), access(), place.assessment.id, department, role)
        except StoreError as error:
            notice.leave(_ADD, plain(say(error.message), 500), "problem")
        else:
            go(**{WHO: str(made)})

    who_form(_ADD, department_names(), add)


def _start(name: str, day: date, target: int) -> None:
    try:
        made = start_assessment(engine(), access(), name, day, questions_now(), target)
    except StoreError as error:
        notice.leave(_START, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, _("The assessment has started. Every answer is saved at once."))
        go(**{ASSESSMENT: str(made), WHO: "", DIMENSION: ""})


def _close(assessment_id: int) -> None:
    _change(close_assessment, assessment_id, _("The assessment is closed."))


def _reopen(assessment_id: int) -> None:
    _change(reopen_assessment, assessment_id, _("The assessment is open again."))


def _change(change: Callable[[Engine, Access, int], None], assessment_id: int, done: str) -> None:
    try:
        change(engine(), access(), assessment_id)
    except StoreError as error:
        notice.leave(PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, done)
