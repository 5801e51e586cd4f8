"""Do your claims hold? The self-assessment as scores, each claim beside what was measured."""

import streamlit as st

from components.address import choose_one
from components.assessment.blank_form import style_note, version_words
from components.escape import plain
from components.i18n import _
from components.maturity.headline import counts_line, headline
from components.page import finding, notes, page
from metrics.maturity.claimed import claim_counts, item_claims
from metrics.maturity.scores import scores_of
from metrics.words import N_
from pages._assessed import assessed
from pages._assessment.stored import rounds
from pages._context import demo, filters
from pages._links import link
from pages._maturity.change import change_section
from pages._maturity.choice import ASSESSMENT, choose_assessment, remarks
from pages._maturity.claims import claims_section
from pages._maturity.dimensions import dimensions_section
from pages._maturity.oecd import oecd_section
from pages._maturity.spread import spread_section

VIEWS = {
    "dimensions": (N_("Dimensions"), dimensions_section),
    "claims": (N_("Claims beside evidence"), claims_section),
    "spread": (N_("Spread between people"), spread_section),
    "change": (N_("Change since earlier"), change_section),
    "oecd": (N_("OECD questions and other bodies"), oecd_section),
}


def main() -> None:
    """Draw the page: the finding, then one view of the assessment that is chosen."""
    found = rounds()
    place = page(
        _("Maturity"),
        question=_("Does what you say about social media hold? Decide which claim or which dimension to work on."),
        demo=demo() or any(one.is_demo for one in found),
    )
    asked = filters()
    if not found:
        finding(place, _("There is no assessment yet. Answer the self-assessment first; its results are shown here."))
        link("assessment", _("Start the self-assessment"), ":material/checklist:")
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="maturity_bar"):
        chosen = choose_assessment(found)
        view = choose_one("view", _("Show"), list(VIEWS), "dimensions", lambda code: _(VIEWS[code][0]))
    now = assessed(chosen.id, asked)
    claims = item_claims(now)
    counts = claim_counts(claims, len(now.questionnaire.questions))
    finding(place, headline(now.questionnaire, scores_of(now), counts))
    st.markdown(counts_line(counts))
    st.caption(f"{style_note()} {_('Self-assessment.')} {plain(version_words(now.questionnaire))}.")
    notes(remarks(asked))
    VIEWS[view][1](now, asked)
    link(ASSESSMENT, _("Change the answers"), ":material/edit:")


main()
