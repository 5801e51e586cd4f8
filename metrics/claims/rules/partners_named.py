"""Departments show that they work together, as often as they said."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_

MINIMUM_DAYS = 90


def _check(facts: Facts) -> Verdict:
    """Partner departments that are named as often a quarter as was declared, over the last half year."""
    if facts.partners is None:
        return document(N_("No partner departments are declared. Fill them in on the page Settings."))
    kept, declared = facts.partners
    say = saying(
        {"k": kept, "n": declared, "days": facts.days_known, "minimum": MINIMUM_DAYS},
        agree=N_("{k} of {n} partner departments are named as often as declared: half or more."),
        disagree=N_("{k} of {n} partner departments are named as often as declared: less than half."),
        too_few=N_("The data cover {days} days of the last half year; {minimum} are needed to judge partners."),
    )
    if facts.days_known < MINIMUM_DAYS:
        return Verdict("too_few", say("too_few"), n=declared)
    return counted(2 * kept >= declared, kept, declared, say)


CHECK = ClaimCheck(
    id="partners_named",
    claim=N_("Departments name their partner departments as often as agreed."),
    needs=N_("Partner departments with how often a quarter, and posts of at least 90 days."),
    todo=N_("Agree with the partner department on shared posts, or change what was agreed."),
    from_level=3,
    page="settings",
    check=_check,
)
