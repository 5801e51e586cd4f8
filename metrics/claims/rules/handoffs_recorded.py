"""Questions are handed to whoever can answer them."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """No log of hand-offs is kept here, so no data can tell."""
    return document(N_("No log of hand-offs is kept here, so data cannot tell. Show the agreement and your own log."))


CHECK = ClaimCheck(
    id="handoffs_recorded",
    claim=N_("Questions for others are handed over, with an owner and a time limit."),
    needs=N_("A log of hand-offs, which this version does not have."),
    todo=N_("Note for each question that is handed over to whom it went, by when, and when it was closed."),
    from_level=3,
    page="responsiveness",
    check=_check,
)
