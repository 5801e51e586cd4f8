"""The finding of the quality page: how many accounts are good to compare, and what is wrong with the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from metrics.measures import TERMS
from metrics.quality.verdict import Reason, Verdict
from metrics.words import N_, Message

_NAMED = 3  # kinds of trouble that are named; the rest is counted

_Brief = Callable[[Mapping[str, Any], int], Message]
_BRIEF: dict[str, _Brief] = {
    "nothing_loaded": lambda values, n: Message(
        "nothing_loaded", N_("{n} has no posts or figures loaded"), values, N_("{n} have no posts or figures loaded"), n
    ),
    "no_posts_in_period": lambda values, n: Message(
        "no_posts_in_period", N_("{n} has no posts in this period"), values, N_("{n} have no posts in this period"), n
    ),
    "stops": lambda values, n: Message(
        "stops", N_("{n} stops before the period ends"), values, N_("{n} stop before the period ends"), n
    ),
    "starts": lambda values, n: Message(
        "starts", N_("{n} starts after the period began"), values, N_("{n} start after the period began"), n
    ),
    "silent": lambda values, n: Message("silent", N_("{n} has fallen silent"), values, N_("{n} have fallen silent"), n),
    "lacks": lambda values, n: Message("lacks", N_("{n} lacks {measure}"), values, N_("{n} lack {measure}"), n),
    "definitions": lambda values, n: Message(
        "definitions", N_("{n} counts impressions in two ways"), values, N_("{n} count impressions in two ways"), n
    ),
    "overlap_fell": lambda values, n: Message(
        "overlap_fell", N_("{n} has files that disagree"), values, N_("{n} have files that disagree"), n
    ),
    "checks_failed": lambda values, n: Message(
        "checks_failed", N_("{n} failed a cross-check"), values, N_("{n} failed cross-checks"), n
    ),
    "rows_rejected": lambda values, n: Message(
        "rows_rejected", N_("{n} has many rows left out"), values, N_("{n} have many rows left out"), n
    ),
    "days_missing": lambda values, n: Message("days_missing", N_("{n} misses days"), values, N_("{n} miss days"), n),
    "other": lambda values, n: Message("other", N_("{n} has something else"), values, N_("{n} have something else"), n),
}
"""Each kind of trouble in a few words, for one account and for several."""


def headline(verdicts: Iterable[Verdict]) -> Message:
    """One sentence about the accounts; each that is not good is counted once, under its gravest reason."""
    accounts = [verdict for verdict in verdicts if verdict.account_id is not None]
    bad = [verdict for verdict in accounts if verdict.badge != "good"]
    good, n = len(accounts) - len(bad), len(accounts)
    if not accounts:
        return Message("no_accounts", N_("There are no accounts in this selection."))
    if not bad:
        return Message(
            "all_good",
            N_("The {n} account is good to compare."),
            {"n": n},
            plural=N_("All {n} accounts are good to compare."),
            count=n,
        )
    return Message(
        "some_good",
        N_("{good} of {n} account is good to compare: {rest}."),
        {"good": good, "n": n, "rest": _rest([verdict.reasons[0] for verdict in bad])},
        plural=N_("{good} of {n} accounts are good to compare: {rest}."),
        count=n,
    )


def _rest(reasons: Iterable[Reason]) -> tuple[Message, ...]:
    """The kinds of trouble, the most frequent first."""
    groups = Counter((reason.kind, reason.about if reason.kind == "lacks" else "") for reason in reasons).most_common()
    named, others = groups[:_NAMED], sum(n for _, n in groups[_NAMED:])
    found = [_brief(kind, about, n) for (kind, about), n in named]
    return (*found, _brief("other", "", others)) if others else tuple(found)


def _brief(kind: str, about: str, n: int) -> Message:
    measure = {"measure": Message(about, TERMS[about])} if about else {}
    return _BRIEF[kind]({"n": n, **measure}, n)
