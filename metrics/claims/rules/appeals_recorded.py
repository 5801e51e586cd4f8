"""People can object to a removal, and what comes of it is recorded."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_

MINIMUM = 30
"""Of thirty removals somebody objects to one, if people know that they can; of a handful perhaps nobody does."""


def _check(facts: Facts) -> Verdict:
    """Whether the log of the last twelve months has any objection, or any removal that was put back."""
    removals = facts.removals
    if removals is None or not removals.n:
        return document(N_("There is no log of removals of the last twelve months. Keep one on the page Guidelines."))
    say = saying(
        {"k": removals.appealed, "n": removals.n, "back": removals.reversed},
        agree=N_("Of {n} removals, {k} were objected to and {back} put back."),
        disagree=N_("Of {n} removals not one was objected to or put back: no objections are recorded."),
        too_few=N_("Of {n} removals not one was objected to: too few removals to say that none are recorded."),
    )
    recorded = removals.appealed + removals.reversed > 0
    if not recorded and removals.n < MINIMUM:
        return Verdict("too_few", say("too_few"), n=removals.n)
    return counted(recorded, removals.appealed, removals.n, say)


CHECK = ClaimCheck(
    id="appeals_recorded",
    claim=N_("People can object to a removal, and we record what comes of it."),
    needs=N_("The log of removals with objections, or 30 removals without any."),
    todo=N_("Tell people how to object, let a colleague look again, and note the outcome in the log."),
    from_level=4,
    page="guidelines",
    check=_check,
)
