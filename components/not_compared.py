"""What stands where a comparison would be unfair: the reason, what to do, and the way to the data behind it."""

import streamlit as st

from components.i18n import _, say
from metrics.quality.fairness import REMEDY
from metrics.registry import Metric
from metrics.words import Message


def not_compared_card(name: str, metric: Metric, reason: Message, quality_page: str) -> None:
    """Draw the card that replaces a chart of groups side by side. `reason` is Markdown."""
    with st.container(border=True, gap="xsmall", key=f"card_not_compared_{name}"):
        st.header(_("{metric}: not compared", metric=_(metric.label)), anchor=False)
        st.warning(f"{say(reason)} {say(REMEDY)}", icon=":material/block:")
        st.page_link(quality_page, label=_("See the quality of the data"), icon=":material/fact_check:")
