"""The language switch in the frame."""

import streamlit as st

from components.address import choose_one
from components.catalogues import languages, name_of
from components.i18n import PARAMETER, _, browser_language, detect


def switch() -> str:
    """A select box with the languages there are.

    The choice stands in the address as `?lang=`, unless it is the language of the browser.
    """
    st.session_state.setdefault(PARAMETER, detect())
    with st.container(key="language"):
        return choose_one(PARAMETER, _("Language"), languages(), browser_language(), name_of)
