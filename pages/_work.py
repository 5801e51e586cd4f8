"""Long work on the store: a progress bar while it lasts, and a sentence about what came of it."""

from collections.abc import Callable

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import say
from components.progress import Tell, progress
from data.errors import StoreError


def work(place: str, doing: str, task: Callable[[Tell], object], done: str) -> None:
    """Run a task under a bar that says what is being done, then draw the page anew with the outcome at `place`."""
    try:
        task(progress(doing))
    except StoreError as error:
        notice.leave(place, plain(say(error.message), 500), "problem")
    else:
        notice.leave(place, done)
    st.rerun()
