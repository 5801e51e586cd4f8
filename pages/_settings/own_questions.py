"""The organisation's own questions, on the settings page: upload a file, see what is in it, use it or not."""

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _, say
from components.own_questions_form import chosen_file, content_view, downloads, remove_form, save_button
from data.errors import StoreError
from data.questionnaire import read_own, shipped
from data.questionnaire.example import EXAMPLE
from data.questionnaire.own import own_text, remove_own, save_own
from data.questionnaire.own_yaml import decoded
from pages._context import access, engine
from pages._work import attempt, turn

_PLACE = "own_questions"
_LONG = 800


def own_questions_section() -> None:
    """Draw the file that is in use, and the way to another one."""
    st.header(_("Your own questions"), anchor=False)
    with st.container(key="text_own_questions"):
        notice.show(_PLACE)
        st.markdown(
            _(
                "Add questions of your own to the self-assessment, and choose which questions count more. They are one "
                "file. New assessments use it; an assessment that has begun keeps the questions that it has."
            )
        )
        current = own_text(engine(), access())
        downloads(EXAMPLE.read_text(encoding="utf-8"), current)
        if current is not None:
            st.subheader(_("In use now"), anchor=False)
            _content(current)
        _another()
        if current is not None and remove_form():
            attempt(_PLACE, _remove)


def _another() -> None:
    """The uploader, and what is in its file: nothing is kept before somebody has seen that."""
    content = chosen_file(turn())
    if content is None:
        return
    try:
        text = decoded(content)
    except StoreError as error:
        notice.tell(plain(say(error.message), _LONG), "problem")
        return
    if _content(text) and save_button():
        attempt(_PLACE, lambda: _save(text))


def _content(text: str) -> bool:
    """Show what is in a file, or what is wrong with it; whether it can be used."""
    base = shipped()
    try:
        whole = read_own(text, base)
    except StoreError as error:
        notice.tell(plain(say(error.message), _LONG), "problem")
        return False
    content_view(whole, base)
    return True


def _save(text: str) -> str:
    save_own(engine(), access(), text)
    return _("Your own questions are saved. The next assessment uses them.")


def _remove() -> str:
    remove_own(engine(), access())
    return _("Your own questions are removed. Assessments that have begun keep them.")
