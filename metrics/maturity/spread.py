"""How far departments, or roles, are apart on each question: disagreement is itself a finding about coordination."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean
from typing import Literal

from metrics.maturity.assessed import Assessed
from metrics.maturity.questionnaire import LEVELS

By = Literal["department", "role"]


def consensus(levels: Sequence[float], low: float = LEVELS[0], high: float = LEVELS[-1]) -> float | None:
    """How much answers agree, from 0 (half at each end of the scale) to 1 (all the same); None below two answers.

    `1 + mean(log2(1 - |x - mean| / (high - low)))`: for answers on an ordinal scale, where a standard deviation would
    depend on where on the scale they are.

    Reference: Tastle & Wierman (2007), "Consensus and dissention: a measure of ordinal dispersion".

    >>> [round(consensus(levels), 2) for levels in ([4, 4, 4], [3] * 8 + [4], [0, 1, 2, 3, 4], [0, 4])]
    [1.0, 0.92, 0.43, 0.0]
    """
    if len(levels) < 2:
        return None
    mean, width = fmean(levels), high - low
    return min(1.0, max(0.0, 1 + fmean(log2(1 - abs(level - mean) / width) for level in levels)))


@dataclass(frozen=True)
class Group:
    """The respondents of one department (None: for the whole organisation) or of one role, on one question."""

    key: int | str | None
    level: float
    n: int


@dataclass(frozen=True)
class Spread:
    """One question: the mean level of each group, their range, and how much all answers agree."""

    question: str
    groups: tuple[Group, ...]
    consensus: float

    @property
    def range(self) -> float:
        """The highest mean level less the lowest, 0 to 4."""
        levels = [group.level for group in self.groups]
        return max(levels) - min(levels)


def spread(assessed: Assessed, by: By) -> list[Spread]:
    """Every question that at least two groups answered, the widest apart first. Capitals in a role do not count."""
    found = []
    for question in assessed.questionnaire.questions:
        groups: dict[int | str | None, list[int]] = {}
        for respondent in assessed.respondents:
            answer = assessed.answers.get((respondent.id, question.id))
            if answer is None or answer.state != "answered" or answer.level is None:
                continue
            key = respondent.department_id if by == "department" else " ".join(respondent.role.split()).casefold()
            groups.setdefault(key, []).append(answer.level)
        agreed = consensus(list(_all(groups.values())))
        if len(groups) > 1 and agreed is not None:
            means = tuple(Group(key, fmean(levels), len(levels)) for key, levels in groups.items())
            found.append(Spread(question.id, means, agreed))
    return sorted(found, key=lambda one: (-one.range, one.consensus))


def _all(groups: Iterable[Sequence[int]]) -> Iterable[int]:
    return (level for levels in groups for level in levels)
