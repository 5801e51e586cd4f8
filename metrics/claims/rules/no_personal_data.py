"""What is stored about citizens points at nobody."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_


def _check(facts: Facts) -> Verdict:
    """The newest messages: contact data in the text, or an author who is not a keyed code. One is enough."""
    messages = facts.messages
    if messages is None or not messages.looked_at:
        return document(N_("No messages of citizens are loaded, or you may not have them looked at."))
    found = messages.contacts + messages.open_authors
    say = saying(
        {"n": messages.looked_at, "contacts": messages.contacts, "authors": messages.open_authors},
        agree=N_("The newest {n} messages hold no contact data, and every author in them is a code."),
        disagree=N_(
            "Of the newest {n} messages, {contacts} hold contact data, and {authors} have an author who is not a code."
        ),
    )
    return counted(found == 0, min(found, messages.looked_at), messages.looked_at, say)


CHECK = ClaimCheck(
    id="no_personal_data",
    claim=N_("Citizens are stored as codes, without contact data."),
    needs=N_("Messages of citizens; the newest 2,000 are looked at."),
    todo=N_("Undo the import that brought these messages, and load the original export again: then they are masked."),
    from_level=3,
    page="data",
    check=_check,
)
