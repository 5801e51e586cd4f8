"""How much each dimension counts in the total: shown, and to be changed."""

from collections.abc import Mapping

import streamlit as st

from components.escape import spoken
from components.i18n import _
from components.in_language import words
from metrics.maturity.questionnaire import Questionnaire

MOST = 10.0
_STEP = 0.5
_TITLE = 80


def weights_form(key: str, questionnaire: Questionnaire, weights: Mapping[str, float]) -> dict[str, float] | None:
    """Draw a number for each dimension, from 0 (does not count) to 10; on "Save", all of them by dimension."""
    with st.form(f"{key}_form", border=False):
        st.markdown(
            _(
                "A dimension with weight 2 counts twice as much as one with weight 1; weight 0 leaves it out of the "
                "total. The scores of the dimensions stay the same. Agree on the weights before you see the result."
            )
        )
        with st.container(horizontal=True):
            typed = {
                one.id: st.number_input(
                    spoken(words(one.title), _TITLE),
                    0.0,
                    MOST,
                    float(weights.get(one.id, one.weight)),
                    _STEP,
                    key=f"{key}_{one.id}",
                    format="%g",
                    width=220,
                )
                for one in questionnaire.dimensions
            }
        pressed = st.form_submit_button(_("Save the weights"), key=f"{key}_save", icon=":material/save:")
    return typed if pressed else None
