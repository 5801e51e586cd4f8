"""Pictures have a description, as the guideline says."""

from metrics.claims.check import ClaimCheck
from metrics.claims.facts import Facts
from metrics.claims.promised import promised
from metrics.claims.verdict import Verdict
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Pictures with a description, of those of which an export tells; few platforms do, so this confirms nothing."""
    return promised(
        facts.guided.pictures,
        no_rule=N_("No guideline asks for descriptions of pictures. Add that rule on the page Guidelines."),
        no_data=N_("No export tells whether pictures have a description. Look at ten posts by hand."),
        agree=N_("{k} of {n} pictures have a description: clearly {target} or more, where exports tell."),
        disagree=N_("{k} of {n} pictures have a description: clearly less than {target}."),
        too_few=N_("{k} of {n} pictures have a description: not enough to judge {target}."),
    )


CHECK = ClaimCheck(
    id="pictures_described",
    claim=N_("Our pictures have a description for people who do not see them."),
    needs=N_("A guideline with that rule, and 30 pictures of which the export tells: Mastodon or Bluesky."),
    todo=N_("Write a description with every picture: what is on it, and the text in it."),
    from_level=3,
    page="guidelines",
    check=_check,
    confirms=False,
)
