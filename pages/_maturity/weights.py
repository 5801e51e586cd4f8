"""The weights of the dimensions in the total of an assessment."""

import streamlit as st

from components import notice
from components.i18n import _
from components.maturity.weights_form import weights_form
from data.assessments import set_weights
from metrics.maturity.assessed import Assessed
from pages._context import access, engine
from pages._work import attempt, turn


def weights_section(now: Assessed) -> None:
    """Draw the form in an expander, for as long as the assessment is open; save what is chosen."""
    place = f"weights_{now.assessment.id}"
    notice.show(place)
    with st.expander(_("Weights of the dimensions"), key=place, on_change="rerun", icon=":material/balance:") as box:
        if not box.open:
            return
        if now.assessment.status == "closed":
            st.markdown(_("This assessment is closed, so its weights stay as they are. The total above shows them."))
            return
        chosen = weights_form(f"{place}_{turn()}", now.questionnaire, now.assessment.weights)
    if chosen is not None:
        attempt(place, lambda: _save(now.assessment.id, chosen))


def _save(assessment_id: int, weights: dict[str, float]) -> str:
    set_weights(engine(), access(), assessment_id, weights)
    return _("The weights are saved.")
