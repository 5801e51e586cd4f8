"""A weekly series as a head of department reads it: did it change, and will it meet its target?"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from metrics.change.assurance import RECENT, assurance
from metrics.change.charted import Charted, charted
from metrics.change.lasting import p_of_last_weeks
from metrics.change.reasons import basis_of, few_weeks, no_recent_week, no_variation, no_weeks, not_a_flow
from metrics.change.result import Assurance, Kind, Reading, Target, Variation
from metrics.change.rules import ON_ONE_SIDE, TREND, Floats, Rule
from metrics.change.season import Season, season_of
from metrics.change.series import Series, piles_up, series_of
from metrics.change.wording import assurance_words, sentence, variation_words, what_to_do
from metrics.change.xmr import FEWEST
from metrics.estimate import Estimate
from metrics.registry import Metric

__all__ = [
    "Assurance",
    "Kind",
    "Reading",
    "Target",
    "Variation",
    "assurance_words",
    "read",
    "sentence",
    "variation_words",
    "what_to_do",
]

_COMPLETES: dict[Rule, int] = {"outside": 0, "two_of_three": 2, "one_side": ON_ONE_SIDE - 1, "trend": TREND - 1}
"""How many points before the one that completes a rule it began; a run chart marks all points of a shift."""

STALE = 4
"""After so many weeks without a number the last one says nothing about now."""


def read(
    metric: Metric, weeks: Mapping[int, Estimate], *, target: Target | None = None, since: int | None = None
) -> Reading:
    """The chart of a weekly series, what its latest point says, and whether the target will be met.

    `weeks` are estimates by the Monday of full weeks; hand over every week since the data begin, not those of the
    period shown: the baseline is the first 20, and must not wander with the period. `since` is the first day of a new
    baseline: a decision that was recorded, or the day from which a platform counts in another way
    (`metrics.breaks`); the season is still learnt from the weeks before it.

    Shares get Laney's p' chart, others XmR on a log scale; under 12 weeks, or with hardly any variation, a run chart
    without limits. All four rules are drawn, and all four decide on the latest point: together they call a stable
    series changed in at most 6 of 100 cases with a baseline of 20 weeks (`tests/metrics/change`). `p` is of the latest
    point alone and `p_lasting` of the last six, for choosing among many series (`metrics.signals.checks`).

    References: Wheeler (2000), "Understanding Variation"; Laney (2002), "Improved control charts for attributes"; NHS
    England (2021), "Making Data Count".

    >>> from metrics.registry import metrics
    >>> weeks = {4 + 7 * week: Estimate(float(posts)) for week, posts in enumerate([9, 12, 10, 11, 13, 10] * 5 + [41])}
    >>> found = read(metrics()["posts"], weeks)
    >>> found.kind, found.variation, sentence(metrics()["posts"], found).english()
    ('xmr', 'higher', 'Posts: higher in the week of 1970-08-03')
    """
    series = series_of(metric, weeks)
    season = Season() if piles_up(metric) else season_of(metric, series, weeks, since)
    by_place = season.by_place
    shown = [place for place, week in enumerate(series.weeks) if since is None or week >= since]
    judged = [place for place in shown if by_place is None or by_place[place] is not None]
    known = [place for place in judged if series.values[place] is not None]
    empty = _empty(series, shown, target)
    if piles_up(metric):
        return replace(empty, reason=not_a_flow())
    if not known:
        return replace(empty, reason=no_weeks())
    adjust = None if by_place is None else np.array([by_place[place] for place in known], dtype=np.float64)
    chart = charted(series, known, adjust)
    reading = _drawn(empty, shown, judged, known, chart)
    reading = replace(reading, seasonal=season.words)
    if len(known) < FEWEST:
        return replace(reading, reason=few_weeks(len(known)))
    if shown[-1] - known[-1] >= STALE:
        return replace(reading, reason=no_recent_week(series.weeks[known[-1]]), p=None)
    side, first = _change(chart)
    reading = replace(
        reading,
        variation=_variation(metric, side),
        side=side,
        changed=None if first is None else series.weeks[known[first]],
    )
    if chart.low is None or chart.high is None:
        return replace(reading, reason=no_variation())
    recent = -RECENT if by_place is None else 0  # a season has good and bad months: the target is for all of them
    latest = series.values[known[-1]] or 0.0
    low, high = chart.low[recent:].tolist(), chart.high[recent:].tolist()
    return replace(
        reading,
        assurance=assurance(target, low, high, latest, side),
        baseline=(series.weeks[known[0]], series.weeks[known[chart.baseline - 1]]),
        basis=basis_of(series.weeks[known[0]], series.weeks[known[chart.baseline - 1]], chart.baseline, since),
        p=chart.p,
        p_lasting=p_of_last_weeks(series, known, adjust),
    )


def _empty(series: Series, shown: list[int], target: Target | None) -> Reading:
    none: tuple[None, ...] = (None,) * len(shown)
    return Reading(
        kind="none",
        variation="too_few",
        assurance="no_target" if target is None else "too_few",
        weeks=tuple(series.weeks[place] for place in shown),
        values=tuple(series.values[place] for place in shown),
        centre=none,
        low=none,
        high=none,
        signals=({},) * len(shown),
        target=target,
    )


def _drawn(empty: Reading, shown: list[int], judged: list[int], known: list[int], chart: Charted) -> Reading:
    """The lines of the chart at the weeks that are judged; in a gap they go on as in the week before."""
    at = np.maximum(np.searchsorted(known, judged, side="right") - 1, 0)
    signals = dict(zip(known, chart.signals, strict=True))

    def line(values: Floats | None) -> tuple[float | None, ...]:
        by_place = {} if values is None else dict(zip(judged, values[at].tolist(), strict=True))
        return tuple(by_place.get(place) for place in shown)

    return replace(
        empty,
        kind=chart.kind,
        centre=line(chart.centre),
        low=line(chart.low),
        high=line(chart.high),
        signals=tuple(signals.get(place, {}) for place in shown),
    )


def _change(chart: Charted) -> tuple[int, int | None]:
    """The side of the signal of the latest point, and the place from which on its rule holds; 0 without a signal."""
    signals, latest = chart.signals, chart.signals[-1]
    if not latest:
        return 0, None
    rule: Rule = next(name for name in ("outside", "one_side", "two_of_three", "trend") if name in latest)
    side, place = latest[rule], len(signals) - 1
    while place > 0 and signals[place - 1].get(rule) == side:
        place -= 1
    return side, place if chart.kind == "run" else max(0, place - _COMPLETES[rule])


def _variation(metric: Metric, side: int) -> Variation:
    if not side:
        return "common_cause"
    if metric.better == "neither":
        return "higher" if side > 0 else "lower"
    return "improving" if (side > 0) == (metric.better == "higher") else "concerning"
