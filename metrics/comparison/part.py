"""What the shares and rates of departments are made of, and how much each is worth as evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from metrics.registry import Metric
from metrics.slices import Slice


@dataclass(frozen=True)
class Part:
    """A share, `k` of `n`, or a rate, `k` per `n`, of one part of the organisation.

    `spread` is the design effect: how many times the variance exceeds that of `n` independent cases (at least 1;
    infinite where nothing is known about it, as for a rate without weeks). `cases` is what it rests on (posts of a rate
    by reach); for a share that is `n`.
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


def parts_of(metric: Metric, data: Slice, by: str = "department_id", weeks: Slice | None = None) -> dict[Any, Part]:
    """What the number of each group is made of; groups without anything under the line are left out.

    `weeks` is the same selection by week, from which the design effect is read. Raises `ValueError` for a metric
    without `ratio`.
    """
    if metric.ratio is None:
        raise ValueError(f"{metric.id} is no pooled share or rate")
    sums = metric.ratio.rows(data).groupby(by)[["k", "n", "cases", "least"]].sum()
    found = {group: (k, max(n, least), cases) for group, k, n, cases, least in sums.itertuples(name=None)}
    return {group: Part(float(k), float(n), cases=float(c)) for group, (k, n, c) in found.items() if n > 0}


def strata_of(
    metric: Metric, data: Slice, stratum: str = "platform", by: str = "department_id", weeks: Slice | None = None
) -> Mapping[Any, dict[Any, Part]]:
    """The same within each stratum: `stratum` is a column of the frames (platform, or one that a query adds)."""
    raise NotImplementedError
