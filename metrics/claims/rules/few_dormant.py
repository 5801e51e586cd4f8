"""A strategy that is followed leaves few accounts silent."""

from metrics.claims.check import ClaimCheck
from metrics.claims.dormant import dormant_at_most
from metrics.words import N_

MOST = 0.25

CHECK = ClaimCheck(
    id="few_dormant",
    claim=N_("Our accounts are in use."),
    needs=N_("Posts of the active accounts, over a time in which their rhythm shows."),
    todo=N_("Post again on silent accounts, or close them and say where people can go instead."),
    from_level=3,
    page="quality",
    check=lambda facts: dormant_at_most(facts, MOST),
    confirms=False,
)
