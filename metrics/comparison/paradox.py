"""The paradox check: who is higher overall and lower on each platform."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from metrics.comparison.part import Part
from metrics.estimate import Estimate

K = TypeVar("K", bound=Hashable)
S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True)
class Reversal(Generic[K, S]):
    """`higher` is higher than `lower` overall, and not so once they are looked at stratum by stratum.

    `pooled` is the difference overall (higher - lower, above zero), `standardised` the same at one mix of strata (below
    zero), both with 95 % intervals. `strata` are those they share; `everywhere` says that all of them point the other
    way.
    """

    higher: K
    lower: K
    pooled: Estimate
    standardised: Estimate
    strata: tuple[S, ...]
    everywhere: bool


def reversals(
    pooled: Mapping[K, Part], strata: Mapping[S, Mapping[K, Part]], share: bool = True
) -> tuple[Reversal[K, S], ...]:
    """The pairs whose order turns round inside the strata, the surest first; only when that is more than chance."""
    raise NotImplementedError
