"""Results lead to decisions that are written down."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict, saying
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Actions of the plan that were decided, registered or done in the last twelve months."""
    if facts.decisions is None:
        return document(N_("No action plan is kept here. Show where decisions are logged."))
    say = saying(
        {"n": facts.decisions},
        agree=N_("Decisions in the action plan in the last twelve months: {n}."),
        disagree=N_("The action plan has no decision of the last twelve months."),
    )
    code: Code = "agree" if facts.decisions else "disagree"
    return Verdict(code, say(code), n=facts.decisions)


CHECK = ClaimCheck(
    id="decisions_logged",
    claim=N_("Results lead to decisions, and we log these."),
    needs=N_("The action plan: actions that were planned, registered or done."),
    todo=N_("Decide about one action in the plan: give it an owner, a date and a measure."),
    from_level=4,
    page="plan",
    check=_check,
)
