"""Questions that a file leaves open: which year, which network, from which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.escape import plain, spoken
from components.i18n import _, say
from components.load_view import Asked, TableView
from components.words import platform_name
from metrics.periods import from_iso


@dataclass(frozen=True)
class Answer:
    """What the user said to a question about a table."""

    table: TableView
    name: str
    value: str


def ask(views: Sequence[TableView]) -> Answer | None:
    """Draw the open questions of the tables of one file, each once; the answer that was just given, if any.

    An answer holds for the whole file, so what several of its tables leave open is one question.
    """
    given = None
    asked = {question.name: (view, question) for view in reversed(views) for question in view.questions}
    for view, question in reversed(asked.values()):
        key = f"ask_{question.name}_{view.key}"
        text = say(question.text)
        st.markdown(plain(text, 500))
        label = spoken(text)
        chosen = _choose(label, question, key) if question.options else _write(label, key)
        if chosen:
            given = Answer(view, question.name, chosen)
    return given


def _choose(label: str, question: Asked, key: str) -> str | None:
    return st.selectbox(
        label,
        question.options,
        index=None,
        format_func=platform_name,
        placeholder=_("Choose an answer"),
        key=key,
        label_visibility="collapsed",
    )


def _write(label: str, key: str) -> str | None:
    """A day that is over, or why what was typed is none."""
    typed = st.text_input(label, placeholder=_("YYYY-MM-DD"), key=key, width=400, label_visibility="collapsed")
    typed = typed.strip()
    if not typed:
        return None
    day, value = from_iso(typed), plain(typed, 40)
    if day is None:
        text = _("“{value}” is not a date. Write year-month-day, for example 2027-01-31.", value=value)
    elif day > date.today():  # noqa: DTZ011 - any clock near the reader's will do
        text = _("{value} is still to come, so no export starts on it. Check the year.", value=value)
    else:
        return typed
    st.error(text, icon=":material/error:")
    return None
