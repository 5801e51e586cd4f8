"""What a citizen's message can be."""

from metrics.words import N_

INTENTS = {
    "question": N_("Question"),
    "request": N_("Request"),
    "complaint": N_("Complaint"),
    "thanks": N_("Thanks"),
    "opinion": N_("Opinion"),
    "tag": N_("For a friend"),
    "spam": N_("Spam"),
    "unclear": N_("Unclear"),
}
"""Code -> label, those that need a reply first."""

NEEDS_REPLY = frozenset({"question", "request", "complaint"})
"""The intents that wait for an answer of the organisation."""
