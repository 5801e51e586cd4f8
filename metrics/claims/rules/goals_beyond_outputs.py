"""Each goal has a number that says more than what the organisation itself does."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, every
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Goals with at least one number above the level of outputs, of all active goals: the whole register counts."""
    if facts.goals is None:
        return document(N_("No goal is written down here. Show the goals of the strategy and what measures them."))
    return every(
        facts.goals.above,
        facts.goals.n,
        agree=N_("{k} of {n} goals have a number that says more than what we do ourselves."),
        disagree=N_("Only {k} of {n} goals have a number that says more than what we do ourselves."),
    )


CHECK = ClaimCheck(
    id="goals_beyond_outputs",
    claim=N_("Each goal of our strategy says what should come of it."),
    needs=N_("The goals, with the numbers that show whether they come nearer."),
    todo=N_("Give each goal a number above the level of outputs, best an outcome, or close goals that nobody follows."),
    from_level=3,
    page="goals",
    check=_check,
    confirms=False,
)
