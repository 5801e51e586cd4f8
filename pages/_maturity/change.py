"""The change since an earlier assessment."""

import streamlit as st

from components.address import choose_one
from components.escape import bare, plain
from components.i18n import _, day
from components.maturity.change import change_card
from components.select import distinct
from data.filters import Filters
from metrics.maturity.assessed import Assessed
from metrics.maturity.change import changed
from pages._assessed import assessed
from pages._assessment.place import round_words
from pages._assessment.stored import rounds
from pages._maturity.choice import source


def change_section(now: Assessed, asked: Filters | None) -> None:
    """Draw the choice of an earlier assessment, the newest before this one as the default, and what changed."""
    order = rounds()  # the newest first
    here = next(place for place, one in enumerate(order) if one.id == now.assessment.id)
    older = {str(one.id): one for one in order[here + 1 :]}
    if not older:
        text = _("There is no earlier assessment. Answer the questions again in a year; then the change is shown here.")
        st.info(text, icon=":material/info:")
        return
    names = distinct({code: round_words(one) for code, one in older.items()})
    chosen = choose_one("earlier", _("Compare with"), list(older), next(iter(older)), names.__getitem__, 400)
    before = assessed(older[chosen].id, asked)
    name = _("{name}, {day}", name=bare(older[chosen].name, 80), day=day(older[chosen].day))
    change_card(now.questionnaire, plain(name), changed(now, before), source(now, asked))
