"""The funnel plot: which departments differ more than their size and ordinary variation explain."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from metrics.comparison.part import Part
from metrics.words import Message

K = TypeVar("K", bound=Hashable)
Side = Literal["low", "high", "within", "too_few"]


@dataclass(frozen=True)
class FunnelPoint:
    """One department: its value, the `n` that it rests on, and where it lies.

    `effective` is where it stands on the axis of the funnel: `n` less what the weeks resemble each other
    (`Part.effective`); `band` is read there. `z` is None for `too_few`.
    """

    value: float
    n: float
    z: float | None
    side: Side
    effective: float


@dataclass(frozen=True)
class Funnel(Generic[K]):
    """The funnel: `centre` line, variation between departments `tau` (on the scale it is tested on), and the points.

    `reason` says why nobody can be told apart (fewer than three departments with enough cases); then `centre` may be
    None and every point is "within" or "too_few".
    """

    centre: float | None
    tau: float
    points: dict[K, FunnelPoint]
    share: bool
    reason: Message | None = None

    def band(self, n: float) -> tuple[float, float, float, float]:
        """The limits at a size `n` (an `effective` one): (low 95 %, high 95 %, low 99.8 %, high 99.8 %)."""
        raise NotImplementedError

    @property
    def flagged(self) -> dict[K, FunnelPoint]:
        """Who lies outside the 99.8 % limits."""
        return {key: point for key, point in self.points.items() if point.side in ("low", "high")}


def funnel(parts: Mapping[K, Part], share: bool) -> Funnel[K]:
    """The funnel of shares or rates of departments."""
    raise NotImplementedError
