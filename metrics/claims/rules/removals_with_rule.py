"""Each removal of a comment rests on a house rule."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share

SHARE = 0.9


def _check(facts: Facts) -> Verdict:
    """Removals of the last twelve months that cite a rule."""
    removals = facts.removals
    if removals is None or not removals.n:
        return document(N_("There is no log of removals of the last twelve months. Keep one on the page Guidelines."))
    say = saying(
        {"k": removals.cited, "n": removals.n, "target": Share(SHARE)},
        agree=N_("{k} of {n} removals name a house rule: clearly {target} or more."),
        disagree=N_("{k} of {n} removals name a house rule: clearly less than {target}."),
        too_few=N_("{k} of {n} removals name a house rule: not enough to judge {target}."),
    )
    return at_least(removals.cited, removals.n, SHARE, say)


CHECK = ClaimCheck(
    id="removals_with_rule",
    claim=N_("We remove comments only under a house rule, and record it."),
    needs=N_("The log of removals, with at least 10 removals in twelve months."),
    todo=N_("Note the house rule with every removal. Put back what falls under none."),
    from_level=3,
    page="guidelines",
    check=_check,
)
