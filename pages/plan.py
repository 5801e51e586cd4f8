"""What do you do next, and did it help? Actions from suggestion to result, with the comparison chosen beforehand."""

import streamlit as st

from components import notice
from components.address import choose_one
from components.i18n import _, say
from components.page import finding, notes, page
from metrics.actions.headline import headline
from metrics.words import N_
from pages._assessment.stored import rounds
from pages._context import demo, filters
from pages._maturity.choice import choose_assessment, remarks
from pages._plan.board import board_view
from pages._plan.files import files_section
from pages._plan.plan import PLACE, VIEW, plan
from pages._plan.results import results_view
from pages._plan.suggestions import suggestions_view
from pages._plan.table import table_view

VIEWS = {
    "suggestions": (N_("Suggestions"), suggestions_view),
    "board": (N_("Board"), board_view),
    "table": (N_("Table"), table_view),
    "results": (N_("Results"), results_view),
}


def main() -> None:
    """Draw the page: the finding, then one view of the plan."""
    known = rounds()
    place = page(
        _("Action plan"),
        question=_("What do you do next, and did it help? Decide who does what by when, and what should show it."),
        demo=demo() or any(one.is_demo for one in known),
    )
    asked = filters()
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan_bar"):
        chosen = choose_assessment(known) if known else None
        view = choose_one(VIEW, _("Show"), list(VIEWS), "suggestions", lambda code: _(VIEWS[code][0]))
    found = plan(None if chosen is None else chosen.id, asked)
    finding(place, " ".join(say(sentence) for sentence in headline(found.actions, found.items, found.today)))
    if found.assessment is not None and view == "suggestions":
        notes(remarks(asked))
    notice.show(PLACE)
    VIEWS[view][1](found)
    if found.actions:
        files_section(found)


main()
