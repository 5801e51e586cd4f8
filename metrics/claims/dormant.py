"""How many accounts are silent, for the claims that rest on it."""

from metrics.claims.check import document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.words import N_, Share


def dormant_at_most(facts: Facts, share: float) -> Verdict:
    """Whether at most this share of the active accounts with data is silent, by its own rhythm.

    Accounts without data are left out: nobody knows whether they are silent.
    """
    known = [account for account in facts.active if account.loaded]
    if not known:
        return document(N_("No active account has data. Load exports with posts."))
    silent = sum(account.dormant for account in known)
    say = saying(
        {"k": silent, "n": len(known), "share": Share(share)},
        agree=N_("{k} of {n} active accounts fell silent: not more than {share}."),
        disagree=N_("{k} of {n} active accounts fell silent: more than {share}."),
    )
    return counted(silent <= share * len(known), silent, len(known), say)
