"""Files that name more accounts than an organisation has: collections of what others wrote, made for research.

Most names in such a file are of citizens. They must not become accounts, so only those are loaded that the
organisation has entered as its own.
"""

from collections.abc import Collection
from dataclasses import replace

from loaders.records import Batch, FileWarning
from metrics.words import N_, Message

MOST_ACCOUNTS = 20
"""So many accounts of one platform in one file are believed to be the organisation's own."""


def names_strangers(accounts: Collection[str]) -> bool:
    """Whether a file with these accounts is one of many people's.

    >>> names_strangers(["town", "parks"]), names_strangers([f"user{n}" for n in range(21)])
    (False, True)
    """
    return len(accounts) > MOST_ACCOUNTS


def told(batch: Batch) -> Batch:
    """A batch that names many people's accounts, with a warning that says what is done with it; else the same."""
    names = batch.accounts
    if not names_strangers(names):
        return batch
    text = N_(
        "This file names {n} accounts, so most of them are probably not yours. Only accounts that are in your register "
        "are loaded: add yours under Departments and accounts first."
    )
    warning = FileWarning(Message("many_accounts", text, {"n": len(names)}))
    return replace(batch, warnings=[*batch.warnings, warning])
