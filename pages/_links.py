"""Links to pages that may not be there yet: a page enters the menu when it works."""

from collections.abc import Mapping

import streamlit as st

from components.i18n import _
from pages._menu import SECTIONS, Entry


def evidence_link(name: str, address: Mapping[str, str]) -> None:
    """Draw a link to the page where the evidence of a claim is, when that page is in the menu.

    `address` is what to choose there, as codes.
    """
    entry = _entry(name)
    if entry is not None:
        label = _("See the evidence: {page}", page=_(entry.title))
        st.page_link(f"{name}.py", label=label, icon=":material/arrow_forward:", query_params=dict(address))


def link(name: str, label: str, icon: str) -> None:
    """Draw a link to a page, when it is in the menu."""
    if _entry(name) is not None:
        st.page_link(f"{name}.py", label=label, icon=icon)


def _entry(name: str) -> Entry | None:
    return next((entry for entries in SECTIONS.values() for entry in entries if entry.name == name), None)
