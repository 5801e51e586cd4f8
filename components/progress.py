"""A progress bar as a function to call: how far the work is, and on what."""

from collections.abc import Callable

import streamlit as st

Tell = Callable[[float], None]


def progress(text: str) -> Tell:
    """Draw a bar; the function that moves it takes the share done, from 0 to 1, and sends only what can be seen."""
    named = progress_with_text(text)
    return lambda share: named(share, text)


def progress_with_text(text: str = "") -> Callable[[float, str], None]:
    """The same, with a text that changes as the work goes on."""
    bar = st.progress(0.0, text=text)
    shown = (0, text)

    def tell(share: float, doing: str) -> None:
        nonlocal shown
        now = (round(100 * min(max(share, 0.0), 1.0)), doing)
        if now != shown:
            bar.progress(now[0], text=doing)
            shown = now

    return tell
