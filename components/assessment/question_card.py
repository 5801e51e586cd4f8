"""One question as a card: what is asked, what would contradict the answer, and the fields to answer it."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.assessment.wording import CONFIDENCES, OPTIONS, option_of, option_words, survey_words
from components.box import key_of_box
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
    """The names of a card's fields in the session; `key_of_box` makes keys of them."""

    prefix: str

    @property
    def level(self) -> str:
        """The name of the answer itself."""
        return f"{self.prefix}_level"

    @property
    def note(self) -> str:
        """The name of the note."""
        return f"{self.prefix}_note"

    @property
    def confidence(self) -> str:
        """The name of how sure somebody is."""
        return f"{self.prefix}_confidence"

    @property
    def revision(self) -> str:
        """The key of the revision that is on the screen."""
        return f"{self.prefix}_revision"


def start_from(keys: Keys, answer: Answer) -> None:
    """Take note of what the fields on the screen start from, before they are drawn."""
    st.session_state[keys.revision] = answer.revision


def shown_revision(keys: Keys) -> int:
    """The revision that the fields on the screen started from."""
    return int(st.session_state.get(keys.revision, 0))


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


def answer_choice(question: Question, keys: Keys, answer: Answer, save: Save, *, disabled: bool) -> None:
    """Draw the five anchors with "don't know" and "not applicable"; nothing is chosen at first."""
    option = option_of(answer)
    key = key_of_box(keys.level, option)
    st.radio(
        _("Your answer to {question}", question=plain(question.id, 40)),
        OPTIONS,
        index=None if option is None else OPTIONS.index(option),
        format_func=lambda option: plain(option_words(option, question), _LONG),
        key=key,
        on_change=save,
        args=("level", key),
        disabled=disabled,
    )


def answer_remarks(question: Question, keys: Keys, answer: Answer, save: Save, *, disabled: bool) -> None:
    """Draw how sure somebody is, and the note."""
    name = plain(question.id, 40)
    sure = tuple(CONFIDENCES)
    confidence, note = key_of_box(keys.confidence, answer.confidence), key_of_box(keys.note, answer.note)
    st.radio(
        _("How sure are you of {question}?", question=name),
        sure,
        index=None if answer.confidence is None else sure.index(answer.confidence),
        format_func=lambda code: _(CONFIDENCES[code]),
        key=confidence,
        horizontal=True,
        on_change=save,
        args=("confidence", confidence),
        disabled=disabled,
    )
    st.text_area(
        _("Note to {question}", question=name),
        value=answer.note,
        key=note,
        max_chars=LONGEST_NOTE,
        height=90,
        help=_("Saved when you leave the field. Write no names of persons."),
        on_change=save,
        args=("note", note),
        disabled=disabled,
    )
