"""One guideline for all departments shows in answers that are about as often in time."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.spread import differ
from metrics.claims.verdict import Code, Verdict, saying
from metrics.words import N_, Share

LARGE, MINIMUM = 0.2, 10


def _check(facts: Facts) -> Verdict:
    """The spread of departments' shares in time. A large one leaves the claim open; it never contradicts it.

    Departments may differ for good reasons (other questions, other norms), so a difference is a prompt, no proof.
    """
    known = [one.answers for one in facts.departments if one.answers is not None and one.answers[1] >= MINIMUM]
    if len(known) < 2:
        return document(N_("Fewer than two departments have 10 questions to compare. A document must show it."))
    shares = [k / n for k, n in known]
    low, high, n = min(shares), max(shares), sum(n for _, n in known)
    say = saying(
        {"n": len(known), "low": Share(low), "high": Share(high)},
        agree=N_("The {n} departments are about equally often in time: from {low} to {high} of the questions."),
        disagree="",
        too_few=N_(
            "The {n} departments differ much in how often they are in time: from {low} to {high} of the questions. "
            "Without an explanation the data neither show nor contradict one guideline for all."
        ),
    )
    code: Code = "too_few" if high - low >= LARGE and differ(known) else "agree"
    return Verdict(code, say(code), n=n)


CHECK = ClaimCheck(
    id="departments_alike",
    claim=N_("All departments follow the same guideline."),
    needs=N_("At least two departments with 10 questions each whose deadline has passed."),
    todo=N_("Ask the departments what explains the difference, and write it in the guideline."),
    from_level=3,
    page="departments",
    metric="within_norm",
    check=_check,
    confirms=False,
)
