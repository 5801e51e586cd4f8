"""The card of one question. It is drawn anew by itself after each change, so that answering stays quick."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import notice
from components.assessment.changes import history_table, saved_words, set_aside_notice
from components.assessment.evidence_list import document_form, evidence_list
from components.assessment.measured import measured_view
from components.assessment.question_card import answer_choice, answer_remarks, question_head, start_from
from components.assessment.wording import option_of
from components.i18n import _
from components.i18n import period as period_words
from metrics.maturity.answers import Answer, Respondent
from metrics.maturity.conflicts import waiting
from metrics.maturity.questionnaire import Question
from pages._assessment.measuring import measured, measured_period
from pages._assessment.place import Place, person_words
from pages._assessment.saving import Saver, decided, made_here
from pages._assessment.stored import answers, changes, people
from pages._context import settings
from pages._menu import PAGES


@st.fragment
def card(place: Place, who: Respondent, question: Question, told: Callable[[], None]) -> None:
    """Draw the card; `told` is called after it, to bring the page's progress up to date."""
    saver = Saver(who, question.id)
    answer = answers(place.assessment.id).get((who.id, question.id), Answer(who.id, question.id))
    start_from(saver.keys, answer)
    with st.container(border=True, key=f"card_question_{question.id}"):
        question_head(question, place.questionnaire.oecd.get(question.oecd or ""))
        left, right = st.columns([3, 2], gap="medium")
        with left:
            answer_choice(question, saver.keys, answer, saver.field, disabled=place.closed)
            _state(saver, answer, disabled=place.closed)
            _conflicts(place, saver, question, answer)
        with right:
            answer_remarks(question, saver.keys, answer, saver.field, disabled=place.closed)
            _evidence(place, saver, answer)
        if answer.state == "answered":
            _measured(place, saver, question, answer)
        if answer.revision:
            _history(place, saver, question)
    told()


def _state(saver: Saver, answer: Answer, *, disabled: bool) -> None:
    notice.show(saver.keys.prefix)
    if answer.saved_ts is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"saved_{saver.keys.prefix}"):
        st.caption(f":material/check: {saved_words(answer.saved_ts, settings().time_zone)}", width="content")
        if answer.state != "open":
            st.button(
                _("Clear this answer"),
                key=f"{saver.keys.prefix}_clear",
                type="tertiary",
                on_click=saver.clear,
                disabled=disabled,
            )


def _conflicts(place: Place, saver: Saver, question: Question, answer: Answer) -> None:
    made = [
        one for one in changes(place.assessment.id) if (one.respondent_id, one.question) == (saver.who.id, question.id)
    ]
    found = [one for one in waiting(made) if not decided(one)]
    if found:
        level = answer.level if answer.state == "answered" else option_of(answer)
        current = {"level": level, "note": answer.note, "confidence": answer.confidence, "evidence": answer.evidence}
        set_aside_notice(
            saver.keys.prefix,
            question,
            [(one, made_here(one)) for one in found],
            current,
            partial(saver.use, revision=answer.revision),
            saver.keep,
            disabled=place.closed,
        )


def _evidence(place: Place, saver: Saver, answer: Answer) -> None:
    key = saver.keys.prefix
    evidence_list(key, answer.evidence, saver.evidence, disabled=place.closed)
    with st.expander(_("Add a document"), key=f"{key}_adding", on_change="rerun", icon=":material/add:") as box:
        if box.open:
            document_form(key, answer.evidence, saver.evidence, disabled=place.closed)


def _measured(place: Place, saver: Saver, question: Question, answer: Answer) -> None:
    key = f"{saver.keys.prefix}_measured"
    title = _("What the data say about this answer")
    with st.expander(title, key=key, on_change="rerun", icon=":material/monitoring:") as box:
        if not box.open:
            return
        days = measured_period()
        verdict = measured(question, answer, saver.who)
        measured_view(
            key,
            verdict.code,
            verdict.checks,
            period_words(days) if days else "",
            [entry.name for entry in PAGES],
            saver.who.department_id,
            partial(saver.add, answer.evidence),
            disabled=place.closed,
        )


def _history(place: Place, saver: Saver, question: Question) -> None:
    with st.expander(
        _("History"), key=f"{saver.keys.prefix}_history", on_change="rerun", icon=":material/history:"
    ) as box:
        if box.open:
            made = [one for one in changes(place.assessment.id) if one.question == question.id]
            roles = {one.id: person_words(one) for one in people(place.assessment.id)}
            history_table(question, made[::-1], roles, settings().time_zone)
