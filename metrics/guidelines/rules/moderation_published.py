"""Whether the rules for comments are published and looked at every year."""

from metrics.guidelines.documents import DOCUMENT, document
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message

RULE = Rule(
    id="moderation_published",
    element="moderation",
    label=N_("House rules are published"),
    needs=N_("A link or title, and the date of the last review: at most a year before the end of the period."),
    todo=N_("Publish the house rules, look at them every year, and fill in the link and the date."),
    basis="documents",
    parameters=DOCUMENT,
    sentence=lambda values: Message(
        "moderation_published", N_("Our rules for comments are public, and we review them every year.")
    ),
    judge=document,
    per_account=False,
)
