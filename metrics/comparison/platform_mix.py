"""Whether a difference between two parts of the organisation is more than the platforms that they are on."""

from collections.abc import Iterable, Mapping

from metrics.comparison.periods import compare
from metrics.estimate import Estimate

ByPlatform = Mapping[str, Estimate]
"""A number of one part of the organisation, on each of its platforms."""


def on_the_same(one: ByPlatform, other: ByPlatform) -> list[tuple[Estimate, Estimate]]:
    """The numbers of both, for each platform that both are on."""
    return [(one[platform], other[platform]) for platform in one if platform in other]


def holds_inside(pairs: Iterable[tuple[Estimate, Estimate]]) -> bool:
    """Whether who is higher over all platforms together is higher on the same platforms too (Simpson's paradox).

    `pairs` are the numbers of both on each platform, the higher one first. With the platforms mixed as the first has
    them the difference must point the same way, and no platform may clearly point the other way.

    >>> much, little = Estimate(0.9, 100, 0.83, 0.94), Estimate(0.5, 100, 0.4, 0.6)
    >>> holds_inside([(much, little)]), holds_inside([(much, little), (little, much)]), holds_inside([])
    (True, False, False)
    """
    found = [(one, other) for one, other in pairs if one.value is not None and other.value is not None]
    same_mix = sum(one.n * ((one.value or 0.0) - (other.value or 0.0)) for one, other in found)
    return same_mix > 0 and all(compare(one, other).direction != "down" for one, other in found)
