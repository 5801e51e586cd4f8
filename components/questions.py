"""Questions that a file leaves open: which year, which network, from which day."""

from dataclasses import dataclass

import streamlit as st

from components.escape import plain
from components.i18n import _, say
from components.load_view import Asked, TableView
from components.words import PLATFORMS


@dataclass(frozen=True)
class Answer:
    """What the user said to a question about a table."""

    table: TableView
    name: str
    value: str


def ask(view: TableView) -> Answer | None:
    """Draw the open questions of a table; the answer that was just given, if any."""
    given = None
    for question in view.questions:
        key = f"ask_{question.name}_{view.key}"
        label = plain(say(question.text), 500)
        chosen = _choose(label, question, key) if question.options else _write(label, key)
        if chosen:
            given = Answer(view, question.name, chosen)
    return given


def _choose(label: str, question: Asked, key: str) -> str | None:
    return st.selectbox(
        label, question.options, index=None, format_func=_option, placeholder=_("Choose an answer"), key=key
    )


def _write(label: str, key: str) -> str | None:
    return st.text_input(label, placeholder=_("YYYY-MM-DD"), key=key) or None


def _option(code: str) -> str:
    return _(PLATFORMS[code]) if code in PLATFORMS else code
