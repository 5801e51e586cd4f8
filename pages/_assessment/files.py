"""Working offline: the assessment as a file, a file merged into it, and the questions on paper."""

import streamlit as st

from components.assessment.blank_form import blank_form_button
from components.assessment.merged import MergeResult, merge_form, merged_view
from components.i18n import _
from data.assessments.files import merge_file, read_file, to_file
from data.errors import StoreError
from metrics.maturity.questionnaire import Questionnaire
from pages._assessment.place import Place, person_words
from pages._assessment.stored import people
from pages._context import access, demo, engine, settings

_RESULT = "assessment_merged"


def blank_button(questionnaire: Questionnaire) -> None:
    """Draw the button for the questions on paper."""
    blank_form_button("assessment_blank", questionnaire, settings().organisation, demo=demo())


def files_section(place: Place) -> None:
    """Draw the files: take along, on paper, and back again."""
    with st.expander(_("Work offline: files and a form on paper"), key="assessment_files", icon=":material/folder:"):
        st.markdown(
            _(
                "Take the answers along as a file, for another computer with Answerable, and merge them here later. "
                "Merging overwrites nothing: where two answers differ, you choose."
            )
        )
        with st.container(horizontal=True):
            _download(place)
            blank_button(place.questionnaire)
        if not place.closed:
            file = merge_form("assessment")
            if file is not None:
                st.session_state[_RESULT] = _merge(place, file)
                st.rerun()
        result = st.session_state.pop(_RESULT, None)
        if result is not None:
            merged_view(result)


def _download(place: Place) -> None:
    store, who, number = engine(), access(), place.assessment.id  # the browser fetches it outside the run of the page

    def made() -> bytes:
        return to_file(store, who, number)

    st.download_button(
        _("Download the answers (JSON)"),
        data=made,
        file_name=f"assessment-{number}.json",
        mime="application/json",
        key="assessment_json",
        on_click="ignore",
        icon=":material/download:",
    )


def _merge(place: Place, content: bytes) -> MergeResult:
    try:
        merged = merge_file(engine(), access(), place.assessment.id, read_file(content))
    except StoreError as error:
        return MergeResult(error=error.message)
    names = {one.id: person_words(one) for one in people(place.assessment.id)}
    conflicts = [(names.get(one.respondent_id, ""), one) for one in merged.conflicts]
    return MergeResult(
        taken=merged.taken,
        conflicts=tuple(conflicts),
        questionnaire=place.questionnaire,
        version=merged.other_version,
        unknown_questions=merged.unknown_questions,
        unknown_departments=merged.unknown_departments,
    )
