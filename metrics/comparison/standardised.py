"""Numbers at one common mix: what each department would have if all were on the platforms to the same extent."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from metrics.comparison.part import Part
from metrics.estimate import Estimate

K = TypeVar("K", bound=Hashable)
S = TypeVar("S", bound=Hashable)


def standardised(strata: Mapping[S, Mapping[K, Part]], share: bool = True) -> dict[K, Estimate]:
    """The value of each department at the common mix of the strata that all have, with its interval."""
    raise NotImplementedError
