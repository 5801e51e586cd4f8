"""What the store knows of an assessment, read once for each of its versions and shared between readers."""

import streamlit as st

from data import assessments as store
from data.assessments import Assessment
from data.questionnaire import own
from data.store import versions
from metrics.maturity.answers import Answer, Change, Respondent
from metrics.maturity.questionnaire import Questionnaire
from pages._context import access, engine
from pages._guidelines.judged import key_of_store

Key = tuple[str, int]
AnswersKey = tuple[str, tuple[int, int]]


def key_of_answers() -> AnswersKey:
    """Which store it is, and how often it and the answers in it changed."""
    return str(engine().url), versions(engine())


def rounds() -> list[Assessment]:
    """All assessments, the newest first."""
    return _rounds(key_of_store())


def questions(assessment_id: int) -> Questionnaire:
    """The questions as they were when the assessment began."""
    return _questions(key_of_store(), assessment_id)


def questions_now() -> Questionnaire:
    """The questions that a new assessment gets."""
    return _questions_now(key_of_store())


def people(assessment_id: int) -> list[Respondent]:
    """Who answers."""
    return _people(key_of_store(), assessment_id)


def answers(assessment_id: int) -> dict[tuple[int, str], Answer]:
    """All answers by respondent and question."""
    return _answers(key_of_answers(), assessment_id)


def changes(assessment_id: int) -> list[Change]:
    """Everything that was saved, the oldest first."""
    return _changes(key_of_answers(), assessment_id)


@st.cache_resource(max_entries=8, show_spinner=False)
def _rounds(key: Key) -> list[Assessment]:
    return store.assessments(engine(), access())


@st.cache_resource(max_entries=32, show_spinner=False)
def _questions(key: Key, assessment_id: int) -> Questionnaire:
    return store.questionnaire_of(engine(), access(), assessment_id)


@st.cache_resource(max_entries=8, show_spinner=False)
def _questions_now(key: Key) -> Questionnaire:
    return own.current(engine(), access())


@st.cache_resource(max_entries=32, show_spinner=False)
def _people(key: Key, assessment_id: int) -> list[Respondent]:
    return store.respondents(engine(), access(), assessment_id)


@st.cache_resource(max_entries=32, show_spinner=False)
def _answers(key: AnswersKey, assessment_id: int) -> dict[tuple[int, str], Answer]:
    found = store.answers(engine(), access(), assessment_id)
    return {(answer.respondent_id, answer.question): answer for answer in found}


@st.cache_resource(max_entries=32, show_spinner=False)
def _changes(key: AnswersKey, assessment_id: int) -> list[Change]:
    return store.history(engine(), access(), assessment_id)
