"""Posts are as easy to read as the guideline says."""

from metrics.claims.check import ClaimCheck
from metrics.claims.facts import Facts
from metrics.claims.promised import promised
from metrics.claims.verdict import Verdict
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Posts at the agreed level; a formula judges words and sentences, and no meaning, so this confirms nothing."""
    return promised(
        facts.guided.language,
        no_rule=N_("No guideline names a language level. Add that rule on the page Guidelines."),
        no_data=N_("There are too few posts with enough words to judge. Read ten posts aloud."),
        agree=N_("{k} of {n} posts are at the agreed level or easier: clearly {target} or more."),
        disagree=N_("{k} of {n} posts are at the agreed level or easier: clearly less than {target}."),
        too_few=N_("{k} of {n} posts are at the agreed level or easier: not enough to judge {target}."),
    )


CHECK = ClaimCheck(
    id="plain_language",
    claim=N_("We write in plain language."),
    needs=N_("A guideline with a language level, and 30 posts of an account with enough words."),
    todo=N_("Let a colleague read posts before they go out: shorter sentences, common words."),
    from_level=3,
    page="guidelines",
    check=_check,
    confirms=False,
)
