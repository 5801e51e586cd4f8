"""The guideline as a text to read and to print: any version, of any scope."""

import streamlit as st

from components.address import choose_one
from components.escape import bare
from components.guideline_text import guideline_button, guideline_text
from components.i18n import _, day
from components.words import platform_name
from metrics.guidelines.versions import ORGANISATION, Scope, Version
from pages._context import demo, department_names, settings
from pages._guidelines.checked import accounts
from pages._guidelines.judged import versions


def reading_section() -> None:
    """Draw one version in full, by choice; nothing when there is none."""
    known = {str(version.id): version for version in versions()}
    if not known:
        return
    general = [code for code, version in known.items() if version.scope == ORGANISATION]
    with st.container(border=True, key="card_guideline_text"):
        st.header(_("The guideline to read"), anchor=False)
        first = general[0] if general else next(iter(known))
        chosen = known[choose_one("version", _("Version"), list(known), first, lambda code: _label(known[code]), 600)]
        guideline_text(chosen.content)
        whose = whose_words(chosen.scope)
        guideline_button("guideline_print", chosen.content, whose, chosen.valid_from, settings().organisation, demo())


def whose_words(scope: Scope) -> str:
    """Whose a guideline is, in words for a list."""
    department, account = scope
    if account is not None:
        one = accounts().get(account)
        return (
            ""
            if one is None
            else _("{account} ({platform})", account=bare(one.name, 60), platform=platform_name(one.platform))
        )
    if department is not None:
        return bare(department_names().get(department, ""), 60)
    return _("the whole organisation")


def _label(version: Version) -> str:
    values = {"title": bare(version.content.title, 80), "whose": whose_words(version.scope)}
    return _("{title}, for {whose}, from {day}", **values, day=day(version.valid_from))
