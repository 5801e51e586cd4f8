"""Every account has an owner."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, every
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Accounts with data that have an owner in the register: one without is enough to contradict."""
    known = facts.loaded
    if not known:
        return document(N_("No account has data. Load exports first."))
    owned = sum(account.owner for account in known)
    return every(
        owned,
        len(known),
        agree=N_("All {n} accounts with data have an owner in the register."),
        disagree=N_("{k} of {n} accounts with data have an owner in the register; the others have none."),
    )


CHECK = ClaimCheck(
    id="accounts_owned",
    claim=N_("Every account has an owner."),
    needs=N_("The register of accounts with the role that owns each, and data of at least one account."),
    todo=N_("Give each account an owner role in the register, or close it."),
    from_level=3,
    page="data",
    check=_check,
)
