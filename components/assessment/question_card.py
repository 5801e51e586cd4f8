"""One question as a card: what is asked, what would contradict the answer, and the fields to answer it."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.assessment.wording import CONFIDENCES, OPTIONS, option_of, option_words, survey_words
from components.escape import plain
from components.i18n import _
from components.in_language import words
from metrics.maturity.answers import Answer
from metrics.maturity.questionnaire import Question, Words

LONGEST_NOTE = 2_000
_LONG = 600

Save = Callable[[str, str], None]
"""Called with a field of the answer and the key of the widget that holds its new value."""


@dataclass(frozen=True)
class Keys:
    """The names of a card's widgets in the session."""

    prefix: str

    @property
    def level(self) -> str:
        """The key of the answer itself."""
        return f"{self.prefix}_level"

    @property
    def note(self) -> str:
        """The key of the note."""
        return f"{self.prefix}_note"

    @property
    def confidence(self) -> str:
        """The key of how sure somebody is."""
        return f"{self.prefix}_confidence"


def fill(keys: Keys, answer: Answer) -> None:
    """Set the fields to what is stored: when they are drawn for the first time, and after somebody saved.

    The session forgets a field when its page is left, so the store is what a field starts from.
    """
    stored = {keys.level: option_of(answer), keys.note: answer.note, keys.confidence: answer.confidence}
    seen = f"{keys.prefix}_revision"
    for key, value in stored.items():
        if key not in st.session_state or (
            st.session_state.get(seen) != answer.revision and st.session_state[key] != value
        ):
            st.session_state[key] = value
    st.session_state[seen] = answer.revision


def shown_revision(keys: Keys) -> int:
    """The revision that the fields on the screen started from."""
    return int(st.session_state.get(f"{keys.prefix}_revision", 0))


def question_head(question: Question, survey: Words | None) -> None:
    """Draw what is asked, with help, the OECD survey's own wording (`survey`), and what would contradict the answer."""
    title = _("{id} · {question}", id=question.id, question=words(question.text))
    st.subheader(plain(title, _LONG), anchor=False)
    if text := words(question.help):
        st.markdown(plain(text, _LONG))
    if survey:
        st.caption(survey_words(plain(words(survey), _LONG)))
    if text := words(question.contradicted_by):
        with st.container(key=f"contradict_{question.id}", gap="xxsmall"):
            st.markdown(f"**{_('What would contradict this?')}** {plain(text, _LONG)}")


def answer_choice(question: Question, keys: Keys, save: Save, *, disabled: bool) -> None:
    """Draw the five anchors with "don't know" and "not applicable"; nothing is chosen at first."""
    st.radio(
        _("Your answer to {question}", question=plain(question.id, 40)),
        OPTIONS,
        index=None,
        format_func=lambda option: plain(option_words(option, question), _LONG),
        key=keys.level,
        on_change=save,
        args=("level", keys.level),
        disabled=disabled,
    )


def answer_remarks(question: Question, keys: Keys, save: Save, *, disabled: bool) -> None:
    """Draw how sure somebody is, and the note."""
    name = plain(question.id, 40)
    st.radio(
        _("How sure are you of {question}?", question=name),
        tuple(CONFIDENCES),
        index=None,
        format_func=lambda code: _(CONFIDENCES[code]),
        key=keys.confidence,
        horizontal=True,
        on_change=save,
        args=("confidence", keys.confidence),
        disabled=disabled,
    )
    st.text_area(
        _("Note to {question}", question=name),
        key=keys.note,
        max_chars=LONGEST_NOTE,
        height=90,
        help=_("Saved when you leave the field. Write no names of persons."),
        on_change=save,
        args=("note", keys.note),
        disabled=disabled,
    )
