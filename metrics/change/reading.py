"""A weekly series as a head of department reads it: did it change, and will it meet its target?"""

from collections.abc import Mapping

from metrics.change.result import Assurance, Kind, Reading, Target, Variation
from metrics.change.run import run_chart
from metrics.change.wording import assurance_words, sentence, variation_words, what_to_do
from metrics.change.xmr import BASELINE, FEWEST, xmr
from metrics.estimate import Estimate
from metrics.registry import Metric
from metrics.words import N_, Message

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


def read(
    metric: Metric, weeks: Mapping[int, Estimate], *, target: Target | None = None, since: int | None = None
) -> Reading:
    """The chart of a weekly series with what its latest point says; `since` is the first day of the newest baseline."""
    shown = tuple(week for week in sorted(weeks) if since is None or week >= since)
    values = tuple(weeks[week].value for week in shown)
    places = [place for place, value in enumerate(values) if value is not None]
    known = [value for value in values if value is not None]
    none: tuple[None, ...] = (None,) * len(shown)
    if not known:
        reason = Message("no_weeks", N_("There is no week with a number yet."))
        return Reading("none", "too_few", "too_few", shown, values, none, none, none, ({},) * len(shown), reason=reason)
    if len(known) < FEWEST:
        reason = Message(
            "few_weeks",
            N_("{n} weeks have a number; limits of ordinary variation need {needed}."),
            {"n": len(known), "needed": FEWEST},
        )
        middle = (run_chart(known).median,) * len(shown)
        return Reading(
            "run", "too_few", "too_few", shown, values, middle, none, none, ({},) * len(shown), None, None, reason
        )
    chart = xmr(known, min(BASELINE, len(known)), "linear" if metric.unit == "share" else "log")
    found = dict(zip(places, chart.signals, strict=True))
    side = next(iter(chart.signals[-1].values()), 0)
    good = {"higher": side, "lower": -side, "neither": 0}[metric.better]
    return Reading(
        "xmr",
        "common_cause" if not side else _variation(good, side),
        "no_target" if target is None else "may_meet",
        shown,
        values,
        (chart.centre,) * len(shown),
        (chart.low,) * len(shown),
        (chart.high,) * len(shown),
        tuple(found.get(place, {}) for place in range(len(shown))),
        (shown[places[0]], shown[places[chart.baseline - 1]]),
        target=target,
        side=side,
    )


def _variation(good: int, side: int) -> Variation:
    if good:
        return "improving" if good > 0 else "concerning"
    return "higher" if side > 0 else "lower"
