"""Departments that are coordinated name each other."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_

MINIMUM = 30


def _check(facts: Facts) -> Verdict:
    """Accounts that named another department in the last half year, of those with 30 posts or more.

    A mention is no coordination by itself, so this contradicts and never confirms.
    """
    known = [account.naming for account in facts.accounts if account.naming is not None]
    if not known:
        return document(N_("No post names a department, so connections cannot be seen. A document must show them."))
    judged = [named for named, posts in known if posts >= MINIMUM]
    connected = sum(named > 0 for named in judged)
    say = saying(
        {"k": connected, "n": len(judged), "minimum": MINIMUM},
        agree=N_("{k} of {n} accounts named another department in the last half year."),
        disagree=N_("Only {k} of {n} accounts named another department in the last half year; the others stand alone."),
        too_few=N_("No account has {minimum} posts in the last half year."),
    )
    if not judged:
        return Verdict("too_few", say("too_few"))
    return counted(2 * connected >= len(judged), connected, len(judged), say)


CHECK = ClaimCheck(
    id="accounts_connected",
    claim=N_("Our departments work together on social media."),
    needs=N_("Two departments, and an account with 30 posts in half a year."),
    todo=N_("Share what other departments post instead of standing alone, and agree who leads on which subject."),
    from_level=3,
    page="departments",
    check=_check,
    confirms=False,
)
