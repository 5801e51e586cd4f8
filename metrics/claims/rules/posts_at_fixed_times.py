"""Accounts post on the days and hours of the guideline."""

from metrics.claims.check import ClaimCheck
from metrics.claims.facts import Facts
from metrics.claims.promised import promised
from metrics.claims.verdict import Verdict
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Posts on the agreed days and hours, of all accounts with 30 posts of which the hour is known."""
    return promised(
        facts.guided.times,
        no_rule=N_("No guideline says on which days and hours to post. Add that rule on the page Guidelines."),
        no_data=N_("There are too few posts of which the hour is known. Choose a longer period."),
        agree=N_("{k} of {n} posts lie within the agreed days and hours: clearly {target} or more."),
        disagree=N_("{k} of {n} posts lie within the agreed days and hours: clearly less than {target}."),
        too_few=N_("{k} of {n} posts lie within the agreed days and hours: not enough to judge {target}."),
    )


CHECK = ClaimCheck(
    id="posts_at_fixed_times",
    claim=N_("We post on the days and at the hours of our guideline."),
    needs=N_("A guideline with that rule, and 30 posts of an account with their hour."),
    todo=N_("Plan posts within the agreed hours, or change the hours to those that you need."),
    from_level=3,
    page="guidelines",
    check=_check,
    confirms=True,
)
