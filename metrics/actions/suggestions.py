"""What an assessment suggests: actions for every item below target, and for every answer that data contradict.

An item is one question; its level is the mean of what its respondents answered. A suggestion follows from the answer
that was given, so different answers lead to different suggestions, and respondents who differ each bring their own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Literal

from metrics.actions.action import Action, Direction
from metrics.claims.check import ClaimCheck, checks
from metrics.claims.verdict import Verdict
from metrics.maturity.assessed import Assessed
from metrics.maturity.questionnaire import Question, Words
from metrics.registry import metrics


@dataclass(frozen=True)
class Suggestion:
    """One suggested action. `text` is a text by language (of the questionnaire), or an English template (of a check).

    `answer` is the level that it follows from and `respondents` who gave that. `metric` and `direction` say which
    number should show it, where one does. `action_id` is the action of the plan that was made from it.
    """

    question: str
    reason: Literal["contradiction", "below_target"]
    text: Words | str
    answer: int
    respondents: tuple[int, ...]
    metric: str | None = None
    direction: Direction | None = None
    action_id: int | None = None


@dataclass(frozen=True)
class Contradiction:
    """A check that disagrees with an answer of this level, and what it measured for these respondents."""

    check: ClaimCheck
    verdict: Verdict
    answer: int
    respondents: tuple[int, ...]


@dataclass(frozen=True)
class Item:
    """A question for which something is suggested, and why.

    `answers` are the levels that were given, the lowest first, each with its respondents. `covered`: the plan has an
    action for this question.
    """

    question: Question
    level: float
    below: bool
    answers: Mapping[int, tuple[int, ...]]
    contradictions: tuple[Contradiction, ...]
    suggestions: tuple[Suggestion, ...]
    covered: bool


Titles = Callable[[Suggestion], Iterable[str]]
"""What a suggestion is called in any language: an action with one of these titles was made from it."""


def written_titles(suggestion: Suggestion) -> tuple[str, ...]:
    """The titles that are known without message catalogues."""
    return (suggestion.text,) if isinstance(suggestion.text, str) else tuple(suggestion.text.values())


def suggested(assessed: Assessed, actions: Sequence[Action] = (), titles: Titles = written_titles) -> tuple[Item, ...]:
    """The items with suggestions: contradictions first, then the lowest level, then the order of the questions.

    `actions` are those of the plan; dropped ones do not count, and of other assessments only those that are still
    open. Answers that are "don't know", "not applicable" or open suggest nothing.
    """
    counting = [one for one in actions if _counts(one, assessed.assessment.id)]
    found = (
        _item(question, assessed, [one for one in counting if one.question == question.id], titles)
        for question in assessed.questionnaire.questions
    )
    return tuple(sorted(filter(None, found), key=lambda item: (not item.contradictions, item.level)))


def _counts(action: Action, assessment: int) -> bool:
    return action.status != "dropped" and (action.is_open or action.assessment_id == assessment)


def _item(question: Question, assessed: Assessed, actions: Sequence[Action], titles: Titles) -> Item | None:
    answers = _answers(question, assessed)
    if not answers:
        return None
    target = assessed.assessment.target
    level = fmean(given for given, who in answers.items() for _ in who)
    contradictions = _contradictions(question, assessed, answers)
    suggestions = [
        Suggestion(question.id, "contradiction", one.check.todo, one.answer, one.respondents, one.check.metric)
        for one in contradictions
    ]
    contradicted = {one.answer for one in contradictions}
    for given, who in answers.items():
        if given in contradicted or level < target > given:
            reason: Literal["contradiction", "below_target"] = (
                "contradiction" if given in contradicted else "below_target"
            )
            steps = question.improvements.get(given, ())
            suggestions += [Suggestion(question.id, reason, text, given, who, _metric(question)) for text in steps]
    found = tuple(_completed(one, actions, titles) for one in _once(suggestions))
    return Item(question, level, level < target, answers, contradictions, found, bool(actions)) if found else None


def _answers(question: Question, assessed: Assessed) -> dict[int, tuple[int, ...]]:
    """The levels that were given, the lowest first, with who gave them."""
    found: dict[int, tuple[int, ...]] = {}
    for respondent in assessed.respondents:
        answer = assessed.answers.get((respondent.id, question.id))
        if answer is not None and answer.state == "answered" and answer.level is not None:
            found[answer.level] = (*found.get(answer.level, ()), respondent.id)
    return dict(sorted(found.items()))


def _contradictions(
    question: Question, assessed: Assessed, answers: Mapping[int, tuple[int, ...]]
) -> tuple[Contradiction, ...]:
    """The checks that disagree with each answer; respondents of whom the same was measured stand together."""
    found: list[Contradiction] = []
    for given, who in answers.items():
        for respondent in who:
            judged = assessed.verdicts.get((respondent, question.id))
            for check, verdict in judged.checks if judged else ():
                if verdict.code != "disagree":
                    continue
                one = Contradiction(check, verdict, given, ())
                place = next((at for at, known in enumerate(found) if replace(known, respondents=()) == one), None)
                if place is None:
                    found.append(replace(one, respondents=(respondent,)))
                else:
                    found[place] = replace(found[place], respondents=(*found[place].respondents, respondent))
    return tuple(found)


def _metric(question: Question) -> str | None:
    """The number that shows whether something came of it: that of the first check that has one."""
    known = checks()
    return next((known[one].metric for one in question.checks if one in known and known[one].metric), None)


def _direction(metric: str | None) -> Direction | None:
    """The way in which a number gets better; None when more is not better or worse."""
    known = metrics().get(metric or "")
    if known is None or known.better == "neither":
        return None
    return "up" if known.better == "higher" else "down"


def _once(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Each text once, for all who gave one of the answers that lead to it."""
    found: dict[tuple[str, ...], Suggestion] = {}
    for one in suggestions:
        first = found.setdefault(written_titles(one), one)
        together = tuple(dict.fromkeys((*first.respondents, *one.respondents)))
        found[written_titles(one)] = replace(first, respondents=together)
    return list(found.values())


def _completed(suggestion: Suggestion, actions: Iterable[Action], titles: Titles) -> Suggestion:
    """With the direction of its number, and the action that was made from it."""
    names = {" ".join(title.split()) for title in titles(suggestion)}
    taken = next((one.id for one in actions if one.title in names), None)
    return replace(suggestion, direction=_direction(suggestion.metric), action_id=taken)
