"""Accounts post as often as the guideline says."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share

MINIMUM = 12


def _check(facts: Facts) -> Verdict:
    """Full weeks with a number of posts inside the band of the guideline, of all accounts that follow one."""
    promise = facts.guided.weeks
    if promise is None:
        return document(N_("No guideline says how many posts a week. Add that rule on the page Guidelines."))
    say = saying(
        {"k": promise.k, "n": promise.n, "target": Share(promise.share)},
        agree=N_(
            "{k} of {n} weeks of accounts keep to the number of posts in the guideline: clearly {target} or more."
        ),
        disagree=N_(
            "{k} of {n} weeks of accounts keep to the number of posts in the guideline: clearly less than {target}."
        ),
        too_few=N_(
            "{k} of {n} weeks of accounts keep to the number of posts in the guideline: not enough to judge {target}."
        ),
    )
    return at_least(promise.k, promise.n, promise.share, say, MINIMUM)


CHECK = ClaimCheck(
    id="posts_within_band",
    claim=N_("We post as often as our guideline says."),
    needs=N_("A guideline with posts per week, and an account with 12 full weeks of data."),
    todo=N_("Agree who writes in quiet weeks, or change the number of posts to what you can keep up."),
    from_level=3,
    page="guidelines",
    metric="posts_per_week",
    check=_check,
)
