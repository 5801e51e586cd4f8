"""Questions are answered in time: the flagship claim."""

from metrics.claims.check import ClaimCheck, needs_document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict, at_least
from metrics.words import N_, Message, Share


def _check(facts: Facts) -> Verdict:
    """The share of questions answered by their deadline; the unanswered count as a miss."""
    answers = facts.answers
    if answers is None or not answers.due:
        return Verdict(
            "document", needs_document(N_("No questions of citizens are loaded. Load exports with messages."))
        )
    if answers.target is None:
        return Verdict(
            "document", needs_document(N_("No norm with a share is set. Set one on the Responsiveness page."))
        )
    target = answers.target

    def say(code: Code) -> Message:
        values = {"k": answers.in_time, "n": answers.due, "target": Share(target)}
        if code == "too_few":
            return Message(
                code, N_("{k} of {n} questions were answered in time: not enough to judge {target}."), values
            )
        if code == "agree":
            return Message(code, N_("{k} of {n} questions were answered in time: surely {target} or more."), values)
        return Message(code, N_("{k} of {n} questions were answered in time: surely less than {target}."), values)

    return at_least(answers.in_time, answers.due, target, say)


CHECK = ClaimCheck(
    id="within_norm",
    claim=N_("We answer within the time of our norm."),
    needs=N_("At least 10 questions whose deadline has passed, and a norm with a share."),
    todo=N_("See where questions wait, then change who is there or change the promise."),
    from_level=3,
    page="responsiveness",
    metric="within_norm",
    check=_check,
)
