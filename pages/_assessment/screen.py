"""One dimension: its questions as cards, and the way to the next one."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.address import go
from components.escape import plain
from components.i18n import _
from components.in_language import words
from components.page import finding_slot
from metrics.maturity.questionnaire import Dimension, Questionnaire
from pages._assessment.card import card
from pages._assessment.manage import who_section
from pages._assessment.place import DIMENSION, Place, choose_dimension
from pages._assessment.progress import ProgressView, next_button, progress_section, reached

_LONG = 200


def screen(place: Place, finding: DeltaGenerator, line: DeltaGenerator, choice: DeltaGenerator) -> None:
    """Draw the questions for the one who answers; `finding`, `line` and `choice` are places above them."""
    view = ProgressView(place, finding_slot(finding), line)
    view.draw()
    if place.closed:
        st.info(_("This assessment is closed. Open it again below to change answers."), icon=":material/lock:")
    if place.who is None:
        who_section(place)
        progress_section(place)
        return
    with choice:
        dimension = choose_dimension(place.questionnaire)
    wide, narrow = st.columns([5, 1])
    with wide:
        progress_section(place)
    with narrow:
        next_button(reached(place), dimension.id)
    with st.container(key=f"screen_{dimension.id}"):  # the frame's script goes to the top of a new one
        st.header(plain(words(dimension.title), _LONG), anchor=False)
    if recommendation := place.questionnaire.recommendations.get(dimension.recommendation):
        st.caption(_("The brief recommends: {text}", text=plain(words(recommendation), _LONG)))
    for question in place.questionnaire.of(dimension.id):
        card(place, place.who, question, view.draw)
    _onwards(place.questionnaire, dimension)


def _onwards(questionnaire: Questionnaire, dimension: Dimension) -> None:
    """Draw the ways to the dimension before and after."""
    known = [one for one in questionnaire.dimensions if questionnaire.of(one.id)]
    here = known.index(dimension)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="assessment_onwards"):
        if here > 0:
            _way(
                _("Back to {dimension}", dimension=plain(words(known[here - 1].title), _LONG)), known[here - 1], "back"
            )
        if here + 1 < len(known):
            _way(_("On to {dimension}", dimension=plain(words(known[here + 1].title), _LONG)), known[here + 1], "on")


def _way(label: str, dimension: Dimension, key: str) -> None:
    st.button(label, key=f"assessment_{key}", on_click=go, kwargs={DIMENSION: dimension.id})
