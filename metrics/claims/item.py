"""What the data say about one answer: every check that its level makes, and the verdict that follows from them."""

from dataclasses import dataclass

from metrics.claims.check import ClaimCheck, checks
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict
from metrics.maturity.questionnaire import Question


@dataclass(frozen=True)
class ItemVerdict:
    """The verdict on an answer, and each check with its own; `code` is None when the answer claims nothing."""

    code: Code | None
    checks: tuple[tuple[ClaimCheck, Verdict], ...]


def judge(question: Question, level: int | None, facts: Facts) -> ItemVerdict:
    """The verdict on an answer of this level: one that disagrees decides, else one that agrees, else too few."""
    if level is None:
        return ItemVerdict(None, ())
    known = checks()
    made = [known[one] for one in question.checks if one in known and known[one].from_level <= level]
    found = tuple((check, check.check(facts)) for check in made)
    codes = {"document" if verdict.code == "agree" and not check.confirms else verdict.code for check, verdict in found}
    order: tuple[Code, ...] = ("disagree", "agree", "too_few", "document")
    return ItemVerdict(next((code for code in order if code in codes), None), found)
