"""What changed since an earlier assessment, question by question."""

from dataclasses import dataclass

from metrics.maturity.assessed import Assessed
from metrics.maturity.questionnaire import Question
from metrics.maturity.scores import Term, scores_of


@dataclass(frozen=True)
class ItemChange:
    """One question that is in both questionnaires: the claimed level then and now, and by how many it was given.

    `reworded`: its text or its levels are not the same, so part of a difference may come from the words.
    """

    question: str
    dimension: str
    before: float | None
    now: float | None
    n_before: int
    n_now: int
    reworded: bool

    @property
    def difference(self) -> float | None:
        """Levels up (above zero) or down; None when it was not answered both times."""
        return None if self.before is None or self.now is None else self.now - self.before


@dataclass(frozen=True)
class Changed:
    """The questions that both have, in order, and the ids of those that only one has."""

    items: tuple[ItemChange, ...]
    only_now: tuple[str, ...]
    only_before: tuple[str, ...]

    @property
    def compared(self) -> tuple[ItemChange, ...]:
        """The questions that were answered both times."""
        return tuple(item for item in self.items if item.difference is not None)

    @property
    def up(self) -> int:
        """How many of them are higher now."""
        return sum((item.difference or 0) > 0 for item in self.compared)

    @property
    def down(self) -> int:
        """How many of them are lower now."""
        return sum((item.difference or 0) < 0 for item in self.compared)


def changed(now: Assessed, before: Assessed) -> Changed:
    """The change in claimed levels. Questions that only one of the questionnaires has are named, never compared."""
    old = {question.id: question for question in before.questionnaire.questions}
    new = {question.id: question for question in now.questionnaire.questions}
    then, today = _terms(before), _terms(now)
    items = tuple(
        ItemChange(
            question.id,
            question.dimension,
            then[question.id].claimed,
            today[question.id].claimed,
            len(then[question.id].levels),
            len(today[question.id].levels),
            _words(question) != _words(old[question.id]),
        )
        for question in now.questionnaire.questions
        if question.id in old
    )
    return Changed(items, tuple(one for one in new if one not in old), tuple(one for one in old if one not in new))


def _terms(assessed: Assessed) -> dict[str, Term]:
    return {term.question: term for one in scores_of(assessed).dimensions for term in one.terms}


def _words(question: Question) -> tuple[object, ...]:
    return (dict(question.text), *map(dict, question.anchors))
