"""Accounts are on the platforms that departments agreed on."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_, Share

MOST = 0.1


def _check(facts: Facts) -> Verdict:
    """Active accounts on a platform that is not on the list."""
    if not facts.agreed:
        return document(N_("There is no list of agreed platforms. Make one on the page Settings."))
    active = facts.active
    if not active:
        return document(N_("The register has no active accounts. Fill it on the page Exports and accounts."))
    off = sum(account.platform not in facts.agreed for account in active)
    say = saying(
        {"k": off, "n": len(active), "share": Share(MOST)},
        agree=N_("{k} of {n} active accounts are on a platform that is not agreed: not more than {share}."),
        disagree=N_("{k} of {n} active accounts are on a platform that is not agreed: more than {share}."),
    )
    return counted(off <= MOST * len(active), off, len(active), say)


CHECK = ClaimCheck(
    id="platforms_agreed",
    claim=N_("Departments use the platforms that they agreed on."),
    needs=N_("The list of agreed platforms, and the register of accounts."),
    todo=N_("Close accounts on other platforms, or add the platform to the list with a reason."),
    from_level=3,
    page="settings",
    check=_check,
)
