"""Every question gets an answer in the end, as the guideline says."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share


def _check(facts: Facts) -> Verdict:
    """Questions whose deadline has passed that a person answered, late or not."""
    promise = facts.guided.answered
    if promise is None:
        return document(N_("No guideline promises that every question gets an answer, so nothing is checked."))
    if not promise.n:
        return document(N_("No questions of citizens are loaded. Load exports with messages."))
    say = saying(
        {"k": promise.k, "n": promise.n, "target": Share(promise.share)},
        agree=N_("{k} of {n} questions got an answer, late ones included: clearly {target} or more."),
        disagree=N_("{k} of {n} questions got an answer, late ones included: clearly less than {target}."),
        too_few=N_("{k} of {n} questions got an answer, late ones included: not enough to judge {target}."),
    )
    return at_least(promise.k, promise.n, promise.share, say)


CHECK = ClaimCheck(
    id="answers_everything",
    claim=N_("Every question gets an answer in the end."),
    needs=N_("A guideline that promises it, and at least 10 questions whose deadline has passed."),
    todo=N_("Start with the questions that still wait: the page Responsiveness lists them."),
    from_level=3,
    page="responsiveness",
    look=(
        ("view", "figures"),
        ("answer", "answered_share"),
    ),
    metric="answered_share",
    check=_check,
)
