"""People are told what to expect, and the promise is one that most of them see kept."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share

SHARE, MINIMUM = 0.8, 30


def _check(facts: Facts) -> Verdict:
    """A text on expectations in the guideline, and a norm that is not shorter than what 80 of 100 people get."""
    if facts.guided.text is None:
        return document(N_("No guideline says where the text on what to expect stands. Add that rule."))
    if not facts.guided.text:
        return document(N_("The guideline does not say where the text stands, or nobody reviewed it in a year."))
    normed = None if facts.answers is None else facts.answers.normed
    if normed is None or not normed[1]:
        return document(N_("No norm is set, or no questions are loaded to hold it against."))
    k, n = normed
    say = saying(
        {"k": k, "n": n, "target": Share(SHARE)},
        agree=N_("The text exists, and {k} of {n} questions were answered within the norm: clearly {target} or more."),
        disagree=N_(
            "The text exists, but {k} of {n} questions were answered within the norm: clearly less than {target}, so "
            "it promises more than most people get."
        ),
        too_few=N_(
            "The text exists; {k} of {n} questions were answered within the norm: not enough to judge {target}."
        ),
    )
    return at_least(k, n, SHARE, say, MINIMUM)


CHECK = ClaimCheck(
    id="expectation_text",
    claim=N_("People read what to expect, and most of them get it."),
    needs=N_("A guideline with the text on what to expect, a norm, and 30 questions whose deadline has passed."),
    todo=N_("Promise what four of five people get now, or answer faster; then change the text on the profiles."),
    from_level=3,
    page="responsiveness",
    look=(("view", "promise"),),
    metric="within_norm",
    check=_check,
)
