"""Accounts that fell silent."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from metrics.signals.finding import Finding
from metrics.words import N_, Message

PATIENCE = 3
"""Silent for so many times its own median gap between posts (METRICS, M11)."""

SHORTEST_SILENCE = 28
"""Never called silent within four weeks."""


def rhythm_of(gaps: pd.DataFrame) -> pd.DataFrame:
    """The median and the longest gap of each account, from how often each gap in days occurs.

    `gaps` has `account_id`, `gap` and `n`; the answer has `median_gap` and `longest_gap` by account_id. The lower
    median: a gap that did occur.

    >>> rhythm_of(pd.DataFrame({"account_id": [1, 1], "gap": [7, 30], "n": [9, 1]})).to_dict("index")
    {1: {'median_gap': 7.0, 'longest_gap': 30.0}}
    """
    ordered = gaps.sort_values(["account_id", "gap"])
    so_far = ordered.groupby("account_id")["n"].cumsum()
    halves = ordered.groupby("account_id")["n"].transform("sum") / 2
    accounts = ordered[so_far >= halves].groupby("account_id")["gap"]
    return pd.DataFrame({"median_gap": accounts.min(), "longest_gap": accounts.max()}).astype("float64")


def silent(coverage: pd.DataFrame) -> pd.DataFrame:
    """The accounts that fell silent, those silent for longest first.

    Silent: no post for three times the account's own median gap between days with posts, and at least 28 days. An
    account that has been quiet for as long before, such as that of a yearly event, is not silent but between two
    events. `coverage` has `days_since_newest`, `median_gap`, `longest_gap` (days; NaN where unknown) and `status`.

    >>> rows = {"days_since_newest": [90, 90, 20], "median_gap": [7, 1, 1], "longest_gap": [14, 350, 9]}
    >>> silent(pd.DataFrame({**rows, "status": "active"})).index.tolist()
    [0]
    """
    days = coverage["days_since_newest"]
    long = (days >= SHORTEST_SILENCE) & (days >= PATIENCE * coverage["median_gap"]) & (days > coverage["longest_gap"])
    return coverage[long & (coverage["status"] == "active")].sort_values("days_since_newest", ascending=False)


def dormancy(coverage: pd.DataFrame) -> list[Finding]:
    """At most one finding, about the account that is silent for longest."""
    found = silent(coverage)
    if found.empty:
        return []
    first = found.iloc[0]
    values = {"account": first["name"], "days": int(first["days_since_newest"])}
    if len(found) == 1:
        message = _of_one(values, max(1, round(float(first["median_gap"]))))
    else:
        text = N_("{n} accounts fell silent. {account} has been silent the longest: no post for {days} days.")
        message = Message("dormant", text, {**values, "n": len(found)})
    todo = Message("revive_or_close", N_("Post again, or close the account and say where people can go instead."))
    return [Finding("dormant", message, todo, "data")]


def _of_one(values: Mapping[str, Any], gap: int) -> Message:
    return Message(
        "dormant",
        N_("{account} has not posted for {days} days. It usually posts every day."),
        {**values, "n": gap},
        plural=N_("{account} has not posted for {days} days. It usually posts every {n} days."),
        count=gap,
    )
