"""How many independent cases the cases of a department are worth, read from how much its weeks differ."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from metrics.comparison.periods import MINIMUM_WEEKS
from metrics.intervals import Z


def of_rates(weeks: Mapping[Any, pd.DataFrame]) -> dict[Any, float]:
    """How many times the variance of each rate exceeds that of a count by chance (Poisson), from its own weeks.

    `weeks` has `k` and `n` of each week of each group. The variance of the ratio is that of `k - rate x n` over the
    weeks: people who see a post react together, so the posts of a week are the cases and not the people. It is widened
    as Student's t is against the normal distribution, for the number of weeks. Groups with fewer than six weeks have
    none. At least 1.

    References: Cochran (1977), "Sampling Techniques", chapter 6; Korn & Graubard (1999), "Analysis of Health Surveys".

    >>> calm = pd.DataFrame({"k": [10, 9, 11, 10, 10, 9], "n": [1000] * 6})
    >>> wild = pd.DataFrame({"k": [1, 40, 3, 2, 10, 4], "n": [1000] * 6})
    >>> [round(found, 1) for found in of_rates({1: calm, 2: wild}).values()]
    [1.0, 38.9]
    """
    from scipy.special import stdtrit

    found = {}
    for group, own in weeks.items():
        total = float(own["k"].sum())
        if len(own) < MINIMUM_WEEKS:
            continue
        widening = (float(stdtrit(len(own) - 1, 0.975)) / Z) ** 2
        found[group] = max(1.0, widening * _residual(own) / total) if total > 0 else 1.0
    return found


def of_shares(weeks: Mapping[Any, pd.DataFrame]) -> dict[Any, float]:
    """The design effect of each share: `1 + (m - 1) x r`, with `m` its cases in a typical week.

    `r`, how much cases of the same week resemble each other, is read from the weeks of all groups together (the
    variance of their ratios over weeks), because a few weeks of one group say little about it. Groups with fewer than
    six weeks do not help to find it. At least 1; few cases a week are worth nearly as much as independent ones.

    References: Kish (1965), "Survey Sampling", section 5.4; Cochran (1977), "Sampling Techniques", chapter 6.

    >>> good, bad = {"k": 9, "n": 10}, {"k": 1, "n": 10}
    >>> found = of_shares({1: pd.DataFrame([good, bad] * 5), 2: pd.DataFrame([{"k": 1, "n": 2}] * 5)})
    >>> [round(effect, 1) for effect in found.values()]
    [7.1, 1.7]
    """
    above = below = 0.0
    for own in weeks.values():
        n, k = float(own["n"].sum()), float(own["k"].sum())
        if len(own) < MINIMUM_WEEKS or not 0 < k < n:
            continue
        more = _typical(own) - 1
        effect = _residual(own) / (k * (1 - k / n))
        above += (len(own) - 1) * more * (effect - 1)
        below += (len(own) - 1) * more**2
    alike = min(max(above / below, 0.0), 1.0) if below > 0 else 0.0
    return {group: 1 + max(_typical(own) - 1, 0.0) * alike for group, own in weeks.items()}


def _residual(own: pd.DataFrame) -> float:
    """The variance of `sum(k)` given `sum(n)`, from the weeks."""
    k, n = own["k"].to_numpy("float64"), own["n"].to_numpy("float64")
    rest = k - n * k.sum() / n.sum()
    return float(len(own) / (len(own) - 1) * np.square(rest).sum())


def _typical(own: pd.DataFrame) -> float:
    """The number of cases in the week of a typical case."""
    n = own["n"].to_numpy("float64")
    return float(np.square(n).sum() / n.sum())
