"""Followers of accounts, and how their number changes."""

from dataclasses import replace

import pandas as pd

from metrics import reasons
from metrics.estimate import Estimate
from metrics.slices import Slice
from metrics.totals import addable
from metrics.words import N_, Message

SMALLEST_BASE = 500
"""Below this many followers growth is given in people, not as a percentage (METRICS 1.4)."""

MONTH = 30
"""Growth is given per so many days."""


def followers(data: Slice) -> Estimate:
    """The followers of all accounts at the end; `n` is the number of accounts whose followers are known."""
    found, known = _about(data, data.audience[data.audience["followers_end"].notna()])
    return found if found.reason else replace(found, value=float(known["followers_end"].sum()))


def growth(data: Slice) -> Estimate:
    """Net new followers per 30 days, over the accounts that were counted at two moments."""
    found, known = _about(data, _counted_twice(data.audience))
    return found if found.reason else replace(found, value=float(_per_month(known).sum()))


def growth_rate(data: Slice) -> Estimate:
    """Net new followers per 30 days divided by the followers at the start; only from 500 followers."""
    found, known = _about(data, _counted_twice(data.audience))
    if found.reason is not None:
        return found
    start = int(known["followers_start"].sum())
    if start < SMALLEST_BASE:
        text = N_("Too few followers for a percentage: {n} at the start, {needed} needed.")
        return replace(found, reason=Message("small_audience", text, {"n": start, "needed": SMALLEST_BASE}))
    return replace(found, value=float(_per_month(known).sum()) / start)


def _counted_twice(audience: pd.DataFrame) -> pd.DataFrame:
    both = audience["followers_start"].notna() & audience["followers_end"].notna()
    return audience[both & (audience["end_day"] > audience["start_day"])]


def _per_month(known: pd.DataFrame) -> "pd.Series[float]":
    return (known["followers_end"] - known["followers_start"]) / (known["end_day"] - known["start_day"]) * MONTH


def _about(data: Slice, known: pd.DataFrame) -> tuple[Estimate, pd.DataFrame]:
    """An estimate without a value yet, and the rows of `known` that it is about.

    It names the accounts and platforms in it and those without, and the reason if there are none.
    """
    data, notes = addable(data, known["platform"])
    known = known[known["platform"].isin(data.platforms)]
    inside = tuple(sorted(set(known["platform"])))
    without = tuple(platform for platform in data.platforms if platform not in inside)
    if known.empty:
        return Estimate(None, reason=reasons.no_followers(), without=without), known
    accounts = len({*data.sums["account_id"], *data.audience["account_id"]})
    if len(known) < accounts:
        text = N_("The followers of {n} of the {accounts} accounts are known.")
        notes += (Message("accounts_missing", text, {"n": len(known), "accounts": accounts}),)
    return Estimate(None, n=len(known), platforms=inside, without=without, notes=notes), known
