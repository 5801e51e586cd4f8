"""What was a mistake can be put right: the name of a role or of the round, and a round that should not be there."""

import streamlit as st

from components import notice
from components.address import go
from components.escape import plain
from components.i18n import _, ngettext, say
from data.assessments import remove_assessment, rename_assessment, rename_respondent
from data.assessments.register import LONGEST_NAME
from data.errors import StoreError
from metrics.maturity.answers import LONGEST_ROLE
from pages._assessment.manage import PLACE
from pages._assessment.place import ASSESSMENT, DIMENSION, WHO, Place
from pages._assessment.stored import answers
from pages._context import access, engine


def mistakes_section(place: Place) -> None:
    """Draw the change of a role's name and of the round's, and the removal of the round."""
    with st.expander(_("Correct a mistake"), key="assessment_mistakes", icon=":material/edit:"):
        if place.who is not None and not place.closed:
            with st.form("assessment_rename_form", border=False):
                role = f"assessment_rename_{place.who.id}"
                st.text_input(_("Your role"), place.who.role, key=role, max_chars=LONGEST_ROLE)
                st.form_submit_button(
                    _("Save the role"), key="assessment_rename", on_click=_rename, args=(place.who.id, role)
                )
        with st.form("assessment_name_form", border=False):
            name = f"assessment_name_{place.assessment.id}"
            st.text_input(_("Name of the assessment"), place.assessment.name, key=name, max_chars=LONGEST_NAME)
            st.form_submit_button(
                _("Save the name"), key="assessment_name", on_click=_rename_round, args=(place.assessment.id, name)
            )
        count = len([one for one in answers(place.assessment.id).values() if one.state != "open"])
        sure = f"assessment_remove_sure_{place.assessment.id}"
        st.checkbox(
            ngettext(
                "Remove this assessment, with its {n} answer. This cannot be undone.",
                "Remove this assessment, with its {n} answers. This cannot be undone.",
                count,
            ),
            key=sure,
        )
        st.button(
            _("Remove this assessment"),
            key="assessment_remove",
            icon=":material/delete:",
            disabled=not st.session_state[sure],
            on_click=_remove,
            args=(place.assessment.id, sure),
        )


def _rename(respondent_id: int, key: str) -> None:
    try:
        rename_respondent(engine(), access(), respondent_id, str(st.session_state[key]))
    except StoreError as error:
        notice.leave(PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, _("The role is saved."))


def _rename_round(assessment_id: int, key: str) -> None:
    try:
        rename_assessment(engine(), access(), assessment_id, str(st.session_state[key]))
    except StoreError as error:
        notice.leave(PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, _("The name is saved."))


def _remove(assessment_id: int, sure: str) -> None:
    if not st.session_state[sure]:  # a disabled button is only the browser's word
        return
    try:
        remove_assessment(engine(), access(), assessment_id)
    except StoreError as error:
        notice.leave(PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(PLACE, _("The assessment is removed."))
        go(**{ASSESSMENT: "", WHO: "", DIMENSION: ""})
