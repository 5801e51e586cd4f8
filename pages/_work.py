"""Work on the store that a form or button asks for, and a sentence about what came of it."""

from collections.abc import Callable

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import say
from components.progress import Tell, progress
from data.errors import StoreError

_TURN = "_forms_turn"


def turn() -> int:
    """The number of this round of forms; after a change there is another, so that they are empty."""
    return int(st.session_state.get(_TURN, 0))


def attempt(place: str, change: Callable[[], str]) -> None:
    """Make a change and say what came of it; what was typed stays when it cannot be."""
    try:
        done = change()
    except StoreError as error:
        notice.tell(plain(say(error.message), 500), "problem")
        return
    notice.leave(place, done)
    st.session_state[_TURN] = turn() + 1
    st.rerun()


def work(place: str, doing: str, task: Callable[[Tell], object], done: str) -> None:
    """Run a task under a bar that says what is being done, then draw the page anew with the outcome at `place`."""
    try:
        task(progress(doing))
    except StoreError as error:
        notice.leave(place, plain(say(error.message), 500), "problem")
    else:
        notice.leave(place, done)
    st.rerun()
