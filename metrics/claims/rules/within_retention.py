"""Messages of citizens are removed in time."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """Messages that are older than the time limit, counted back from the newest data: one is enough to contradict."""
    if facts.expired is None:
        return document(N_("No time limit for messages is set, or none are loaded. Set one on the page Settings."))
    expired, kept = facts.expired
    say = saying(
        {"k": expired, "n": kept},
        agree=N_("None of the {n} messages of citizens is older than the time limit that you set."),
        disagree=N_("{k} of {n} messages of citizens are older than the time limit that you set."),
    )
    return counted(expired == 0, expired, kept, say)


CHECK = ClaimCheck(
    id="within_retention",
    claim=N_("Messages of citizens are removed after the time that we set."),
    needs=N_("A time limit in the settings, and messages of citizens."),
    todo=N_("Remove the messages that are too old, or change the time limit with your privacy officer."),
    from_level=3,
    page="settings",
    check=_check,
)
