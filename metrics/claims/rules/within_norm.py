"""Questions are answered in time: the flagship claim."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share


def _check(facts: Facts) -> Verdict:
    """The share of questions answered by their deadline; the unanswered count as a miss."""
    answers = facts.answers
    if answers is None or not answers.due:
        return document(N_("No questions of citizens are loaded. Load exports with messages."))
    if answers.target is None:
        return document(N_("No norm with a share is set. Set one on the page Responsiveness."))
    say = saying(
        {"k": answers.in_time, "n": answers.due, "target": Share(answers.target)},
        agree=N_("{k} of {n} questions were answered in time: clearly {target} or more."),
        disagree=N_("{k} of {n} questions were answered in time: clearly less than {target}."),
        too_few=N_("{k} of {n} questions were answered in time: not enough to judge {target}."),
    )
    return at_least(answers.in_time, answers.due, answers.target, say)


CHECK = ClaimCheck(
    id="within_norm",
    claim=N_("We answer within the time of our norm."),
    needs=N_("At least 10 questions whose deadline has passed, and a norm with a share."),
    todo=N_("See where questions wait, then change who is there or change the promise."),
    from_level=3,
    page="responsiveness",
    look=(
        ("view", "figures"),
        ("answer", "within_norm"),
    ),
    metric="within_norm",
    check=_check,
)
