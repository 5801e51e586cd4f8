"""What imports cover and carry, from their load reports."""

import pandas as pd

from metrics.claims.facts import Imports

OF_OWN = ("posts", "comments", "account_days")
"""The kinds of imports that tell about days of the organisation's own history."""


def imports_of(reports: pd.DataFrame) -> Imports | None:
    """The imports as one: rows, rows with a source, and the longest stretch of days that none covers.

    `reports` has kind, rows, sourced, first (NaN when unknown) and covered_until; None without any import.

    >>> reports = {"kind": "posts", "rows": [5, 5], "sourced": True, "first": [10.0, 60.0], "covered_until": [30, 90]}
    >>> imports_of(pd.DataFrame(reports))
    Imports(rows=10, sourced=10, first=10, last=90, gap=29)
    """
    own = reports[reports["kind"].isin(OF_OWN) & reports["first"].notna()]
    if own.empty:
        return None
    spans = sorted(zip(own["first"].astype(int).tolist(), own["covered_until"].astype(int).tolist(), strict=True))
    until, gap = spans[0][1], 0
    for first, last in spans[1:]:
        gap, until = max(gap, first - until - 1), max(until, last)
    sourced = int(reports.loc[reports["sourced"], "rows"].sum())
    return Imports(int(reports["rows"].sum()), sourced, spans[0][0], until, gap)
