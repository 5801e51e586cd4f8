"""The builder: a draft that starts from a template or a version, is changed element by element, and is then saved."""

import streamlit as st

from components import notice
from components.address import choose_one
from components.element_form import element_form
from components.escape import plain
from components.i18n import _
from components.kept import kept
from components.select import select
from data.guidelines import LONGEST
from metrics.guidelines.content import Guideline
from metrics.guidelines.elements import ELEMENTS
from metrics.guidelines.templates import TEMPLATES
from metrics.guidelines.versions import ORGANISATION, Scope
from pages._context import department_names
from pages._guidelines.checked import accounts
from pages._guidelines.draft import Draft, draft, drop, keep, start
from pages._guidelines.judged import key_of_store, versions
from pages._guidelines.reading import whose_words
from pages._guidelines.saving import removal, save_form

PLACE = "guideline"
_EMPTY = "empty"


def builder_section() -> None:
    """Draw the start of a draft, or the draft itself; then the removal of versions."""
    st.header(_("Write or change a guideline"), anchor=False)
    notice.show(PLACE)
    current = draft()
    if current is None:
        _start()
    else:
        _change(current)
    removal(PLACE)


def _start() -> None:
    st.markdown(
        _(
            "Choose for whom the guideline is and where to start. An account follows its own guideline, else that of "
            "its department, else that of the organisation. Nothing changes until you save."
        )
    )
    with st.container(key="text_guideline_start"):
        scopes = _scopes()
        names = kept((key_of_store(), "whose"), lambda: {code: whose_words(scope) for code, scope in scopes.items()})
        whose = select(_("For whom"), names, "all", key="whose")
        own = next((version for version in versions() if version.scope == scopes[whose]), None)
        general = next((version for version in versions() if version.scope == ORGANISATION), None)
        begin: dict[str, str] = {}
        if own is not None:
            begin["own"] = _("The newest version for {whose}", whose=whose_words(own.scope))
        if general is not None and general is not own:
            begin["general"] = _("The newest version for {whose}", whose=whose_words(ORGANISATION))
        begin |= {code: _("Template: {title}", title=_(one.title)) for code, one in TEMPLATES.items()}
        begin[_EMPTY] = _("An empty guideline")
        chosen = select(_("Start from"), begin, next(iter(begin)), key="guideline_start")
        if chosen in TEMPLATES:
            st.caption(_(TEMPLATES[chosen].about))
        if st.button(_("Start a draft"), key="guideline_go", type="primary", icon=":material/edit:"):
            known = {"own": own, "general": general}.get(chosen)
            content = known.content if known else TEMPLATES[chosen].filled(_) if chosen in TEMPLATES else Guideline()
            start(scopes[whose], content)
            st.rerun()


def _change(current: Draft) -> None:
    title = plain(current.content.title, 80) or _("without a title")
    st.info(
        _(
            "You are working on a draft: {title}, for {whose}. It is not saved yet.",
            title=title,
            whose=plain(whose_words(current.scope)),
        ),
        icon=":material/edit_note:",
    )
    with st.container(key="text_guideline_element"):
        code = choose_one("element", _("Element"), list(ELEMENTS), next(iter(ELEMENTS)), _element, 400)
        changed = element_form(ELEMENTS[code], current.content, f"draft{current.turn}_{code}", LONGEST)
        if changed is not None:
            keep(changed)
            notice.leave(
                PLACE,
                _("“{element}” is kept in the draft. Save the draft below when it is ready.", element=_element(code)),
            )
            st.rerun()
    save_form(PLACE, current)
    if st.button(_("Throw the draft away"), key="guideline_drop", icon=":material/delete:"):
        drop()
        st.rerun()


def _element(code: str) -> str:
    return _(ELEMENTS[code].title)


def _scopes() -> dict[str, Scope]:
    """For whom a guideline can be, by code."""
    return {
        "all": ORGANISATION,
        **{f"d{one}": (one, None) for one in department_names()},
        **{f"a{one}": (None, one) for one in accounts()},
    }
