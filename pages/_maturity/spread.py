"""How far departments and roles are apart."""

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.maturity.spread import Names, spread_card
from data.filters import Filters
from metrics.maturity.assessed import Assessed
from metrics.maturity.spread import spread
from pages._context import department_names
from pages._maturity.choice import source


def spread_section(now: Assessed, asked: Filters | None) -> None:
    """Draw both: between departments, and between roles."""
    if len(now.respondents) < 2:
        text = _("One person answers this assessment. With a second one, this view shows where they differ.")
        st.info(text, icon=":material/info:")
        return
    departments: dict[int | str | None, str] = {None: _("whole organisation")}
    departments.update(department_names())
    roles: Names = {" ".join(one.role.split()).casefold(): bare(one.role, 80) for one in now.respondents}
    where = source(now, asked)
    spread_card(
        "departments", _("Between departments"), now.questionnaire, spread(now, "department"), departments, where
    )
    spread_card("roles", _("Between roles"), now.questionnaire, spread(now, "role"), roles, where)
