"""Which chart a series gets, with its limits in the unit of the metric and the p-value of its latest point."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from metrics.change import chance
from metrics.change.laney import laney
from metrics.change.limits import frozen
from metrics.change.result import Kind
from metrics.change.rules import Floats, Rule
from metrics.change.run import run_chart
from metrics.change.series import Series
from metrics.change.xmr import BASELINE, FEWEST

ZERO_IS_ORDINARY = float("inf")


@dataclass(frozen=True)
class Charted:
    """A chart of the known points of a series: lines and signals for each of them."""

    kind: Kind
    centre: Floats
    low: Floats | None
    high: Floats | None
    signals: tuple[dict[Rule, int], ...]
    baseline: int
    p: float | None


def charted(series: Series, places: list[int], season: Floats | None) -> Charted:
    """The chart of the points at some places: Laney's for shares, XmR for others, without variation a run chart.

    The baseline is the first 20 points, and while there are fewer, all but the latest, but at least 12.
    """
    values = np.array([series.values[place] for place in places], dtype=np.float64)
    if len(places) < FEWEST or no_variation(series, places):
        return _run(values)
    baseline = min(BASELINE, max(FEWEST, len(values) - 1))
    earlier = min(BASELINE, len(values) - 1)  # what the latest point is tested against: never itself
    if series.share:
        n = np.array([series.cases[place] for place in places], dtype=np.float64)
        k = np.round(values * n)
        chart = laney(k, n, baseline, season)
        p = chance.of_shares(k, n, earlier, season)
        return Charted("laney", chart.centre, chart.low, chart.high, chart.signals, baseline, p)
    points = series.on(values)
    found = frozen(points, baseline, season, _reach(series, values[:baseline]))
    lines = [series.off(line) for line in (found.centre, found.low, found.high)]
    p = _p(series, values, points, earlier, season)
    return Charted("xmr", lines[0], lines[1], lines[2], found.signals, baseline, p)


def no_variation(series: Series, places: list[int]) -> bool:
    """Whether most weeks of the baseline have the very same number, so that nothing says what is ordinary.

    Shares and rare counts are judged all the same: how much chance makes them vary is known.
    """
    first = [series.values[place] for place in places[:BASELINE]]
    rare = series.counts and sum(value or 0.0 for value in first) < chance.FEW * len(first)
    return not (series.share or rare) and Counter(first).most_common(1)[0][1] > len(first) / 2


def _run(values: Floats) -> Charted:
    found = run_chart(values.tolist())
    signals: list[dict[Rule, int]] = [{} for _ in values]
    for place in found.shift:
        signals[place]["one_side"] = found.side
    return Charted("run", np.full(len(values), found.median), None, None, tuple(signals), 0, None)


def _reach(series: Series, first: Floats) -> tuple[float, float]:
    """Limits of rare counts are at least as far as chance takes them; where zero is ordinary there is no lower one."""
    if not series.counts or first.mean() >= chance.FEW:
        return 0.0, 0.0
    low, high = chance.ordinary_counts(first)
    centre = float(series.on(first).mean())
    below = ZERO_IS_ORDINARY if low == 0 else centre - float(series.on(np.array([low]))[0])
    return max(0.0, below), max(0.0, float(series.on(np.array([high]))[0]) - centre)


def _p(series: Series, values: Floats, points: Floats, baseline: int, season: Floats | None) -> float:
    """The chance of the latest point on the scale of its chart; far out, a milder scale and pure chance must agree."""
    if season is not None:
        return chance.of_values(points - season, baseline)
    found = chance.of_values(points, baseline)
    others = []
    if series.scale == "log":
        others.append(chance.of_values(np.sqrt(np.maximum(values, 0.0)), baseline))
    if series.counts:
        others.append(chance.of_counts(values, baseline))
    rare = series.counts and values[:baseline].mean() < chance.FEW
    return max(found, *others) if rare else chance.agreed(found, *others)
