"""The data of all departments come together in one place."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.quality.limits import STALE_DAYS
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Departments with accounts whose data reach to the last weeks; one without contradicts."""
    if not any(account.loaded for account in facts.accounts):
        return document(N_("No data are loaded. Load exports of each department first."))
    loaded = sum(one.loaded for one in facts.departments)
    say = saying(
        {"k": loaded, "n": len(facts.departments), "days": STALE_DAYS},
        agree=N_("The data of {k} of {n} departments with accounts reach to the last {days} days."),
        disagree=N_(
            "The data of only {k} of {n} departments with accounts reach to the last {days} days; the others are "
            "missing or late."
        ),
    )
    return counted(loaded == len(facts.departments), loaded, len(facts.departments), say)


CHECK = ClaimCheck(
    id="departments_loaded",
    claim=N_("The data of all departments come together, on schedule."),
    needs=N_("Departments with accounts in the register, and imports of at least one."),
    todo=N_("Ask the departments without recent data for their exports, or connect them."),
    from_level=3,
    page="quality",
    check=_check,
)
