"""The organisation's own questions: a file to begin from, the one in use, and another one that takes its place."""

from typing import TYPE_CHECKING

import streamlit as st

from components.escape import plain
from components.i18n import _, ngettext, number
from components.in_language import words
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_LONG = 300
_MIME = "application/yaml"
FILE_NAME = "own-questions.yaml"


def downloads(example: str, current: str | None) -> None:
    """Draw the buttons that save the example and, where there is one, the file that is in use."""
    with st.container(horizontal=True):
        _download("own_example", _("Download an example file (YAML)"), f"example-{FILE_NAME}", example)
        if current is not None:
            _download("own_current", _("Download your own questions (YAML)"), FILE_NAME, current)


def chosen_file(turn: int) -> bytes | None:
    """Draw the uploader; the content of the file that is in it. Another `turn` starts with an empty one."""
    file: UploadedFile | None = st.file_uploader(
        _("File with your own questions (YAML)"), type=["yaml", "yml"], key=f"own_questions_{turn}"
    )
    return None if file is None else file.getvalue()


def content_view(whole: Questionnaire, base: Questionnaire) -> None:
    """Draw what an own file adds to the questions that ship: its questions by dimension, and the weights."""
    added = [question for question in whole.questions if question.own]
    about = ngettext(
        "Version {version}: {n} question of your own.",
        "Version {version}: {n} questions of your own.",
        len(added),
        version=plain(whole.own_version),
    )
    titles = {dimension.id: words(dimension.title) for dimension in whole.dimensions}
    lines = [
        _(
            "{id} · {text} (in “{dimension}”)",
            id=plain(question.id),
            text=plain(words(question.text), _LONG),
            dimension=plain(titles[question.dimension]),
        )
        for question in added
    ]
    st.markdown("\n".join([about, "", *(f"- {line}" for line in lines)]))
    weights = changed_weights(whole, base)
    if weights:
        parts = [_("{name}: {weight}", name=plain(name), weight=number(weight)) for name, weight in weights]
        st.markdown(_("Weights that are not 1: {weights}.", weights=parts))


def changed_weights(whole: Questionnaire, base: Questionnaire) -> list[tuple[str, float]]:
    """The weights that differ from those that ship: a dimension by its title, a question by its id.

    >>> from dataclasses import replace
    >>> one = Questionnaire("1", (Dimension("ict", {"en": "ICT"}, "tech1"),), (), {}, {})
    >>> changed_weights(replace(one, dimensions=(replace(one.dimensions[0], weight=2.0),)), one)
    [('ICT', 2.0)]
    """
    usual = {one.id: one.weight for one in _weighted(base)}
    return [
        (words(one.title) if isinstance(one, Dimension) else one.id, one.weight)
        for one in _weighted(whole)
        if one.weight != usual.get(one.id, 1)
    ]


def save_button() -> bool:
    """Draw the button that keeps the file that was checked."""
    return st.button(_("Use these questions"), key="own_questions_save", type="primary", icon=":material/save:")


def remove_form() -> bool:
    """Draw the removal of the file that is in use; true when somebody is sure."""
    with st.container(horizontal=True, vertical_alignment="center"):
        sure = st.checkbox(_("I have kept the file, or do not need it any more"), key="own_questions_sure")
        pressed = st.button(
            _("Remove your own questions"), key="own_questions_remove", icon=":material/delete:", disabled=not sure
        )
    return pressed and sure


def _weighted(questionnaire: Questionnaire) -> list[Dimension | Question]:
    return [*questionnaire.dimensions, *questionnaire.questions]


def _download(key: str, label: str, name: str, content: str) -> None:
    st.download_button(label, content.encode(), name, _MIME, key=key, on_click="ignore", icon=":material/download:")
