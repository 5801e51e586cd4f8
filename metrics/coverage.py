"""Whose data is complete enough to compare two periods: a gap in the data must not look like a fall."""

import pandas as pd

from metrics.periods import Period

SLACK = 7
"""Days that may lie between the edge of the periods and an account's first post or last look."""


def comparable(coverage: pd.DataFrame, period: Period) -> list[int]:
    """The accounts whose data covers both the period and the one before.

    Their first post is not after the start of the period before, and they were last looked at (their newest export
    was made) not before the end of the period, both give or take a week. `coverage` has `account_id`, `first_day`,
    `newest_day` and `days_since_newest` (days, NaN for an account without posts).

    >>> rows = {"account_id": [1, 2], "first_day": [0, 50], "newest_day": [98, 99], "days_since_newest": [0, 0]}
    >>> comparable(pd.DataFrame(rows), Period(50, 99))
    [1]
    """
    looked_at = coverage["newest_day"] + coverage["days_since_newest"]
    complete = (coverage["first_day"] <= period.before().first + SLACK) & (looked_at >= period.last - SLACK)
    return [int(account) for account in coverage.loc[complete, "account_id"]]
