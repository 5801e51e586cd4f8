"""An assessment with its answers held beside the data: which answer the data support, once for each period."""

import streamlit as st

from data import assessments as store
from data.filters import Filters
from metrics.claims.facts import Facts
from metrics.claims.item import judge
from metrics.maturity.assessed import Assessed
from pages._assessment.stored import AnswersKey, key_of_answers
from pages._context import access, engine
from pages._facts import facts


def assessed(assessment_id: int, asked: Filters | None) -> Assessed:
    """Questions, respondents, answers and verdicts. Raises `KeyError` when there is no such assessment.

    Only the period of what was asked counts: a claim about the whole is not judged by a part that the reader happens to
    look at. A respondent of a department is checked against that department's data. None: there are no data.
    """
    return _assessed(key_of_answers(), assessment_id, None if asked is None else Filters(asked.period))


@st.cache_resource(max_entries=32, show_spinner=False)
def _assessed(key: AnswersKey, assessment_id: int, asked: Filters | None) -> Assessed:
    rounds = {one.id: one for one in store.assessments(engine(), access())}
    chosen = rounds[assessment_id]
    questionnaire = store.questionnaire_of(engine(), access(), assessment_id)
    people = tuple(store.respondents(engine(), access(), assessment_id))
    scope = {one.id: one.department_id for one in people}
    given = {(one.respondent_id, one.question): one for one in store.answers(engine(), access(), assessment_id)}
    known = facts(asked) if asked is not None else {}
    questions = {question.id: question for question in questionnaire.questions}
    verdicts = {
        (who, question): judge(questions[question], answer.level, known.get(scope[who], Facts()))
        for (who, question), answer in given.items()
        if question in questions
    }
    return Assessed(questionnaire, chosen, people, given, verdicts)
