"""People can comment: posts get comments at all."""

from metrics.claims.check import ClaimCheck
from metrics.claims.facts import Facts
from metrics.claims.promised import promised
from metrics.claims.verdict import Verdict
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Posts with a comment, where exports tell. Closed comments show as posts without any; open ones may get none."""
    return promised(
        facts.guided.commented,
        no_rule=N_("No guideline says that comments are open. Add that rule on the page Guidelines."),
        no_data=N_("These exports do not tell how many comments a post got. Look at ten posts by hand."),
        agree=N_("{k} of {n} posts got a comment: clearly {target} or more."),
        disagree=N_("{k} of {n} posts got a comment: clearly less than {target}."),
        too_few=N_("{k} of {n} posts got a comment: not enough to judge {target}."),
    )


CHECK = ClaimCheck(
    id="comments_accepted",
    claim=N_("People can comment on our posts."),
    needs=N_("A guideline with that rule, and 30 posts of an account with their number of comments."),
    todo=N_("Look on the platform whether comments are closed. If they are open, ask people something."),
    from_level=3,
    page="guidelines",
    check=_check,
    confirms=False,
)
