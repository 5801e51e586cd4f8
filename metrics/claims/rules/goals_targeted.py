"""Each goal has a target that can be measured."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, every
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Goals with at least one number that has a target, of all active goals: the whole register counts."""
    if facts.goals is None:
        return document(N_("No goal is written down here. Show your objectives with their targets."))
    return every(
        facts.goals.targeted,
        facts.goals.n,
        agree=N_("{k} of {n} goals have a number with a target."),
        disagree=N_("Only {k} of {n} goals have a number with a target."),
    )


CHECK = ClaimCheck(
    id="goals_targeted",
    claim=N_("Each objective has a target that can be measured."),
    needs=N_("The goals, with the numbers that show whether they come nearer."),
    todo=N_("Give each goal a number with a target that says how much is enough."),
    from_level=3,
    page="goals",
    check=_check,
)
