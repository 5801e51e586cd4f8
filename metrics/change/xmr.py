"""The XmR chart of an action (`metrics.beforeafter`): what is ordinary variation, and which points are more than that.

The charts of the page Change rest on the same limits, and add the season and the reach of rare counts
(`metrics.change.charted`); for how long a baseline must be they look here.

The limits follow from how much neighbouring points differ (the moving range), so a slow drift does not widen them. They
come from a baseline that stays as it is: a chart that takes new points into its limits explains every change away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.change.limits import frozen
from metrics.change.rules import Rule
from metrics.change.scale import Scale, back, scaled

__all__ = ["BASELINE", "FEWEST", "Rule", "Scale", "Xmr", "xmr"]

BASELINE = 20
"""So many points make limits that hold: with 8, a stable series signals in 8 % of cases and not 4 to 5 %."""

FEWEST = 12
"""Below this there are no limits; a run chart is drawn (`metrics.change.run`)."""


@dataclass(frozen=True)
class Xmr:
    """Centre and limits in the unit of the values, and for each point the rules that it completes, with the side.

    `signals[i]` maps a rule to 1 (high, rising) or -1 (low, falling). `baseline` is how many points the limits rest on.
    """

    centre: float
    low: float
    high: float
    baseline: int
    signals: tuple[dict[Rule, int], ...]


def xmr(values: Sequence[float], baseline: int = BASELINE, scale: Scale = "linear") -> Xmr:
    """The chart of a series, oldest first, with limits from its first `baseline` points.

    `centre ± 2.66 x mean moving range`. `log` works on `log(1 + value)`, for counts and times, whose highs are further
    from the middle than their lows: on raw skewed data 80 % of stable series signal somewhere in 24 weeks. Rules: a
    point outside the limits; seven in a row on one side; seven rising or falling; two of three beyond two sigma on one
    side. Raises `ValueError` for a baseline under 12 points.

    References: Wheeler (2000), "Understanding Variation"; NHS England (2021), "Making Data Count".

    >>> chart = xmr([10, 12, 11, 9, 10, 11, 12, 10, 9, 11, 10, 12, 30], baseline=12)
    >>> round(chart.centre, 2), round(chart.high, 2), chart.signals[-1]
    (10.58, 14.45, {'outside': 1})
    """
    needs(min(baseline, len(values)))
    found = frozen(scaled(values, scale), baseline)
    centre, low, high = (float(back(line, scale)[0]) for line in (found.centre, found.low, found.high))
    return Xmr(centre, low, high, min(baseline, len(values)), found.signals)


def needs(points: int) -> None:
    """Raises `ValueError` for a baseline too short for limits."""
    if points < FEWEST:
        raise ValueError(f"limits need a baseline of at least {FEWEST} points, got {points}")
