"""The draft of a guideline: it lives in the reader's session until it is saved or thrown away."""

from dataclasses import dataclass

import streamlit as st

from metrics.guidelines.content import Guideline
from metrics.guidelines.versions import Scope

_DRAFT, _TURN = "_guideline_draft", "_guideline_turn"


@dataclass(frozen=True)
class Draft:
    """A guideline that is being written. Each state of a draft has a number, so that its fields start afresh."""

    turn: int
    scope: Scope
    content: Guideline


def draft() -> Draft | None:
    """The draft of this reader, if there is one."""
    found: Draft | None = st.session_state.get(_DRAFT)
    return found


def start(scope: Scope, content: Guideline) -> None:
    """Begin a draft from a content."""
    st.session_state[_DRAFT] = Draft(_next(), scope, content)


def keep(content: Guideline) -> None:
    """Change the content of the draft."""
    st.session_state[_DRAFT] = Draft(_next(), st.session_state[_DRAFT].scope, content)


def drop() -> None:
    """Throw the draft away."""
    st.session_state.pop(_DRAFT, None)


def _next() -> int:
    turn = int(st.session_state.get(_TURN, 0)) + 1
    st.session_state[_TURN] = turn
    return turn
