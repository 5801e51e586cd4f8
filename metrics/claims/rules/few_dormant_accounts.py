"""A register that is reviewed leaves hardly any account silent."""

from metrics.claims.check import ClaimCheck
from metrics.claims.dormant import dormant_at_most
from metrics.words import N_

MOST = 0.1

CHECK = ClaimCheck(
    id="few_dormant_accounts",
    claim=N_("We review our accounts and close what is not used."),
    needs=N_("Posts of the active accounts, over a time in which their rhythm shows."),
    todo=N_("Go through the silent accounts: post again, or close them and mark them as closed in the register."),
    from_level=4,
    page="quality",
    check=lambda facts: dormant_at_most(facts, MOST),
)
