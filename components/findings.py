"""What the numbers say, in sentences, each with what to do about it."""

from collections.abc import Sequence

import streamlit as st

from components.i18n import ngettext, say
from metrics.findings import Finding, comparisons


def findings_list(found: Sequence[Finding], looked_at: int = 0) -> None:
    """Draw the findings as a numbered list, and say how many comparisons stand behind them.

    `looked_at`: how many the list of signals made.
    """
    if not found:
        return
    lines = [f"1. **{say(finding.message)}** {say(finding.what_to_do)}" for finding in found]
    checks = comparisons(found, looked_at)
    with st.container(key="findings", gap="xxsmall"):
        st.markdown("\n".join(lines))
        if checks:
            st.caption(
                ngettext(
                    "Found with {n} comparison.",
                    "Found with {n} comparisons. The tests allow for that many: chance alone rarely shows here.",
                    checks,
                )
            )
