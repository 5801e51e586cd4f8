"""The funnel plot: which departments differ more than their size and ordinary variation explain."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from math import asin, pi, sin, sqrt
from statistics import median
from typing import Generic, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.comparison.part import Part, comparable
from metrics.intervals import Z
from metrics.words import N_, Message

K = TypeVar("K", bound=Hashable)
Side = Literal["low", "high", "within", "too_few"]

FEWEST = MINIMUM_FOR_SHARE
"""A department with fewer cases is drawn and not judged."""

FEWEST_DEPARTMENTS = 3
"""With fewer, nothing shows how much departments ordinarily differ."""

FAR = 3.090232306167813
"""The 99.9 % point of the normal distribution: outside on either side in 2 of 1,000 cases."""

WINSORISED = 0.1
"""So many of the z-scores at either end are pulled in before they tell how much departments ordinarily differ.

With fewer than ten departments somewhat more, as far as it leaves at most 0.2 of them flagged where nobody stands out.
"""

STEPS = 4
"""After so many steps the middle and the variation hardly change any more."""


@dataclass(frozen=True)
class FunnelPoint:
    """One department: its value, the `n` that it rests on, and where it lies.

    `effective` is where it stands along the funnel: its size less what the weeks resemble each other
    (`Part.effective`); `band` is read there. `z` is None where nothing is judged.
    """

    value: float
    n: float
    z: float | None
    side: Side
    effective: float


@dataclass(frozen=True)
class Funnel(Generic[K]):
    """The funnel: its `centre`, the variation between departments `tau` (sd, on the scale of the test), the points.

    `centre` is the middle of the judged departments, which no single one can pull far away; None without any.
    `reason` says why nobody is judged: then each point is "within" or "too_few", `centre` is the number of all
    together, and `band` knows chance alone. `place` is the centre on the scale of the test, `error` its standard error.
    """

    centre: float | None
    tau: float
    points: dict[K, FunnelPoint]
    share: bool
    reason: Message | None = None
    place: float = 0.0
    error: float = 0.0

    def band(self, n: float) -> tuple[float, float, float, float]:
        """The limits at an effective size `n`: (low 95 %, high 95 %, low 99.8 %, high 99.8 %).

        >>> found = funnel({"Parks": Part(70, 100), "Roads": Part(139, 200), "Water": Part(282, 400)}, share=True)
        >>> [round(limit, 2) for limit in found.band(100)]
        [0.6, 0.79, 0.54, 0.84]
        """
        if self.centre is None or n <= 0:
            return 0.0, 0.0, 0.0, 0.0
        scale = _SCALES[self.share]
        place = self.place if self.reason is None else scale.at(self.centre, n)
        reach = sqrt(scale.variance(n) + self.tau**2 + self.error**2)
        low, high, lowest, highest = (scale.back(place + z * reach, n) for z in (-Z, Z, -FAR, FAR))
        return low, high, lowest, highest

    @property
    def flagged(self) -> dict[K, FunnelPoint]:
        """Who lies outside the 99.8 % limits."""
        return {key: point for key, point in self.points.items() if point.side in ("low", "high")}


def funnel(parts: Mapping[K, Part], share: bool) -> Funnel[K]:
    """Where each department lies: within what size and ordinary variation explain, or outside.

    The values are looked at on a scale on which chance makes them vary by their size alone: the arcsine of a share, the
    square root of a rate. How far each is from the middle, in standard errors, is its z-score. If the z-scores, with
    the outer 10 % at either end pulled in, differ more than chance makes them, departments ordinarily differ: the
    variance of that (`tau²`, additive over-dispersion) is added to the limits, and so is that of the middle. Low or
    high is only who lies outside the 99.8 % limits then. The middle is the random-effects mean, found together with
    `tau²` from the values as pulled in: the number of all together would follow a large department that stands out, and
    so hide it. What cannot be a share or a rate (`Part.can_be`) has no point.

    References: Spiegelhalter (2005), "Funnel plots for comparing institutional performance"; Higgins, Thompson &
    Spiegelhalter (2009), "A re-evaluation of random-effects meta-analysis" (limits that allow for the middle); Anscombe
    (1948), "The transformation of Poisson, binomial and negative-binomial data".

    >>> parts = {name: Part(k, 200) for name, k in zip("ABCDEFGHIJ", [140, 138, 145, 135, 141, 139, 144, 137, 142, 80])}
    >>> {name: point.side for name, point in funnel(parts, share=True).flagged.items()}
    {'J': 'low'}
    """
    parts = comparable(parts, share)
    judged = {key: part for key, part in parts.items() if part.rests_on >= FEWEST and part.effective > 0}
    scale = _SCALES[share]
    if len(judged) < FEWEST_DEPARTMENTS:
        return Funnel(_together(judged), 0.0, _points(parts, judged, {}), share, too_few_departments(len(judged)))
    sizes = [part.effective for part in judged.values()]
    places = np.array([scale.at(part.k / part.n, part.effective) for part in judged.values()])
    variances = np.array([scale.variance(size) for size in sizes])
    place, variation, error = _middle(places, variances)
    scores = dict(zip(judged, ((places - place) / np.sqrt(variances + variation + error**2)).tolist(), strict=True))
    centre = scale.back(place, median(sizes))
    return Funnel(centre, sqrt(variation), _points(parts, judged, scores), share, None, place, error)


def too_few_departments(n: int) -> Message:
    """Why nobody is judged."""
    values = {"n": n, "needed": FEWEST_DEPARTMENTS, "fewest": FEWEST, "cases": Message("cases", N_("cases"))}
    return Message(
        "too_few_departments",
        N_("Not judged: {n} department has {fewest} {cases} or more, and a comparison needs {needed}."),
        values,
        plural=N_("Not judged: {n} departments have {fewest} {cases} or more, and a comparison needs {needed}."),
        count=n,
    )


def _together(parts: Mapping[K, Part]) -> float | None:
    n = sum(part.n for part in parts.values())
    return sum(part.k for part in parts.values()) / n if n > 0 else None


def _middle(places: NDArray[np.float64], variances: NDArray[np.float64]) -> tuple[float, float, float]:
    """The middle, the variance between departments (by moments; zero when chance explains them), the middle's error."""
    fixed = 1 / variances
    free = fixed.sum() - np.square(fixed).sum() / fixed.sum()
    middle = float(np.median(places))
    weights = fixed
    pulled_in = max(WINSORISED, 0.04 + 0.5 / (len(places) - 1))  # a tenth of few departments is not even one
    for _ in range(STEPS):
        scores = (places - middle) / np.sqrt(variances)
        scores = np.clip(scores, *np.quantile(scores, [pulled_in, 1 - pulled_in]))
        variation = max(0.0, float((np.square(scores).sum() - (len(scores) - 1)) / free))
        weights = 1 / (variances + variation)
        middle = float(weights @ (middle + scores * np.sqrt(variances)) / weights.sum())
    return middle, variation, float(1 / np.sqrt(weights.sum()))


def _points(parts: Mapping[K, Part], judged: Mapping[K, Part], scores: Mapping[K, float]) -> dict[K, FunnelPoint]:
    points = {}
    for key, part in parts.items():
        if (value := part.value) is not None:
            z = scores.get(key)
            side = _side(z) if key in judged else "too_few"
            points[key] = FunnelPoint(value, part.n, z, side, part.effective)
    return points


def _side(z: float | None) -> Side:
    if z is None or abs(z) <= FAR:
        return "within"
    return "high" if z > 0 else "low"


@dataclass(frozen=True)
class _Scale:
    """A scale on which the variance depends on the size alone, with the small-sample terms of Anscombe (1948)."""

    at: Callable[[float, float], float]  # where a value lies, at an effective size
    variance: Callable[[float], float]
    back: Callable[[float, float], float]


def _share_back(place: float, n: float) -> float:
    kept = min(max(place, 0.0), pi / 2)
    return min(max((sin(kept) ** 2 * (n + 0.75) - 0.375) / n, 0.0), 1.0)


_SCALES = {
    True: _Scale(
        at=lambda value, n: asin(sqrt((value * n + 0.375) / (n + 0.75))),
        variance=lambda n: 1 / (4 * n + 2),
        back=_share_back,
    ),
    False: _Scale(
        at=lambda value, n: sqrt(value + 0.375 / n),
        variance=lambda n: 1 / (4 * n),
        back=lambda place, n: max(max(place, 0.0) ** 2 - 0.375 / n, 0.0),
    ),
}
