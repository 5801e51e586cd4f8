"""What can be done with one topic besides changing it: merge it, split it, and take either back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.escape import plain
from components.i18n import _
from components.select import select_or_none

_PARTS = 3


@dataclass(frozen=True)
class TopicAction:
    """What somebody wants to do with a topic; `other` is the other topic, `parts` how many it is split into."""

    kind: Literal["merge", "unmerge", "split", "unsplit", "restore_words"]
    other: int = 0
    parts: int = 0


def merge_form(key: str, others: Mapping[int, str]) -> TopicAction | None:
    """Draw the choice of a topic to merge into."""
    with (
        st.expander(_("Merge it into another topic"), icon=":material/merge:"),
        st.form(f"{key}_merge", border=False),
    ):
        st.caption(_("Its messages then count as messages of the other topic. You can take that back."))
        into = select_or_none(_("Merge into"), others, key=f"{key}_into")
        if not st.form_submit_button(_("Merge"), key=f"{key}_merge_go", icon=":material/merge:"):
            return None
        if into is None:
            st.error(_("Choose the other topic first."), icon=":material/error:")
            return None
    return TopicAction("merge", other=into)


def split_form(key: str, most: int, each: int) -> TopicAction | None:
    """Draw the number of parts to split a topic into."""
    with (
        st.expander(_("Split it into parts"), icon=":material/call_split:"),
        st.form(f"{key}_split", border=False),
    ):
        st.caption(
            _(
                "Its messages are grouped by their words, in each language with at least {n} messages for each part. "
                "Each part becomes a topic to name. A message of which the part is not clear stays here.",
                n=each,
            )
        )
        parts = st.number_input(_("Parts"), 2, most, _PARTS, key=f"{key}_parts", width=160)
        if not st.form_submit_button(_("Split"), key=f"{key}_split_go", icon=":material/call_split:"):
            return None
    return TopicAction("split", parts=int(parts))


def take_back(key: str, merged: Mapping[int, str], parts: int, has_shipped_words: bool) -> TopicAction | None:
    """Draw a button for each thing that can be undone: topics merged into this one, its split, its words."""
    found = None
    with st.container(key=f"{key}_back", gap="small"):
        for number, name in merged.items():
            label = _("Let “{topic}” stand by itself again", topic=plain(name, 60))
            if st.button(label, key=f"{key}_unmerge_{number}", icon=":material/undo:"):
                found = TopicAction("unmerge", other=number)
        if parts:
            label = _("Take the split into {n} parts back", n=parts)
            if st.button(label, key=f"{key}_unsplit", icon=":material/undo:"):
                found = TopicAction("unsplit")
        if has_shipped_words:
            label = _("Put the words of the list back")
            if st.button(label, key=f"{key}_restore_words", icon=":material/restore:"):
                found = TopicAction("restore_words")
    return found
