"""How long people wait for an answer, those who are still waiting included.

A question without an answer tells one thing: it took longer than it has waited until now. Leaving it out makes every
organisation look fast; counting it as answered would be wrong too. The curve of Kaplan and Meier uses it exactly as
far as it goes: it counts among the questions that could still be answered until the moment the data end.

References: Kaplan & Meier (1958), "Nonparametric estimation from incomplete observations"; Greenwood (1926), "The
natural duration of cancer"; Brookmeyer & Crowley (1982), "A confidence interval for the median survival time".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from metrics.histogram import value_of
from metrics.intervals import Z, wilson

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

_TINY = 1e-9  # shares are products of fractions: 0.5 may come out a hair above


@dataclass(frozen=True)
class Quantile:
    """The time within which a share of the questions is answered, in seconds.

    `value` is None when that share was not reached: then it is more than `longest`, the longest time that is known
    of any question. `low` and `high` bound the 95 % interval; `high` is None when it is not known how long it may be.
    """

    value: float | None
    low: float | None
    high: float | None
    longest: float


@dataclass(frozen=True)
class Survival:
    """The share of questions still without an answer after each time at which answers came.

    `times` are in seconds; `waiting` is that share just after each of them, with `low` and `high` its 95 % interval
    (Greenwood's variance on the log-log scale). `ages` and `waiting_n` are the questions without an answer. `n`
    counts all questions, `answered` those with an answer, `longest` is the longest time known of any of them.
    """

    times: Floats
    waiting: Floats
    low: Floats
    high: Floats
    at_risk: Whole
    ages: Floats
    waiting_n: Whole
    answered: int
    n: int
    longest: float

    def within(self, seconds: float) -> tuple[float, float, float] | None:
        """The share answered within a time, with its 95 % interval: `(share, low, high)`.

        None when no question was followed for so long, unless all were answered before.
        """
        if self.n == 0:
            return None
        place = int(np.searchsorted(self.times, seconds, side="right")) - 1
        if seconds > self.longest and (place < 0 or self.waiting[place] > _TINY):
            return None
        if place < 0:
            followed = self.at_risk[0] if self.answered else self.waiting_n[self.ages >= seconds].sum()
            return 0.0, *wilson(0, int(followed))
        return float(1 - self.waiting[place]), float(1 - self.high[place]), float(1 - self.low[place])

    def quantile(self, share: float) -> Quantile:
        """The time within which this share of the questions is answered: 0.5 for the median.

        The interval holds the times at which the interval of the curve holds the share (Brookmeyer & Crowley).
        """
        level = 1 - share + _TINY
        value, low, high = (
            float(self.times[reached][0]) if (reached := curve <= level).any() else None
            for curve in (self.waiting, self.low, self.high)
        )
        return Quantile(value, low if value is not None else None, high, self.longest)


def survival(answered: Mapping[int, int] | Any, waiting: pd.DataFrame) -> Survival:
    """The curve from what the store keeps: answers per bucket (`metrics.histogram`) and waiting questions by age.

    `waiting` has `age_s` (seconds) and `n`. Times come back within 2 % of the real ones; where the curve only just
    reaches a share, the next bucket may be taken for it.

    >>> from metrics.histogram import histogram
    >>> curve = survival(histogram([3, 5, 8, 20]), pd.DataFrame({"age_s": [6, 9], "n": [1, 1]}))
    >>> curve.quantile(0.5).value, curve.quantile(0.9).value, curve.quantile(0.9).longest
    (8.0, 20.0, 20.0)
    """
    counts = pd.Series(answered, dtype="int64").sort_index()
    counts = counts[counts > 0]
    return _curve(value_of(counts.index), counts.to_numpy(), waiting["age_s"], waiting["n"])


def survival_of(answered: ArrayLike, ages: ArrayLike) -> Survival:
    """The curve from single questions: seconds to each answer, and seconds that each unanswered one has waited.

    >>> curve = survival_of([3600, 7200, 14400], [86400])
    >>> [round(share, 2) for share in curve.within(10_000)]
    [0.5, 0.16, 0.94]
    """
    times, n = np.unique(np.asarray(answered, dtype=np.float64), return_counts=True)
    waited = np.asarray(ages, dtype=np.float64)
    return _curve(times, n, waited, np.ones(waited.shape))


def _curve(times: Floats, events: ArrayLike, ages: ArrayLike, waiting: ArrayLike) -> Survival:
    n = np.asarray(events, dtype=np.int64)
    waited, still = np.asarray(ages, dtype=np.float64), np.asarray(waiting, dtype=np.int64)
    order = np.argsort(waited, kind="stable")
    waited, still = waited[order], still[order]
    gone = np.concatenate([[0], still.cumsum()])[np.searchsorted(waited, times, side="left")]
    total = int(n.sum() + still.sum())
    at_risk = total - (n.cumsum() - n) - gone
    shares = np.cumprod(1 - n / at_risk)
    low, high = _bounds(shares, n, at_risk)
    longest = float(max(times.max(initial=0.0), waited.max(initial=0.0)))
    return Survival(times, shares, low, high, at_risk, waited, still, int(n.sum()), total, longest)


def _bounds(shares: Floats, n: Whole, at_risk: Whole) -> tuple[Floats, Floats]:
    """The interval of each share on the log-log scale; where everybody has an answer, Wilson's for the last step."""
    inner = shares > _TINY
    variance = np.cumsum(np.where(inner, n / (at_risk * np.maximum(at_risk - n, 1.0)), 0.0))
    logs = np.log(np.where(inner, shares, 0.5))
    reach = np.exp(Z * np.sqrt(variance) / np.abs(logs))
    low, high = np.exp(logs * reach), np.exp(logs / reach)
    if inner.size and not inner[-1]:
        before = high[-2] if inner.size > 1 else 1.0
        low[-1], high[-1] = 0.0, before * wilson(0, int(at_risk[-1]))[1]
    return low, high
