"""Target audiences are compared with who is really there."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Accounts with data for which an export about the audience was ever loaded."""
    known = facts.loaded
    if not known:
        return document(N_("No account has data. Load exports first."))
    told = sum(account.audience for account in known)
    say = saying(
        {"k": told, "n": len(known)},
        agree=N_("Figures about the audience are loaded for {k} of {n} accounts."),
        disagree=N_("No figures about the audience are loaded for any of the {n} accounts, so nothing was compared."),
    )
    return counted(told > 0, told, len(known), say)


CHECK = ClaimCheck(
    id="audience_compared",
    claim=N_("We compare our target audience with who is there and who is absent."),
    needs=N_("An export about the audience (age, place, language) of at least one account."),
    todo=N_("Load an export about the audience, and look who is missing. Followers are not all residents."),
    from_level=4,
    page="departments",
    metric="audience",
    check=_check,
    confirms=False,
)
