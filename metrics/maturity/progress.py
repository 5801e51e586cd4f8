"""How far an assessment is: which questions have an answer, in each dimension and for each recommendation."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from metrics.maturity.answers import Answer
from metrics.maturity.questionnaire import Question, Questionnaire

Part = tuple[int, int]
"""Answered, of how many."""


@dataclass(frozen=True)
class Progress:
    """Counts of questions with an answer. `apart` of them are "don't know" or "not applicable": they have no level.

    `dimensions` and `recommendations` (of the brief) are counts by code, in the order of the questionnaire; `open` are
    the questions that are left, in order.
    """

    whole: Part
    apart: int
    dimensions: Mapping[str, Part]
    recommendations: Mapping[str, Part]
    open: tuple[Question, ...]


def progress(questionnaire: Questionnaire, answers: Iterable[Answer]) -> Progress:
    """How far the given answers come; answers of several people count a question once.

    "Don't know" is an answer here: somebody looked at the question. It never counts in a score.
    """
    known = [answer for answer in answers if answer.state != "open"]
    done = {answer.question for answer in known}
    with_level = {answer.question for answer in known if answer.state == "answered"}
    ids = {question.id for question in questionnaire.questions}
    return Progress(
        whole=_part(questionnaire.questions, done),
        apart=len((done - with_level) & ids),
        dimensions={one.id: _part(questionnaire.of(one.id), done) for one in questionnaire.dimensions},
        recommendations={
            code: _part([one for one in questionnaire.questions if code in one.brief], done)
            for code in questionnaire.recommendations
        },
        open=tuple(question for question in questionnaire.questions if question.id not in done),
    )


def _part(questions: Collection[Question], done: Collection[str]) -> Part:
    return sum(question.id in done for question in questions), len(questions)
