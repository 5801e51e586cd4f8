"""What a reader sees while posts were not held against what could be expected of them, or newer ones were not."""

import streamlit as st

from components.i18n import _


def not_judged(never: bool, may: bool) -> bool:
    """Say so; whether the button to work it out was pressed."""
    with st.container(border=True, gap="xsmall", key="card_not_judged"):
        if never:
            st.markdown(_("**What could be expected of posts was not worked out yet.**"))
        else:
            st.markdown(_("**Posts or topics changed since.** The examples are of before."))
        if not may:
            st.caption(_("Somebody who may change data can work it out here."))
            return False
        st.caption(_("Some seconds for 100,000 posts. Nothing leaves this machine."))
        return st.button(_("Work it out now"), key="judge_now", type="primary", icon=":material/play_arrow:")
