"""The posts of a campaign beside the other posts of the same accounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, expm1, sqrt

import numpy as np
import pandas as pd

FEWEST_OTHERS = 20
"""Other posts of an account from which it can be said what is usual there."""
FEWEST = 6
"""Posts of a campaign from which a difference can be told from chance."""
_QUARTER = 0.6745  # standard deviations from the middle of a normal distribution to its quartiles


@dataclass(frozen=True)
class LogSums:
    """Posts of an account, on the scale of log(1 + interactions): how many, their sum and the sum of their squares."""

    n: int
    total: float
    squares: float

    def without(self, logs: "np.ndarray") -> "LogSums":
        """The same without some of them.

        >>> LogSums(3, 6.0, 14.0).without(np.array([1.0, 2.0]))
        LogSums(n=1, total=3.0, squares=9.0)
        """
        return LogSums(self.n - len(logs), self.total - float(logs.sum()), self.squares - float((logs**2).sum()))

    @property
    def mean(self) -> float:
        """Their mean; nothing can be said of none."""
        return self.total / self.n

    @property
    def variance(self) -> float:
        """The variance of the posts."""
        return max(0.0, (self.squares - self.total**2 / self.n) / (self.n - 1))


@dataclass(frozen=True)
class Beside:
    """How many times the interactions of other posts a campaign's posts got, with its 95 % interval.

    `n` posts of the campaign beside `others`. `usual` is a typical other post, and half of those are between
    `usual_low` and `usual_high`. Without an interval there are too few posts to tell it from chance.
    """

    ratio: float
    low: float | None
    high: float | None
    n: int
    others: int
    usual: float
    usual_low: float
    usual_high: float


def beside(posts: pd.DataFrame, others: Mapping[int, LogSums]) -> Beside | None:
    """Compare posts (account_id, logs) with the others of their accounts; None without enough others.

    Each account is a stratum: its posts are compared with its own others on log(1 + interactions), and the differences
    count by the number of its posts. The interval is Welch's, with the spread of the campaign's posts pooled over
    accounts.

    References: Welch (1947), "The generalization of Student's problem"; Cochran (1977), "Sampling techniques", 5A.

    >>> others = {1: LogSums(40, 80.0, 180.0)}
    >>> found = beside(pd.DataFrame({"account_id": 1, "logs": [2.0, 2.5, 1.5, 2.2, 1.8, 2.0]}), others)
    >>> round(found.ratio, 2), found.n, found.others
    (1.0, 6, 40)
    """
    from scipy.special import stdtrit

    known = {account: one for account, one in others.items() if one.n >= FEWEST_OTHERS}
    rows = posts[posts["account_id"].isin(known)]
    n = len(rows)
    if not n:
        return None
    groups = {int(str(account)): part["logs"].to_numpy(np.float64) for account, part in rows.groupby("account_id")}
    share = {account: len(logs) / n for account, logs in groups.items()}
    gap = sum(share[one] * (float(logs.mean()) - known[one].mean) for one, logs in groups.items())
    middle = sum(share[one] * known[one].mean for one in groups)
    spread = sqrt(sum(share[one] * known[one].variance for one in groups))
    usual = [expm1(max(0.0, middle + side * _QUARTER * spread)) for side in (0, -1, 1)]
    counted = sum(known[one].n for one in groups)
    freedom = n - len(groups)
    if n < FEWEST or freedom < 1:
        return Beside(exp(gap), None, None, n, counted, *usual)
    own = sum(float(((logs - logs.mean()) ** 2).sum()) for logs in groups.values()) / freedom / n
    theirs = sum(share[one] ** 2 * known[one].variance / known[one].n for one in groups)
    if own + theirs == 0:
        return Beside(exp(gap), exp(gap), exp(gap), n, counted, *usual)
    df = (own + theirs) ** 2 / (own**2 / freedom + theirs**2 / (counted - len(groups)))
    half = float(stdtrit(df, 0.975)) * sqrt(own + theirs)
    return Beside(exp(gap), exp(gap - half), exp(gap + half), n, counted, *usual)
