"""The strategy shows in the register: accounts say what they are for."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_

MOST = 0.5
"""A strategy for the whole organisation is contradicted when more than half of its accounts declare nothing."""


def _check(facts: Facts) -> Verdict:
    """Active accounts with a purpose or an objective in the register."""
    active = facts.active
    if not active:
        return document(N_("The register has no active accounts. Fill it on the page Exports and accounts."))
    declared = sum(account.purpose or account.objective is not None for account in active)
    say = saying(
        {"k": declared, "n": len(active)},
        agree=N_("{k} of {n} active accounts say in the register what they are for."),
        disagree=N_("Only {k} of {n} active accounts say in the register what they are for."),
    )
    return counted(declared >= MOST * len(active), declared, len(active), say)


CHECK = ClaimCheck(
    id="objectives_declared",
    claim=N_("Our accounts follow a strategy: each says what it is for."),
    needs=N_("The register of accounts, with a purpose or an objective for each."),
    todo=N_("Fill in what each account is for, or close accounts that nobody can give a purpose."),
    from_level=3,
    page="data",
    check=_check,
    confirms=False,
)
