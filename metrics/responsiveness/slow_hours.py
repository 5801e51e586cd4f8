"""Parts of the week and of the day whose questions wait longest."""

from dataclasses import dataclass

import pandas as pd

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.comparison.periods import SURE, compare
from metrics.estimate import Estimate
from metrics.responsiveness.staffing import by_hour, share_of
from metrics.words import N_

WHEN: dict[str, str] = {
    "0": N_("on a Monday"),
    "1": N_("on a Tuesday"),
    "2": N_("on a Wednesday"),
    "3": N_("on a Thursday"),
    "4": N_("on a Friday"),
    "5": N_("on a Saturday"),
    "6": N_("on a Sunday"),
    "night": N_("at night (0 to 6)"),
    "morning": N_("in the morning (6 to 12)"),
    "afternoon": N_("in the afternoon (12 to 18)"),
    "evening": N_("in the evening (18 to 24)"),
}
"""Parts of the week and of the day in which a question can be asked."""

_PARTS = ("night", "morning", "afternoon", "evening")  # of six hours each


@dataclass(frozen=True)
class Slow:
    """A part of the week whose questions are clearly answered in time less often than all others."""

    when: str
    own: Estimate
    others: Estimate
    checks: int


def slowest(hours: pd.DataFrame) -> Slow | None:
    """The weekday or part of the day whose questions wait longest, if there is one beyond chance.

    Each of the eleven parts is compared with all other questions, at a certainty that allows for eleven comparisons
    (Bonferroni).
    """
    slots = by_hour(hours, {})
    part_of_day = slots["hour"].floordiv(6).map(lambda part: _PARTS[part])
    groups = [(str(day), slots["dow"] == day) for day in range(7)] + [(part, part_of_day == part) for part in _PARTS]
    compared = []
    for when, inside in groups:
        own, others = (
            share_of(int(rows["in_time"].sum()), int(rows["due"].sum())) for rows in (slots[inside], slots[~inside])
        )
        if min(own.n, others.n) >= MINIMUM_FOR_SHARE:
            compared.append((when, own, others, compare(own, others)))
    clear = [
        (change.p, when, own, others)
        for when, own, others, change in compared
        if change.direction == "down" and change.p is not None and change.p < SURE / len(compared)
    ]
    if not clear:
        return None
    _p, when, own, others = min(clear, key=lambda row: row[0])
    return Slow(when, own, others, len(compared))
