"""Whether people are told what to expect, in a text that is looked at every year."""

from metrics.guidelines.documents import DOCUMENT, document
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message

RULE = Rule(
    id="expectation_text",
    element="expectations",
    label=N_("The profile says what to expect"),
    needs=N_("A link or title, and the date of the last review: at most a year before the end of the period."),
    todo=N_(
        "Write on each profile when you answer and what you do not answer, and fill in where it stands and the date."
    ),
    basis="documents",
    parameters=DOCUMENT,
    sentence=lambda values: Message(
        "expectation_text", N_("Our profiles say when we answer and what we do not answer; we review that every year.")
    ),
    judge=document,
    per_account=False,
)
