"""What a reader sees while messages were not held against the topics yet: how many, and the button that does it."""

import streamlit as st

from components.i18n import _, ngettext


def unscored_note(n: int, may: bool) -> bool:
    """Say how many texts wait for topic and tone; whether the button to work them out was pressed."""
    with st.container(border=True, gap="xsmall", key="card_unscored"):
        st.markdown(
            ngettext(
                "**{n} text has no topic and tone yet.** The figures leave it out.",
                "**{n} texts have no topic and tone yet.** The figures leave them out.",
                n,
            )
        )
        if not may:
            st.caption(_("Somebody who may change data can work them out here."))
            return False
        st.caption(_("About a minute for 100,000 texts. Nothing leaves this machine."))
        return st.button(
            _("Work out topics and tones now"), key="score_now", type="primary", icon=":material/play_arrow:"
        )
