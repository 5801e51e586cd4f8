"""What the shares and rates of departments are made of, and how much each is worth as evidence."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf
from typing import Any, TypeVar

import pandas as pd

from metrics.comparison.design_effect import of_rates, of_shares
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.ratios import Ratio
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.totals import YOUTUBE

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Part:
    """A share, `k` of `n`, or a rate, `k` per `n`, of one part of the organisation.

    `spread` is the design effect: how many times the variance exceeds that of `n` independent cases (at least 1;
    infinite where nothing is known about it, as for a rate without weeks). `cases` is what it rests on (the posts of a
    rate by reach); for a share that is `n`.

    >>> Part(30, 40).value, Part(30, 40, spread=2.0).effective
    (0.75, 20.0)
    """

    k: float
    n: float
    spread: float = 1.0
    cases: float | None = None

    @property
    def value(self) -> float | None:
        """The share or the rate; None without anything under the line."""
        return self.k / self.n if self.n > 0 else None

    @property
    def effective(self) -> float:
        """How many independent cases are worth as much: `n / spread`."""
        return self.n / self.spread

    @property
    def rests_on(self) -> float:
        """How many cases there are."""
        return self.n if self.cases is None else self.cases

    def can_be(self, share: bool) -> bool:
        """Whether it is a share or a rate at all: a share of more than everything comes from figures that clash.

        >>> Part(30, 40).can_be(share=True), Part(50, 40).can_be(share=True), Part(50, 40).can_be(share=False)
        (True, False, True)
        """
        return 0 <= self.k <= self.n if share else 0 <= self.k < inf

    def estimate(self, share: bool) -> Estimate:
        """The value with its 95 % interval: Wilson's for a share, the score interval of a count for a rate.

        Both are taken at the effective size. Without an interval where nothing is known about the spread.

        Reference: Korn & Graubard (1998), "Confidence intervals for proportions with small expected number of positive
        counts estimated from survey data".

        >>> found = Part(30, 40).estimate(share=True)
        >>> round(found.low, 3), round(found.high, 3)
        (0.598, 0.858)
        """
        found = Estimate(self.value, round(self.rests_on))
        if self.value is None or self.effective <= 0:
            return found
        low, high = _interval(self.value * self.effective, self.effective, share)
        return replace(found, low=max(0.0, min(low, self.value)), high=max(high, self.value))


@lru_cache(maxsize=4096)
def _interval(k: float, n: float, share: bool) -> tuple[float, float]:
    """Kept, because a page holds the same parts against each other in many pairs."""
    if share:
        return wilson(min(k, n), n)
    from statsmodels.stats.rates import confint_poisson

    low, high = confint_poisson(k, n, method="score")
    return float(low), float(high)


def comparable(parts: Mapping[K, Part], share: bool) -> dict[K, Part]:
    """The parts that can be held against each other; of the others `reasons.figures_clash` says why."""
    return {key: part for key, part in parts.items() if part.can_be(share)}


def added_up(strata: Mapping[Any, Mapping[K, Part]]) -> dict[K, Part]:
    """The parts of each group over all strata together: what a reader would work out from the totals.

    Variances add up, so the spread of both weighs that of each by its count.

    >>> added_up({"facebook": {1: Part(10, 100, 2.0)}, "x": {1: Part(30, 50, 4.0), 2: Part(1, 9)}})
    {1: Part(k=40, n=150, spread=3.5, cases=150), 2: Part(k=1, n=9, spread=1.0, cases=None)}
    """
    found: dict[K, Part] = {}
    for parts in strata.values():
        for key, part in parts.items():
            found[key] = _both(found[key], part) if key in found else part
    return found


def _both(one: Part, other: Part) -> Part:
    k, spread = one.k + other.k, max(one.spread, other.spread)
    if k > 0 and spread < inf:
        spread = (one.k * one.spread + other.k * other.spread) / k
    return Part(k, one.n + other.n, spread, one.rests_on + other.rests_on)


def parts_of(metric: Metric, data: Slice, by: str = "department_id", weeks: Slice | None = None) -> dict[Any, Part]:
    """What the number of each group is made of; groups without anything under the line are left out.

    `k / n` is the value that `metric.compute` gives: YouTube is left out where it may not be added, and a group with
    several platforms has no part of a number that is about one. `weeks` is the same selection by week, from which the
    design effect is read. Without it shares count as independent cases, and of rates nothing is known (`Part.spread`).
    Raises `ValueError` for a metric without `ratio`.
    """
    ratio = ratio_of(metric)
    sums = (
        addable_rows(ratio.rows(data), ratio, by, data.youtube_in_totals)
        .groupby(by)[["k", "n", "cases", "least"]]
        .sum()
    )
    spread = _spreads(metric, weeks, by)
    usual = 1.0 if metric.unit == "share" else inf
    found = {}
    for group, k, n, cases, least in sums.itertuples(name=None):
        if (n := max(n, least)) > 0:
            cases = float(cases) if ratio.cases else None
            found[group] = Part(float(k), float(n), spread.get(group, usual), cases)
    return found


def strata_of(
    metric: Metric,
    data: Slice,
    stratum: str = "platform",
    by: str = "department_id",
    weeks: Slice | None = None,
    whole: Mapping[Any, Part] | None = None,
) -> dict[Any, dict[Any, Part]]:
    """The same within each stratum: `stratum` is a column of the frames (platform, or one that a query adds).

    The design effect is that of the stratum when `weeks` has the column too, else that of the group as a `whole`.
    """
    ratio = ratio_of(metric)
    by_week = weeks is not None and stratum in getattr(weeks, ratio.frame).columns
    found: dict[Any, dict[Any, Part]] = {}
    for value in sorted(getattr(data, ratio.frame)[stratum].dropna().unique().tolist()):
        inside = weeks.where(**{stratum: value}) if weeks is not None and by_week else None
        parts = parts_of(metric, data.where(**{stratum: value}), by, inside)
        if not by_week and whole is not None:
            parts = {key: replace(part, spread=whole[key].spread) for key, part in parts.items() if key in whole}
        found[value] = parts
    return found


def ratio_of(metric: Metric) -> Ratio:
    """What a metric divides by what; raises `ValueError` for one that is no pooled share or rate."""
    if metric.ratio is None:
        raise ValueError(f"{metric.id} is no pooled share or rate")
    return metric.ratio


def _spreads(metric: Metric, weeks: Slice | None, by: str) -> dict[Any, float]:
    if weeks is None:
        return {}
    ratio = ratio_of(metric)
    rows = addable_rows(ratio.rows(weeks), ratio, by, weeks.youtube_in_totals)
    sums = rows.groupby([by, "period"])[["k", "n"]].sum().reset_index(by)
    sums = sums[sums["n"] > 0]
    return (of_shares if metric.unit == "share" else of_rates)(dict(list(sums.groupby(by)[["k", "n"]])))


def addable_rows(rows: pd.DataFrame, ratio: Ratio, by: str, youtube: bool) -> pd.DataFrame:
    """The rows of `Ratio.rows` that may be added up within each group, as `metrics.totals` and `metrics.calculations`
    have it."""
    reporting = rows[rows["cases"] > 0].groupby(by)["platform"].nunique()
    several = rows[by].isin(reporting.index[reporting > 1])
    if ratio.one_platform:
        return rows[~several]
    if ratio.frame == "answers" or youtube:
        return rows
    return rows[~(several & (rows["platform"] == YOUTUBE))]
