"""Whether the target of a number is met now.

The interval decides, as it does for claims (METRICS 3.13): the target is met, or not met, when the whole 95 % interval
lies on one side of it, and undecided while the target lies inside. A number without an interval was counted in full
and is held beside the target as it is.
"""

from dataclasses import dataclass
from math import inf
from typing import Literal

from metrics.estimate import Estimate
from metrics.goals.goal import Direction, Kpi
from metrics.goals.target import WEEK, comparable, is_over_weeks
from metrics.reasons import MORE_THAN
from metrics.words import N_, Message

Verdict = Literal["met", "not_met", "undecided", "no_target", "not_measurable"]

VERDICTS: dict[Verdict, str] = {
    "met": N_("met"),
    "not_met": N_("not met"),
    "undecided": N_("undecided"),
    "no_target": N_("no target"),
    "not_measurable": N_("not measurable here"),
}
"""What each verdict is called, in the order in which a summary names them."""

DECIDABLE: frozenset[Verdict] = frozenset({"met", "not_met", "undecided"})
"""The verdicts on targets that data here can tell something about."""

_TOO_FEW = frozenset({"too_few_posts", "too_few_for_share", "too_few_questions", "none_due"})


@dataclass(frozen=True)
class Judged:
    """The verdict on a number, why, and its value as the target is set (`metrics.goals.target.comparable`)."""

    kpi: Kpi
    verdict: Verdict
    now: Estimate | None  # None: it is measured elsewhere, or no data are loaded
    reason: Message


def judge(kpi: Kpi, estimate: Estimate | None, days: int) -> Judged:
    """The verdict on a number; `estimate` is its value over a period of so many days, None when there are no data."""
    metric = kpi.measure
    if kpi.metric is None:
        return Judged(kpi, "not_measurable", None, Message("elsewhere", N_("Measured elsewhere.")))
    if metric is None:
        return Judged(kpi, "not_measurable", None, Message("unknown", N_("This version does not know this number.")))
    if estimate is None:
        return Judged(kpi, "not_measurable", None, Message("no_data", N_("No exports are loaded yet.")))
    now = comparable(metric, estimate, days)
    if kpi.target is None:
        return Judged(kpi, "no_target", now, Message("no_target", N_("No target was set.")))
    if now.value is None:
        return _without_value(kpi, kpi.target, now)
    if days < WEEK and is_over_weeks(metric):
        reason = Message("short_period", N_("The period is shorter than a week, and the target is per week."))
        return Judged(kpi, "undecided", now, reason)
    verdict = side(now, kpi.target, kpi.direction)
    return Judged(kpi, verdict, now, _reason(verdict, now))


def side(now: Estimate, target: float, direction: Direction) -> Verdict:
    """On which side of its target a number lies.

    >>> [side(Estimate(value, low=value - 0.08, high=value + 0.08), 0.8, "at_least") for value in (0.61, 0.78, 0.9)]
    ['not_met', 'undecided', 'met']
    """
    if now.value is None:
        return "undecided"
    if now.low is None and now.high is None:
        low = high = now.value
    else:  # an interval that is open on one side, as of a time that many never reached
        low, high = (-inf if now.low is None else now.low), (inf if now.high is None else now.high)
    if direction == "at_least":
        return "met" if low >= target else ("not_met" if high < target else "undecided")
    return "met" if high <= target else ("not_met" if low > target else "undecided")


def _without_value(kpi: Kpi, target: float, now: Estimate) -> Judged:
    """A number that cannot be given: too few cases leave it open, and a time beyond its target tells enough."""
    reason = now.reason or Message("not_available", N_("Not available"))
    if reason.code == MORE_THAN and kpi.direction == "at_most" and reason.values["longest"] >= target:
        return Judged(kpi, "not_met", now, reason)
    open_still = reason.code in _TOO_FEW or reason.code == MORE_THAN
    return Judged(kpi, "undecided" if open_still else "not_measurable", now, reason)


def _reason(verdict: Verdict, now: Estimate) -> Message:
    if now.low is None and now.high is None:
        return Message("counted", N_("Counted in full, so without an interval."))
    if verdict == "undecided":
        return Message("inside", N_("The target lies inside the interval, so it can be either."))
    return Message("outside", N_("The whole interval lies on one side of the target."))
