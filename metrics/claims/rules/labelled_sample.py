"""The analysis of texts is checked on a sample of one's own."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict, saying
from metrics.words import N_

ENOUGH = 200


def _check(facts: Facts) -> Verdict:
    """Messages of a random sample that people labelled; without any, nobody checked that the analysis is right."""
    if facts.labels is None:
        return document(N_("No messages of citizens are loaded, so nothing here can be checked on them."))
    say = saying(
        {"n": facts.labels, "enough": ENOUGH},
        agree=N_("{n} messages of a random sample are labelled: {enough} or more."),
        disagree=N_("No message of a random sample is labelled, so nobody checked that the analysis is right."),
        too_few=N_("{n} messages of a random sample are labelled; {enough} are needed to judge the analysis."),
    )
    code: Code = "agree" if facts.labels >= ENOUGH else "too_few" if facts.labels else "disagree"
    return Verdict(code, say(code), n=facts.labels)


CHECK = ClaimCheck(
    id="labelled_sample",
    claim=N_("We check the analysis of texts on a sample of our own."),
    needs=N_("At least 200 labelled messages of a random sample."),
    todo=N_("Label 200 messages on the page Responsiveness: it draws them at random."),
    from_level=3,
    page="responsiveness",
    look=(("view", "check"),),
    check=_check,
)
