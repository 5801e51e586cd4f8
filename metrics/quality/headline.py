"""The finding of the quality page: how many accounts are good to compare, and what is wrong with the others."""

from collections import Counter
from collections.abc import Iterable

from metrics.measures import TERMS
from metrics.quality.verdict import Reason, Verdict
from metrics.words import N_, Message

_NAMED = 3  # kinds of trouble that are named; the rest is counted

_BRIEF: dict[str, tuple[str, str]] = {
    "nothing_loaded": (N_("{n} has nothing loaded"), N_("{n} have nothing loaded")),
    "no_posts_in_period": (N_("{n} has no posts in this period"), N_("{n} have no posts in this period")),
    "stops": (N_("{n} stops before the period ends"), N_("{n} stop before the period ends")),
    "starts": (N_("{n} starts after the period began"), N_("{n} start after the period began")),
    "silent": (N_("{n} fell silent"), N_("{n} fell silent")),
    "lacks": (N_("{n} lacks {measure}"), N_("{n} lack {measure}")),
    "definitions": (N_("{n} counts impressions in two ways"), N_("{n} count impressions in two ways")),
    "overlap_fell": (N_("{n} has files that disagree"), N_("{n} have files that disagree")),
    "checks_failed": (N_("{n} failed cross-checks"), N_("{n} failed cross-checks")),
    "rows_rejected": (N_("{n} has many rows left out"), N_("{n} have many rows left out")),
    "days_missing": (N_("{n} misses days"), N_("{n} miss days")),
    "other": (N_("{n} has something else"), N_("{n} have something else")),
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
        text, many = N_("The {n} account is good to compare."), N_("All {n} accounts are good to compare.")
        return Message("all_good", text, {"n": n}, plural=many, count=n)
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
    one, several = _BRIEF[kind]
    values = {"n": n, "measure": Message(about, TERMS[about])} if about else {"n": n}
    return Message(kind, one, values, plural=several, count=n)
