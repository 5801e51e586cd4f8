"""What the tone of messages is worked out with: a choice, and what each means."""

from collections.abc import Mapping

import streamlit as st

from components.i18n import _


def tone_model_form(labels: Mapping[str, str], current: str) -> str | None:
    """Draw the choices (labels by code, to be translated); on "Save", the one that is chosen now."""
    meanings = {
        "automatic": _("The larger model where it is installed, else the small one. Right most often."),
        "model": _("Fast, in many languages. Some of the texts it learned from were made for research."),
        "rules": _("Lists of scored words, in 103 languages. Wrong more often, and nobody's texts are behind it."),
    }
    chosen = st.radio(
        _("What works out the tone of messages"),
        list(labels),
        list(labels).index(current),
        format_func=lambda code: _(labels[code]),
        captions=[meanings.get(code, "") for code in labels],
        key="tone_model",
    )
    if st.button(_("Save and work out tones again"), key="tone_model_save", icon=":material/save:"):
        return chosen
    return None
