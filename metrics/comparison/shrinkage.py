"""Estimates that borrow from the others: small departments move towards the middle, as far as chance could reach."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from metrics.estimate import Estimate
from metrics.words import Message

K = TypeVar("K", bound=Hashable)
Scale = Literal["share", "log", "linear"]


@dataclass(frozen=True)
class Shrunken(Generic[K]):
    """The estimates of departments, each drawn towards `whole` as far as chance alone could have brought it.

    `values` holds those that have an interval, in the order they came in; `raw` all, as they came. `whole` is the
    middle that they are drawn to, with its interval. `distinguishable` says whether any two can be told apart: only
    then may they be sorted by value. `pairs` are these, (higher, lower). `reason` says why nothing is shrunken.
    """

    values: dict[K, Estimate]
    raw: dict[K, Estimate]
    whole: Estimate
    distinguishable: bool
    pairs: tuple[tuple[K, K], ...] = ()
    reason: Message | None = None


def shrunken(estimates: Mapping[K, Estimate], scale: Scale) -> Shrunken[K]:
    """Estimates of departments, shrunken."""
    raise NotImplementedError
