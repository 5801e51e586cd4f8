"""An assessment with everything that its results follow from: questions, answers, and what the data say of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from metrics.claims.item import ItemVerdict
from metrics.maturity.answers import Answer, Respondent
from metrics.maturity.questionnaire import Questionnaire
from metrics.periods import to_day


class Round(Protocol):
    """One dated round of answers, as the store has it; `weights` are of dimensions, `target` is the level to reach."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def day(self) -> date | int: ...
    @property
    def target(self) -> int: ...
    @property
    def weights(self) -> Mapping[str, float]: ...
    @property
    def status(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def is_demo(self) -> bool: ...


@dataclass(frozen=True)
class Assessed:
    """Answers and verdicts by (respondent, question). An answer that claims nothing has a verdict without a code."""

    questionnaire: Questionnaire
    assessment: Round
    respondents: tuple[Respondent, ...]
    answers: Mapping[tuple[int, str], Answer]
    verdicts: Mapping[tuple[int, str], ItemVerdict]


def day_of(round_: Round) -> int:
    """The day that an assessment is about, as the store counts days."""
    return to_day(round_.day) if isinstance(round_.day, date) else round_.day
