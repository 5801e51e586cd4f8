"""The scores of an assessment: what is claimed, what the data leave of it, and every term of the sum.

* item level: the mean of the levels that respondents gave
* claimed: 25 x the weighted mean of the answered items of a dimension, 0 to 100
* evidence-adjusted: the same, after levels that the data contradict are lowered (`evidence_level`)
* overall: the weighted mean of the dimensions

A dimension has a score when at least 60 % of the items that apply are answered by somebody; "don't know", "not
applicable" and open are no answers. The whole has one when each dimension has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from metrics.claims.item import ItemVerdict
from metrics.maturity.answers import Answer
from metrics.maturity.assessed import Assessed
from metrics.maturity.questionnaire import Questionnaire

POINTS = 25
"""What one level is worth, so that level 4 is 100."""
ENOUGH = 60
"""Percent of the items that apply which must be answered."""
WRITTEN = 2
"""Written but not followed: the most that is left of an answer that the data contradict."""
_USED = 3


def evidence_level(level: int, verdict: ItemVerdict | None) -> int:
    """What the data leave of an answer: never more than was claimed.

    A contradicted answer counts as level 2, written but not followed. Where the data contradict only what level 4
    adds, level 3 is left; so a higher answer never counts for less than a lower one.
    """
    if verdict is None:
        return level
    contradicted = [check.from_level for check, found in verdict.checks if found.code == "disagree"]
    if not contradicted:
        return level
    return min(level, WRITTEN if min(contradicted) <= _USED else _USED)


@dataclass(frozen=True)
class Term:
    """One question in the sum: its weight, the levels by respondent, and what the data leave of them."""

    question: str
    weight: float
    levels: Mapping[int, int]
    supported: Mapping[int, int]
    dont_know: int = 0
    not_applicable: int = 0

    @property
    def applies(self) -> bool:
        """False when it was set aside as not applicable and nobody answers it or does not know."""
        return bool(self.levels or self.dont_know or not self.not_applicable)

    @property
    def claimed(self) -> float | None:
        """The mean level; None when nobody answered."""
        return fmean(self.levels.values()) if self.levels else None

    @property
    def adjusted(self) -> float | None:
        """The mean of the levels that the data leave."""
        return fmean(self.supported.values()) if self.supported else None


@dataclass(frozen=True)
class DimensionScore:
    """A dimension: its terms, in order, and what follows from them."""

    dimension: str
    weight: float
    terms: tuple[Term, ...]

    @property
    def answered(self) -> int:
        """Items that somebody answered."""
        return sum(bool(term.levels) for term in self.terms)

    @property
    def applicable(self) -> int:
        """Items that apply."""
        return sum(term.applies for term in self.terms)

    @property
    def replies(self) -> int:
        """Answers of all respondents, "don't know" among them."""
        return sum(len(term.levels) + term.dont_know for term in self.terms)

    @property
    def dont_know(self) -> int:
        """How many of these are "don't know"."""
        return sum(term.dont_know for term in self.terms)

    @property
    def enough(self) -> bool:
        """Whether enough of it is answered for a score."""
        counted = any(term.weight > 0 for term in self.terms if term.levels)
        return counted and 100 * self.answered >= ENOUGH * self.applicable

    @property
    def claimed(self) -> float | None:
        """What is claimed, 0 to 100; None with too few answers."""
        return _points((term.weight, term.claimed) for term in self.terms) if self.enough else None

    @property
    def adjusted(self) -> float | None:
        """What the data leave of it."""
        return _points((term.weight, term.adjusted) for term in self.terms) if self.enough else None


@dataclass(frozen=True)
class Scores:
    """All dimensions, in order, and the whole."""

    dimensions: tuple[DimensionScore, ...]

    @property
    def answered(self) -> int:
        """Questions that somebody answered."""
        return sum(one.answered for one in self.dimensions)

    @property
    def applicable(self) -> int:
        """Questions that apply."""
        return sum(one.applicable for one in self.dimensions)

    @property
    def replies(self) -> int:
        """Answers of all respondents, "don't know" among them."""
        return sum(one.replies for one in self.dimensions)

    @property
    def dont_know(self) -> int:
        """How many of these are "don't know"."""
        return sum(one.dont_know for one in self.dimensions)

    @property
    def counting(self) -> tuple[DimensionScore, ...]:
        """The dimensions that are part of the whole: with a weight, and with items that apply."""
        return tuple(one for one in self.dimensions if one.weight > 0 and one.applicable)

    @property
    def missing(self) -> tuple[DimensionScore, ...]:
        """Those of them that have no score yet."""
        return tuple(one for one in self.counting if not one.enough)

    @property
    def claimed(self) -> float | None:
        """The whole as claimed; None until every dimension that counts has a score."""
        return None if self.missing else _mean((one.weight, one.claimed) for one in self.counting)

    @property
    def adjusted(self) -> float | None:
        """The whole as the data leave it."""
        return None if self.missing else _mean((one.weight, one.adjusted) for one in self.counting)

    @property
    def lowest(self) -> DimensionScore | None:
        """The dimension of which the data leave least; of equals the one with the lower claim, then the first."""
        scored = [one for one in self.dimensions if one.adjusted is not None and one.claimed is not None]
        return min(scored, key=lambda one: (one.adjusted, one.claimed), default=None)


def scores(
    questionnaire: Questionnaire,
    answers: Iterable[Answer],
    verdicts: Mapping[tuple[int, str], ItemVerdict] | None = None,
    weights: Mapping[str, float] | None = None,
) -> Scores:
    """The scores that follow from answers and from what the data say of each, by (respondent, question).

    `weights` of dimensions replace those of the questionnaire. Answers to questions that are not in it do not count.
    """
    by_question: dict[str, list[Answer]] = {}
    for answer in answers:
        by_question.setdefault(answer.question, []).append(answer)
    chosen = weights or {}
    return Scores(
        tuple(
            DimensionScore(
                dimension.id,
                chosen.get(dimension.id, dimension.weight),
                tuple(
                    _term(question.id, question.weight, by_question.get(question.id, []), verdicts or {})
                    for question in questionnaire.of(dimension.id)
                ),
            )
            for dimension in questionnaire.dimensions
        )
    )


def scores_of(assessed: Assessed) -> Scores:
    """The scores of an assessment, with its own weights."""
    return scores(assessed.questionnaire, assessed.answers.values(), assessed.verdicts, assessed.assessment.weights)


def _term(
    question: str, weight: float, given: Iterable[Answer], verdicts: Mapping[tuple[int, str], ItemVerdict]
) -> Term:
    found = list(given)
    levels = {one.respondent_id: one.level for one in found if one.state == "answered" and one.level is not None}
    return Term(
        question,
        weight,
        levels,
        {who: evidence_level(level, verdicts.get((who, question))) for who, level in levels.items()},
        sum(one.state == "dont_know" for one in found),
        sum(one.state == "not_applicable" for one in found),
    )


def _points(parts: Iterable[tuple[float, float | None]]) -> float | None:
    mean = _mean(parts)
    return None if mean is None else POINTS * mean


def _mean(parts: Iterable[tuple[float, float | None]]) -> float | None:
    """The weighted mean of what is there; None when nothing is."""
    known = [(weight, value) for weight, value in parts if value is not None]
    whole = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / whole if whole > 0 else None
