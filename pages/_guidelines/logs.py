"""The logs that people keep: test messages, and removals of comments. Each is drawn when it is opened."""

import streamlit as st

from components.i18n import _
from pages._guidelines.moderation import moderation_section
from pages._guidelines.shopper import shopper_section


def logs_section() -> None:
    """Draw both logs."""
    st.header(_("Logs"), anchor=False)
    for key, title, icon, draw in (
        ("log_shopper", _("Test messages (mystery shopper)"), "person_search", shopper_section),
        ("log_moderation", _("Removed comments (moderation)"), "visibility_off", moderation_section),
    ):
        with st.expander(title, key=key, on_change="rerun", icon=f":material/{icon}:") as box:
            if box.open:
                draw()
