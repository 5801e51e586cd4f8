"""The questions of the self-assessment, as data: `data.questionnaire` reads them from YAML.

Their words are in the files, in each language (`Words`), not in the message catalogues: an organisation adds its own
questions the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]
"""A text by language code; English is always there."""

LEVELS = range(5)
"""From 0, nothing in place, to 4, measured and reviewed."""


@dataclass(frozen=True)
class Question:
    """One question, with what each answer means and what to do next.

    `anchors` has the five levels in order; `improvements` what to do at each level below 4, the first one first.
    `contradicted_by` is shown before answering. `checks` are ids of `metrics.claims`, the main one first; without any,
    only a document can show that the answer holds. `brief` are codes of the brief's recommendations, `oecd` the code of
    the survey's question that it follows, `sources` codes of the questionnaire's list.
    """

    id: str
    dimension: str
    text: Words
    help: Words
    anchors: tuple[Words, ...]
    improvements: Mapping[int, tuple[Words, ...]]
    contradicted_by: Words
    checks: tuple[str, ...]
    brief: tuple[str, ...]
    sources: tuple[str, ...]
    oecd: str | None = None
    weight: float = 1.0
    own: bool = False


@dataclass(frozen=True)
class Dimension:
    """A group of questions, one screen; `recommendation` is the brief's, by its code."""

    id: str
    title: Words
    recommendation: str
    weight: float = 1.0


@dataclass(frozen=True)
class Questionnaire:
    """All questions in order. `version` is printed with every result; `own_version` that of the organisation's own."""

    version: str
    dimensions: tuple[Dimension, ...]
    questions: tuple[Question, ...]
    recommendations: Mapping[str, Words]  # code -> the brief's recommendation
    sources: Mapping[str, str]  # code -> citation
    oecd: Mapping[str, Words] = field(default_factory=dict)  # code -> the survey's own wording
    own_version: str = ""

    def question(self, id: str) -> Question:
        """The question with this id. Raises `KeyError`."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)

    def of(self, dimension: str) -> tuple[Question, ...]:
        """The questions of a dimension, in order."""
        return tuple(question for question in self.questions if question.dimension == dimension)
