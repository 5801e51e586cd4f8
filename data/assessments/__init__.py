"""Assessments with their respondents and answers; an answer is never lost, and keeps its history."""

from data.assessments.answers import Saved, answers, history, save_answer
from data.assessments.register import (
    Assessment,
    assessments,
    close_assessment,
    questionnaire_of,
    remove_assessment,
    rename_assessment,
    reopen_assessment,
    set_target,
    set_weights,
    start_assessment,
)
from data.assessments.respondents import add_respondent, rename_respondent, respondents

__all__ = [
    "Assessment",
    "Saved",
    "add_respondent",
    "answers",
    "assessments",
    "close_assessment",
    "history",
    "questionnaire_of",
    "remove_assessment",
    "rename_assessment",
    "rename_respondent",
    "reopen_assessment",
    "respondents",
    "save_answer",
    "set_target",
    "set_weights",
    "start_assessment",
]
