"""The organisation keeps its own history, without holes."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict, saying
from metrics.words import N_

YEAR, LONGEST_GAP = 365, 31


def _check(facts: Facts) -> Verdict:
    """Days from the first with data to the last, and the longest stretch that no import covers."""
    if facts.history is None or facts.imports is None:
        return document(N_("No data are loaded. Load exports first."))
    days, gap = facts.history, facts.imports.gap
    say = saying(
        {"days": days, "gap": gap, "year": YEAR, "longest": LONGEST_GAP},
        agree=N_("Your own data go back {days} days; the longest time without data is {gap} days."),
        disagree=N_(
            "Your own data go back {days} days, and the longest time without data is {gap} days. It should be at least "
            "{year} days, without a gap of more than {longest}."
        ),
    )
    code: Code = "agree" if days >= YEAR and gap <= LONGEST_GAP else "disagree"
    return Verdict(code, say(code), n=days)


CHECK = ClaimCheck(
    id="own_history",
    claim=N_("We keep our own data, for a year or more and without gaps."),
    needs=N_("One import; the reports of the imports say which days they cover."),
    todo=N_("Load older exports and those of the missing days, and make one each month from now on."),
    from_level=3,
    page="quality",
    check=_check,
)
