"""Long work in the background, as its readers see it: what, who, how far, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from components.escape import plain
from components.i18n import _, say
from metrics.words import Message


@dataclass(frozen=True)
class JobState:
    """Some work: what is being done, for whom, since when, the share that is done, and what came of it."""

    number: int
    doing: Message
    who: str
    started: datetime
    share: float = 0.0
    outcome: Message | None = None
    failed: bool = False

    @property
    def running(self) -> bool:
        """Whether it is still being done."""
        return self.outcome is None


def job_card(state: JobState) -> bool:
    """Draw the work or its outcome; whether the reader said to have seen the outcome."""
    with st.container(border=True, key="job", gap="small"):
        begun = _("started by {who} at {time} (UTC)", who=plain(state.who), time=state.started.strftime("%H:%M"))
        if state.outcome is None:
            st.markdown(f"**{say(state.doing)}** · {begun}")
            percent = round(100 * min(max(state.share, 0.0), 1.0))
            st.progress(percent, text=_("{n} of 100 done. You can go on working on other pages.", n=percent))
            return False
        ended = _("This work broke off") if state.failed else _("This work is done")
        st.markdown(f"**{ended}** · {begun}")
        draw = st.error if state.failed else st.success
        icon = ":material/error:" if state.failed else ":material/check_circle:"
        draw(plain(say(state.outcome), 800), icon=icon)
        return st.button(_("I have seen this"), key="job_seen", icon=":material/done:")
