"""What is missing, and what there is too little of."""

import pandas as pd

from metrics.calculations import MINIMUM_POSTS, posting_platforms
from metrics.measures import TERMS
from metrics.platforms import NEVER_REPORTED, named
from metrics.quality.fairness import REMEDY
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.words import N_, Message

WANTED: tuple[str, ...] = ("comments", "shares", "reach", "clicks")
"""The counts whose absence is told on the first page."""


def small_base(current: Slice) -> list[Finding]:
    """A finding when there are too few posts for most numbers."""
    posts = int(current.sums["posts"].sum())
    if posts >= MINIMUM_POSTS:
        return []
    message = Message(
        "small_base",
        N_("There are too few posts in this period for most numbers: {n}, and {needed} are needed."),
        {"n": posts, "needed": MINIMUM_POSTS},
    )
    todo = Message("widen_selection", N_("Choose a longer period or more departments, or load more exports."))
    return [Finding("small_base", message, todo, "data")]


def missing_counts(current: Slice) -> list[Finding]:
    """What the data could hold but does not, first; then what platforms never give, in one finding each."""
    found = []
    for count in WANTED:
        silent = [p for p in posting_platforms(current.sums) if not _reported(current.sums, p, f"{count}_n")]
        could = [platform for platform in silent if count not in NEVER_REPORTED.get(platform, ())]
        if could:
            found.append(_not_loaded(count, could))
    followers = [p for p in posting_platforms(current.sums) if p not in set(current.audience["platform"])]
    if followers:
        found.append(_not_loaded("followers", followers))
    return found + _never(current)


def _reported(sums: pd.DataFrame, platform: str, counter: str) -> bool:
    return bool((sums.loc[sums["platform"] == platform, counter] > 0).any())


def _not_loaded(count: str, platforms: list[str]) -> Finding:
    message = Message(
        f"missing_{count}",
        N_("Not in the loaded data of {platforms}: {measure}. Numbers that need it leave these posts out."),
        {"platforms": named(platforms), "measure": Message(count, TERMS[count])},
    )
    todo = Message("load_fuller_export", N_("Load an export that holds it, if there is one."))
    return Finding("missing", message, todo, "data")


def _never(current: Slice) -> list[Finding]:
    platforms = [p for p in posting_platforms(current.sums) if "reach" in NEVER_REPORTED.get(p, ())]
    if not platforms:
        return []
    message = Message(
        "never_reach",
        N_("Nobody can know how many people saw the posts on {platforms}: reach is not reported there."),
        {"platforms": named(platforms)},
    )
    todo = Message("accept_gap", N_("Nothing to do: judge these platforms by comments and shares."))
    return [Finding("missing", message, todo, "methods")]


def unfair_comparison(reason: Message) -> list[Finding]:
    """A finding in place of the one about departments, when the quality of their data differs too much."""
    return [Finding("missing", reason, REMEDY, "quality")]


def not_comparable(accounts: int, of: int, everything: bool) -> list[Finding]:
    """A finding when accounts are left out of the comparison, because they were not loaded for both periods.

    `everything` says that the period holds all the data there is: no export can then fill the period before it.
    """
    if accounts == 0:
        return []
    if everything:
        message = Message(
            "nothing_before",
            N_("This period holds everything that is loaded, so there is nothing before it to compare with."),
        )
        todo = Message("shorten_period", N_("Choose a shorter period to compare."))
        return [Finding("missing", message, todo, "data")]
    message = Message(
        "left_out",
        N_("{n} of {accounts} accounts are not in the comparison with the period before: their data is not complete."),
        {"n": accounts, "accounts": of},
    )
    todo = Message("load_both_periods", N_("Load their exports of both periods."))
    return [Finding("missing", message, todo, "data")]
