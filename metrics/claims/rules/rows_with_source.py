"""What is gathered carries its source, its time and its method."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_, Share

SHARE = 0.95


def _check(facts: Facts) -> Verdict:
    """Rows of imports whose report has the file, the form it was read as, and when its numbers were true."""
    if facts.imports is None or not facts.imports.rows:
        return document(N_("Nothing is imported yet. Load exports first."))
    k, n = facts.imports.sourced, facts.imports.rows
    say = saying(
        {"k": k, "n": n, "share": Share(SHARE)},
        agree=N_("{k} of {n} imported rows have a source, a time and a method: {share} or more."),
        disagree=N_("{k} of {n} imported rows have a source, a time and a method: less than {share}."),
    )
    return counted(k >= SHARE * n, k, n, say)


CHECK = ClaimCheck(
    id="rows_with_source",
    claim=N_("What we gather has a source, a time and a method."),
    needs=N_("One import."),
    todo=N_("Load original exports instead of tables of your own making, and note when they were made."),
    from_level=3,
    page="quality",
    check=_check,
)
