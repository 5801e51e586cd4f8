"""Which claims of an assessment could be checked with data, and what came of it, question by question."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metrics.claims.item import ItemVerdict
from metrics.claims.verdict import Code
from metrics.maturity.assessed import Assessed

FIRST: tuple[Code, ...] = ("disagree", "agree", "too_few", "document")
"""Which verdict a question gets when respondents get different ones; contradictions are never hidden by others."""


@dataclass(frozen=True)
class ItemClaim:
    """What is claimed with one question: the levels and verdicts by respondent, and one verdict over all of them."""

    question: str
    dimension: str
    levels: Mapping[int, int]
    verdicts: Mapping[int, ItemVerdict]

    @property
    def code(self) -> Code | None:
        """The verdict on the question; None when no answer claims anything that is checked."""
        found = {verdict.code for verdict in self.verdicts.values()}
        return next((code for code in FIRST if code in found), None)


@dataclass(frozen=True)
class ClaimCounts:
    """How many questions got which verdict. `testable`: those with data, also when there are too few."""

    questions: int
    agree: int
    disagree: int
    too_few: int
    document: int

    @property
    def testable(self) -> int:
        """Claims that were held beside data."""
        return self.agree + self.disagree + self.too_few


def item_claims(assessed: Assessed) -> tuple[ItemClaim, ...]:
    """Every question that somebody answered, in the order of the questionnaire."""
    found = []
    for question in assessed.questionnaire.questions:
        levels, verdicts = {}, {}
        for respondent in assessed.respondents:
            answer = assessed.answers.get((respondent.id, question.id))
            if answer is None or answer.state != "answered" or answer.level is None:
                continue
            levels[respondent.id] = answer.level
            verdicts[respondent.id] = assessed.verdicts.get((respondent.id, question.id), ItemVerdict(None))
        if levels:
            found.append(ItemClaim(question.id, question.dimension, levels, verdicts))
    return tuple(found)


def claim_counts(claims: Iterable[ItemClaim], questions: int) -> ClaimCounts:
    """How many of the questions got which verdict."""
    n = Counter(claim.code for claim in claims)
    return ClaimCounts(questions, n["agree"], n["disagree"], n["too_few"], n["document"])


def contradictions_first(claims: Iterable[ItemClaim]) -> list[ItemClaim]:
    """Contradictions before all others, each group in the order of the questionnaire; what claims nothing comes last.

    Confirmed claims come after those that lack data or a document: there, something is left to do.
    """
    order: tuple[Code | None, ...] = ("disagree", "too_few", "document", "agree", None)
    return sorted(claims, key=lambda claim: order.index(claim.code))


def by_verdict(claims: Iterable[ItemClaim]) -> dict[Code | None, list[ItemClaim]]:
    """The claims by their verdict, in the order in which they come."""
    found: dict[Code | None, list[ItemClaim]] = {}
    for claim in claims:
        found.setdefault(claim.code, []).append(claim)
    return found
