"""How far the answers are: the page's finding, kept up to date while cards are answered one by one."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.assessment.progress import dimension_line, progress_tables, progress_words
from components.i18n import _
from components.page import finding
from metrics.maturity.progress import Progress, progress
from pages._assessment.place import DIMENSION, Place, go
from pages._assessment.stored import answers
from pages._guidelines.judged import key_of_store

_DRAWN = "assessment_progress_drawn"


@dataclass(frozen=True)
class ProgressView:
    """The places of the page that say how far somebody is."""

    place: Place
    finding: DeltaGenerator
    line: DeltaGenerator

    def draw(self) -> Progress:
        """Say it, in the places that the page has for it."""
        st.session_state[_DRAWN] = key_of_store()
        found = reached(self.place)
        finding(self.finding, progress_words(found, self.place.questionnaire, somebody=self.place.who is None))
        self.line.caption(dimension_line(found, self.place.questionnaire))
        return found

    def refresh(self) -> None:
        """Say it again, after an answer was saved while the rest of the page stood still."""
        if st.session_state.get(_DRAWN) != key_of_store():
            self.draw()


def reached(place: Place) -> Progress:
    """How far the one who answers is; all who answer together, when nobody was chosen."""
    found = answers(place.assessment.id).values()
    who = place.who
    return progress(place.questionnaire, [one for one in found if who is None or one.respondent_id == who.id])


def next_button(found: Progress, dimension: str) -> None:
    """A button to the next open question, when it is in another dimension."""
    following = next((one for one in found.open if one.dimension != dimension), None)
    if following is None or (found.open and found.open[0].dimension == dimension):
        return
    st.button(
        _("Go to {question}", question=following.id),
        key="assessment_next_open",
        icon=":material/arrow_forward:",
        on_click=go,
        kwargs={DIMENSION: following.dimension},
    )


def progress_section(place: Place) -> None:
    """Draw progress by dimension and by recommendation, when it is opened."""
    with st.expander(
        _("Progress by dimension and recommendation"),
        key="assessment_progress",
        on_change="rerun",
        icon=":material/checklist:",
    ) as box:
        if box.open:
            progress_tables(reached(place), place.questionnaire)
