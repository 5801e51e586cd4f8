"""Let the machine learn from the labels, where that makes it better."""

import streamlit as st

from components import notice
from components.i18n import _, say
from components.labelling.results import layer_words
from components.progress import Tell
from data.labelling import switched_on, try_out, use_layer
from data.scoring import score
from metrics.text.labels import TaskCode
from metrics.words import Message
from pages._context import access, engine
from pages._links import link
from pages._work import work

_PLACE = "label_layer"
_ASKED = "_layer_asked"  # learning takes long, so no page does it by itself


def layer_section(task: TaskCode) -> None:
    """Draw whether the machine learns from the labels, what that is worth, and the buttons for those who decide."""
    with st.container(border=True, key="card_layer"):
        st.header(_("Learn from the labels"), anchor=False)
        notice.show(_PLACE)
        if task == "needs_reply":
            st.markdown(_("Whether classes are learned from these labels is decided on another page."))
            link("responsiveness", _("To the page Responsiveness"), ":material/arrow_forward:")
            return
        used = switched_on(engine(), access())
        if used:
            st.markdown(_("What was learned from your labels is in use."))
        st.button(_("Find out what learning is worth"), key="layer_try", on_click=_ask, icon=":material/science:")
        if not st.session_state.get(_ASKED):
            st.caption(_("This takes a minute or two."))
            return
        with st.spinner(_("The labels are learned from, five times over")):
            found = try_out(engine(), access())
        if isinstance(found, Message):
            st.markdown(say(found))
            return
        st.markdown(layer_words(found.better, found.n))
        if access().may("administer"):
            _buttons(used)


def _ask() -> None:
    st.session_state[_ASKED] = True


def _buttons(used: bool) -> None:
    if used:
        again, back = st.columns(2)
        if again.button(_("Learn again from all labels"), key="layer_again", icon=":material/school:"):
            _use(True)
        if back.button(_("Go back to the model alone"), key="layer_back", icon=":material/undo:"):
            _use(False)
    elif st.button(_("Use what was learned"), key="layer_use", type="primary", icon=":material/school:"):
        _use(True)


def _use(on: bool) -> None:
    def task(tell: Tell) -> None:
        use_layer(engine(), access(), on)
        score(engine(), access(), tell)

    work(_PLACE, _("All messages are scored again"), task, _("All figures count by it from now on."))
