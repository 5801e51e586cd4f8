"""Somebody looks at what changed, and says what is done about it."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.handled import IN_TIME
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share

SHARE = 0.5


def _check(facts: Facts) -> Verdict:
    """Signals of the last 90 days that were acknowledged within two weeks after the figures came in."""
    if facts.signals is None:
        return document(N_("No signal was acknowledged or is overdue. Acknowledge signals on the page Change."))
    k, n = facts.signals
    say = saying(
        {"k": k, "n": n, "target": Share(SHARE), "days": IN_TIME},
        agree=N_("{k} of {n} signals were acknowledged within {days} days: clearly {target} or more."),
        disagree=N_("{k} of {n} signals were acknowledged within {days} days: clearly less than {target}."),
        too_few=N_("{k} of {n} signals were acknowledged within {days} days: not enough to judge {target}."),
    )
    return at_least(k, n, SHARE, say)


CHECK = ClaimCheck(
    id="signals_acknowledged",
    claim=N_("We watch what changes and act on it."),
    needs=N_("At least 10 signals of the last 90 days that were acknowledged or are overdue."),
    todo=N_("Look at the signals every two weeks. Acknowledge each with what you found or do about it."),
    from_level=4,
    page="change",
    check=_check,
    confirms=False,  # what nobody acknowledged and was gone a week later is not counted
)
