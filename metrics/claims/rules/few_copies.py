"""Departments share each other's posts instead of copying them."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Copies are not counted: that would take comparing every post with every other one."""
    return document(
        N_("Posts of different accounts are not compared word by word here. Show your shared calendar or library.")
    )


CHECK = ClaimCheck(
    id="few_copies",
    claim=N_("Departments share posts instead of copying them."),
    needs=N_("A count of near-identical posts on different accounts, which this version does not have."),
    todo=N_("Share the post of the department that knows most about it instead of writing a copy."),
    from_level=3,
    page="departments",
    check=_check,
)
