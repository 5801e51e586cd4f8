"""The questionnaire on paper: every question with all its answers and boxes to tick, as one page of HTML to print."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from components.assessment.wording import CONFIDENCES, OPTIONS, option_words, survey_words
from components.i18n import _, language, ngettext, set_language
from components.in_language import words
from metrics.maturity.questionnaire import Question, Questionnaire


@dataclass(frozen=True)
class _Block:
    """A question as it is printed."""

    title: str
    help: str
    survey: str
    against: str
    options: tuple[str, ...]


def style_note() -> str:
    """What this questionnaire is, and is not."""
    return _("OECD-style; not an OECD instrument. The wording and the levels are our own.")


def version_words(questionnaire: Questionnaire) -> str:
    """Which questions these are; printed with everything that comes from them."""
    if questionnaire.own_version:
        return _(
            "Questionnaire version {version}, own questions version {own}",
            version=questionnaire.version,
            own=questionnaire.own_version,
        )
    return _("Questionnaire version {version}", version=questionnaire.version)


def blank_form(questionnaire: Questionnaire, organisation: str, *, demo: bool) -> str:
    """The form in the reader's language. It needs nothing from outside; all texts in it are escaped."""
    count = len(questionnaire.questions)
    return _template().render(
        language=language(),
        title=_("Self-assessment of social media"),
        facts=[
            *filter(None, [organisation]),
            version_words(questionnaire),
            ngettext("{n} question", "{n} questions", count),
        ],
        demo=_("Demo city: made-up data") if demo else "",
        how=_(
            "Tick one box for each question. Tick the highest level of which everything is true. If you do not know, "
            "tick “Don't know”: that is an answer too."
        ),
        style_note=style_note(),
        about=[_("Date"), _("Role (not a name)"), _("Department, or the whole organisation")],
        labels={
            "against": _("What would contradict this?"),
            "sure": _("How sure are you?"),
            "document": _("Document: title, link, role of the owner, last reviewed on"),
            "note": _("Note"),
        },
        sure=[_(word) for word in CONFIDENCES.values()],
        dimensions=[
            {"title": words(one.title), "questions": [_block(question, questionnaire) for question in of]}
            for one in questionnaire.dimensions
            if (of := questionnaire.of(one.id))
        ],
    )


def blank_form_button(key: str, questionnaire: Questionnaire, organisation: str, *, demo: bool) -> None:
    """A button that saves the form; it is made when the button is pressed."""
    reader = language()

    def made() -> bytes:
        set_language(reader)  # the browser fetches the file outside the run of the page
        return blank_form(questionnaire, organisation, demo=demo).encode()

    st.download_button(
        _("Blank form to print (HTML)"),
        data=made,
        file_name=f"self-assessment-{reader}.html",
        mime="text/html",
        key=key,
        on_click="ignore",
        icon=":material/print:",
    )


def _block(question: Question, questionnaire: Questionnaire) -> _Block:
    survey = questionnaire.oecd.get(question.oecd or "")
    return _Block(
        title=_("{id} · {question}", id=question.id, question=words(question.text)),
        help=words(question.help),
        survey=survey_words(words(survey)) if survey else "",
        against=words(question.contradicted_by),
        options=tuple(option_words(option, question) for option in OPTIONS),
    )


@cache
def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=False).get_template(
        "blank_form.html"
    )
