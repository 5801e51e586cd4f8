"""What the data say about one answer: every check that its level makes, and the verdict that follows from them."""

from dataclasses import dataclass

from metrics.claims.check import ClaimCheck, checks
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict
from metrics.maturity.questionnaire import Question

WRITTEN = 2
"""Written but not followed: the most that a contradicted answer counts for."""


@dataclass(frozen=True)
class ItemVerdict:
    """The verdict on an answer, and each check with its own; `code` is None when the answer claims nothing."""

    code: Code | None
    checks: tuple[tuple[ClaimCheck, Verdict], ...] = ()


def judge(question: Question, level: int | None, facts: Facts) -> ItemVerdict:
    """The verdict on an answer of this level.

    One check that disagrees decides. Else one with too few data does: an answer is not confirmed while a part of it is
    open. Else one that agrees; else a document must show it. Weak evidence (`confirms` is False) can only disagree.
    """
    if level is None:
        return ItemVerdict(None)
    known = checks()
    made = [known[one] for one in question.checks if one in known and known[one].from_level <= level]
    found = tuple((check, check.check(facts)) for check in made)
    codes = {counts_as(check, verdict) for check, verdict in found}
    order: tuple[Code, ...] = ("disagree", "too_few", "agree", "document")
    return ItemVerdict(next((code for code in order if code in codes), None), found)


def counts_as(check: ClaimCheck, verdict: Verdict) -> Code:
    """What the verdict of a check adds to that of the answer."""
    return "document" if verdict.code != "disagree" and not check.confirms else verdict.code


def cap(level: int, verdict: ItemVerdict) -> int:
    """What the data leave of an answer: at most "written" when they contradict it, never more than was claimed.

    Where they contradict only what a higher level adds, the level below that is left; so a higher answer never counts
    for less than a lower one.
    """
    contradicted = [check.from_level for check, found in verdict.checks if found.code == "disagree"]
    return min(level, max(WRITTEN, min(contradicted) - 1)) if contradicted else level
