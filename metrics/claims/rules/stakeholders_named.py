"""Stakeholders on the list show in what is posted."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_

MINIMUM_DAYS = 90


def _check(facts: Facts) -> Verdict:
    """Listed organisations that own posts of the last half year name; the list is that of the whole organisation."""
    if facts.stakeholders is None:
        return document(N_("There is no list of stakeholders. Make one on the page Settings."))
    named, listed = facts.stakeholders
    say = saying(
        {"k": named, "n": listed, "days": facts.days_known, "minimum": MINIMUM_DAYS},
        agree=N_("Posts of the last half year name {k} of the {n} organisations on the list: half or more."),
        disagree=N_("Posts of the last half year name {k} of the {n} organisations on the list: less than half."),
        too_few=N_("The data cover {days} days of the last half year; {minimum} are needed to judge the list."),
    )
    if facts.days_known < MINIMUM_DAYS:
        return Verdict("too_few", say("too_few"), n=listed)
    return counted(2 * named >= listed, named, listed, say)


CHECK = ClaimCheck(
    id="stakeholders_named",
    claim=N_("We work with the organisations on our list."),
    needs=N_("A list of organisations, and posts of at least 90 days."),
    todo=N_("Name the organisations you work with in posts, or take those off the list that you do not work with."),
    from_level=3,
    page="settings",
    check=_check,
)
