"""Say in place what a button did, after the page has run again.

A button that changes the store makes the page run once more, so that everything on it is fresh. The message that
belongs to the button is left behind in the session and shown near the button on that next run, once.
"""

from typing import Literal

import streamlit as st

Tone = Literal["done", "problem"]


def leave(place: str, text: str, tone: Tone = "done") -> None:
    """Leave a message for the next run, to be shown at `place`. `text` is Markdown: escape what comes from files."""
    st.session_state.setdefault("_notices", {})[place] = (text, tone)


def show(place: str) -> None:
    """Show the message that was left for this place, if there is one."""
    left = st.session_state.get("_notices", {}).pop(place, None)
    if left is not None:
        tell(*left)


def tell(text: str, tone: Tone = "done") -> None:
    """Show a message here and now. `text` is Markdown, as in `leave`."""
    if tone == "done":
        st.success(text, icon=":material/check_circle:")
    else:
        st.error(text, icon=":material/error:")
