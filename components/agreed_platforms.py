"""The platforms that departments agreed to use: choose them, and say why for each."""

from collections.abc import Mapping

import streamlit as st

from components.i18n import _
from components.words import platform_name
from metrics.platforms import NAMES


def agreed_platforms_form(agreed: Mapping[str, str]) -> dict[str, str] | None:
    """Draw the chosen platforms (reasons by code) with a field for each reason; on "Save", the same as chosen now."""
    chosen = st.multiselect(
        _("Platforms that your departments agreed to use"),
        list(NAMES),
        [code for code in NAMES if code in agreed],
        format_func=platform_name,
        key="agreed_platforms",
        placeholder=_("Choose from the list"),
    )
    reasons = {code: _reason(code, agreed.get(code, "")) for code in NAMES if code in chosen}
    if st.button(_("Save agreed platforms"), key="agreed_platforms_save", icon=":material/save:"):
        return reasons
    return None


def _reason(code: str, current: str) -> str:
    label = _("Why {platform}?", platform=platform_name(code))
    return st.text_input(label, current, key=f"agreed_reason_{code}", max_chars=500)
