"""What the tone of messages is worked out with, on the settings page."""

import streamlit as st

from components import notice
from components.i18n import _
from components.progress import Tell
from components.tone_model import tone_model_form
from data import scoring
from pages._context import access, engine
from pages._work import work

_PLACE = "tone_model"


def tone_model_section() -> None:
    """Draw the choice; what is saved has all tones worked out again."""
    st.header(_("Tone of messages"), anchor=False)
    notice.show(_PLACE)
    with st.container(key="text_tone_model"):
        st.markdown(_("The tone is that of the message, not what somebody thinks of your organisation."))
        chosen = tone_model_form(scoring.CHOICES, scoring.choice(engine(), access()))
    if chosen is None:
        return

    def save(tell: Tell) -> None:
        scoring.choose(engine(), access(), chosen)
        scoring.score(engine(), access(), tell)

    done = _("The choice is saved, and the tone of all messages was worked out with it.")
    work(_PLACE, _("Working out the tone of all messages"), save, done)
