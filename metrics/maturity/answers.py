"""What people answer: one answer for each question of each respondent, who is a role and never a name."""

from dataclasses import dataclass
from typing import Any, Literal

State = Literal["open", "answered", "dont_know", "not_applicable"]
Confidence = Literal["low", "medium", "high"]


LONGEST_ROLE = 80
"""Characters of the role of somebody who answers."""


@dataclass(frozen=True)
class Evidence:
    """What supports an answer: a document, or a measured figure as it was on that day.

    `kind` is document or figure. A document has title, link, owner_role and review_date (ISO; each may be empty), a
    figure title, value (in words), period, link (a page of the product) and taken (ISO date).
    """

    kind: Literal["document", "figure"]
    title: str
    link: str = ""
    owner_role: str = ""
    review_date: str = ""
    value: str = ""
    period: str = ""
    taken: str = ""


@dataclass(frozen=True)
class Respondent:
    """Who answers: a role, for a department or (None) for the whole organisation."""

    id: int
    assessment_id: int
    department_id: int | None
    role: str


@dataclass(frozen=True)
class Answer:
    """The answer of one respondent to one question. `level` is None unless `state` is answered.

    `revision` counts saves; a question that was never saved is `Answer(respondent_id, question)`.
    """

    respondent_id: int
    question: str
    state: State = "open"
    level: int | None = None
    note: str = ""
    confidence: Confidence | None = None
    evidence: tuple[Evidence, ...] = ()
    revision: int = 0
    saved_ts: int | None = None


FIELDS: tuple[str, ...] = ("level", "note", "confidence", "evidence")
"""What is saved apart, so that two people who change different things do not overwrite each other. `level` holds the
state too: 0 to 4, "dont_know", "not_applicable", or None for open."""


@dataclass(frozen=True)
class Change:
    """One saved change of one field: who (a role, or who is at the keyboard) changed what into what, and when.

    `set_aside`: somebody else's value came in between, so this one is kept in the history only.
    """

    respondent_id: int
    question: str
    field: str
    old: Any
    new: Any
    set_aside: bool
    who: str
    made_ts: int
    id: int = 0
