"""What do you have in place? The self-assessment: 33 questions in 7 dimensions, one screen for each dimension."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import notice
from components.assessment.blank_form import style_note, version_words
from components.escape import plain
from components.i18n import _, say
from components.page import finding, page
from data.errors import StoreError
from metrics.maturity.questionnaire import Questionnaire
from pages._assessment.files import blank_button, files_section
from pages._assessment.manage import PLACE, add_section, start_form, start_section, state_section
from pages._assessment.mistakes import mistakes_section
from pages._assessment.place import choose_place
from pages._assessment.screen import screen
from pages._assessment.stored import questions_now, rounds
from pages._context import demo
from pages._links import link


def main() -> None:
    """Draw the page: the questions of one round, or the start of the first one."""
    place = page(
        _("Self-assessment"),
        question=_("What do you have in place? Answer what is true today; the data are shown beside it afterwards."),
        demo=demo(),
    )
    found = rounds()
    if not found:
        notice.show(PLACE)
        _first(place)
        return
    line = st.empty()
    notice.show(PLACE)
    first, second, third = st.columns(3)
    here = choose_place(found, first, second)
    screen(here, place, line, third)
    st.header(_("This assessment"), anchor=False)
    add_section(here)
    files_section(here)
    start_section()
    mistakes_section(here)
    state_section(here)
    _what_it_is(here.questionnaire)


def _first(place: DeltaGenerator) -> None:
    try:
        questionnaire = questions_now()
    except StoreError as error:  # an update of the product can clash with a file that was saved before
        finding(place, _("Your own questions no longer fit. {problem}", problem=plain(say(error.message), 500)))
        link("settings", _("Change or remove them under Settings"), ":material/settings:")
        return
    finding(
        place,
        _(
            "There is no assessment yet. Start one below: {n} questions in {dimensions} dimensions, in your own time, "
            "with as many colleagues as you like.",
            n=len(questionnaire.questions),
            dimensions=len(questionnaire.dimensions),
        ),
    )
    with st.container(key="text_first_assessment"):
        st.header(_("Start an assessment"), anchor=False)
        start_form()
        st.markdown(_("Rather on paper first? Print the questions, and fill in the answers here later."))
        blank_button(questionnaire)
    _what_it_is(questionnaire)


def _what_it_is(questionnaire: Questionnaire) -> None:
    st.caption(f"{style_note()} {plain(version_words(questionnaire))}.")


main()
