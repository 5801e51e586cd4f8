"""Who answers: a role, for a department or for the whole organisation; never a name."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.select import distinct
from metrics.maturity.answers import LONGEST_ROLE


def who_words(role: str, department: str | None) -> str:
    """A respondent as a line of a list: "Policy officer, Sport"."""
    if department is None:
        return _("{role}, whole organisation", role=bare(role, LONGEST_ROLE))
    return _("{role}, {department}", role=bare(role, LONGEST_ROLE), department=bare(department, LONGEST_ROLE))


def who_form(key: str, departments: Mapping[int, str], add: Callable[[str, int | None], None]) -> None:
    """Draw the form for one more respondent; `add` gets the role and the department (None: the whole organisation)."""
    role, department = f"{key}_role", f"{key}_department"
    choices: dict[int | None, str] = {None: _("The whole organisation")}
    choices |= {
        one: bare(departments[one], LONGEST_ROLE)
        for one in sorted(departments, key=lambda one: departments[one].casefold())
    }

    def pressed() -> None:
        add(str(st.session_state[role]), codes[st.session_state[department]])

    codes = {_code(one): one for one in choices}
    names = distinct({_code(one): name for one, name in choices.items()})
    with st.container(key=f"text_{key}"), st.form(f"{key}_form", border=False):
        st.text_input(
            _("Your role"),
            key=role,
            max_chars=LONGEST_ROLE,
            help=_("A role, not a name: “policy officer”, “head of department”, “web editor”."),
        )
        st.selectbox(_("You answer for"), list(names), format_func=names.__getitem__, key=department)
        st.form_submit_button(
            _("Answer in this role"), key=f"{key}_add", icon=":material/person_add:", on_click=pressed
        )


def _code(department: int | None) -> str:
    return "all" if department is None else str(department)
