"""What the data say about one answer: looked up when somebody opens it, once the question is answered."""

import streamlit as st

from components import period_codes
from components.filters import PERIOD
from data.filters import Filters
from metrics.claims.facts import Facts
from metrics.claims.item import ItemVerdict, judge
from metrics.maturity.answers import Answer, Respondent
from metrics.maturity.questionnaire import Question
from metrics.periods import Period
from pages._context import all_dates
from pages._facts import facts


def measured(question: Question, answer: Answer, who: Respondent) -> ItemVerdict:
    """The verdict on an answer: of a department by that department's data, else by those of the whole organisation."""
    days = measured_period()
    known = facts(Filters(days)) if days is not None else {}
    return judge(question, answer.level, known.get(who.department_id, Facts()))


def measured_period() -> Period | None:
    """The period that was chosen on other pages, else the default; None when there is no data."""
    dates = all_dates()
    if dates is None:
        return None
    span = dates.first, dates.last
    chosen = period_codes.resolve(str(st.session_state.get(PERIOD, "")), *span)
    return chosen or period_codes.resolve(period_codes.default(*span), *span) or dates
