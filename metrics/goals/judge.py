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

PARTLY = frozenset({"counted_part", "incomplete", "short_period"})
"""The reasons which say that a count does not rest on the whole period."""

_TOO_FEW = frozenset({"too_few_posts", "too_few_for_share", "too_few_questions", "none_due"})


@dataclass(frozen=True)
class Judged:
    """The verdict on a number, why, and its value as the target is set (`metrics.goals.target.comparable`)."""

    kpi: Kpi
    verdict: Verdict
    now: Estimate | None  # None: it is measured elsewhere, or no data are loaded
    reason: Message


@dataclass(frozen=True)
class Covered:
    """The days of a period that there are data of. `complete`: all accounts and websites have data of all these."""

    days: int
    period: int
    complete: bool = True


def judge(kpi: Kpi, estimate: Estimate | None, covered: Covered) -> Judged:
    """The verdict on a number; `estimate` is its value over the days with data, None when no data are loaded.

    What was not loaded is missing, not zero: a count that can be higher than it looks is not held to be under a target.
    """
    days = covered.days
    metric = kpi.measure
    if kpi.metric is None:
        return Judged(kpi, "not_measurable", None, Message("elsewhere", N_("Measured elsewhere.")))
    if metric is None:
        return Judged(kpi, "not_measurable", None, Message("unknown", N_("This version does not know this number.")))
    if days <= 0 and is_over_weeks(metric):
        return Judged(kpi, "not_measurable", None, Message("not_covered", N_("There are no data of this period.")))
    if estimate is None:
        return Judged(kpi, "not_measurable", None, Message("no_data", N_("No exports are loaded yet.")))
    now = comparable(metric, estimate, days)
    if kpi.target is None:
        return Judged(kpi, "no_target", now, Message("no_target", N_("No target was set.")))
    if now.value is None:
        return _without_value(kpi, kpi.target, now)
    verdict = side(now, kpi.target, kpi.direction)
    if not is_over_weeks(metric):
        return Judged(kpi, verdict, now, _reason(verdict, now))
    if days < WEEK:
        reason = Message("short_period", N_("There are data of less than a week, and the target is per week."))
        return Judged(kpi, "undecided", now, reason)
    if not covered.complete and verdict == ("not_met" if kpi.direction == "at_least" else "met"):
        text = N_("Not all accounts and websites have data of all these days, so the real number can be higher.")
        return Judged(kpi, "undecided", now, Message("incomplete", text))
    return Judged(kpi, verdict, now, _of_days(covered) or _reason(verdict, now))


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


def _of_days(covered: Covered) -> Message | None:
    if covered.days >= covered.period:
        return None
    text = N_("Counted over the {days} days with data, of the {n} days of the period.")
    return Message("counted_part", text, {"days": covered.days, "n": covered.period})


def _reason(verdict: Verdict, now: Estimate) -> Message:
    if now.low is None and now.high is None:
        return Message("counted", N_("Counted in full, so without an interval."))
    if verdict == "undecided":
        return Message("inside", N_("The target lies inside the interval, so it can be either."))
    return Message("outside", N_("The whole interval lies on one side of the target."))
