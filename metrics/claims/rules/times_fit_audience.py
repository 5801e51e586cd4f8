"""Accounts post when their audience is there."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_, Share

FIT = 0.5
"""From half on, the hours of an account and those of its audience have more in common than not."""


def _check(facts: Facts) -> Verdict:
    """Accounts whose posts fit the hours in which citizens write: 1 - half the sum of the differences by hour.

    Citizens also write because something was posted, which makes the fit look better than it is: so this contradicts
    and never confirms.
    """
    known = facts.loaded
    if not any(account.talk is not None for account in known):
        return document(N_("No messages of citizens are loaded. Load exports with messages."))
    judged = [account.fit for account in known if account.fit is not None]
    fitting = sum(fit >= FIT for fit in judged)
    say = saying(
        {"k": fitting, "n": len(judged), "share": Share(FIT)},
        agree=N_("{k} of {n} accounts post for {share} or more at the hours in which people write to them."),
        disagree=N_("Only {k} of {n} accounts post for {share} or more at the hours in which people write to them."),
        too_few=N_("No account has enough posts and messages of which the hour is known."),
    )
    if not judged:
        return Verdict("too_few", say("too_few"))
    return counted(2 * fitting >= len(judged), fitting, len(judged), say)


CHECK = ClaimCheck(
    id="times_fit_audience",
    claim=N_("We post when our audience is there."),
    needs=N_("At least 50 posts and 100 messages of an account in half a year, with their hour."),
    todo=N_("Move posts to the hours in which people write to you, and see what changes."),
    from_level=3,
    page="guidelines",
    check=_check,
    confirms=False,
)
