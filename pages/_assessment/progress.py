"""How far the answers are: the page's finding, kept up to date while cards are answered one by one."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.address import go
from components.assessment.progress import dimension_line, progress_tables, progress_words
from components.i18n import _
from metrics.maturity.progress import Progress, progress
from pages._assessment.place import DIMENSION, Place
from pages._assessment.stored import answers


@dataclass(frozen=True)
class ProgressView:
    """The places of the page that say how far somebody is."""

    place: Place
    finding: DeltaGenerator
    line: DeltaGenerator

    def draw(self) -> None:
        """Say it, in the places that the page has for it.

        Each card does so when it is drawn: a fragment may only write outside itself where it did so before.
        """
        found = reached(self.place)
        self.finding.markdown(progress_words(found, self.place.questionnaire, somebody=self.place.who is None))
        self.line.caption(dimension_line(found, self.place.questionnaire))


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
        width="stretch",
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
