"""What others would report: figures over the answered questions only, beside those that count everybody.

Most tools average what was answered and leave the rest out. Whoever answers only the easy questions looks fast.
"""

from dataclasses import dataclass, replace

import pandas as pd

from metrics import reasons
from metrics.estimate import Estimate
from metrics.histogram import median_with_interval, merge, value_of
from metrics.responsiveness.estimates import (
    MINIMUM_QUESTIONS,
    about_answers,
    as_share,
    share_in_time,
    time_to_answer,
)
from metrics.slices import RESPONSE, Slice
from metrics.words import N_


@dataclass(frozen=True)
class Pair:
    """One figure in two ways: as others report it, and with the unanswered questions in it."""

    label: str
    others: Estimate
    honest: Estimate


def pairs(data: Slice) -> dict[str, Pair]:
    """The figures that look better without the unanswered, each in both ways, with what it is called.

    `average` stands beside the median over everybody: an average needs an end, and some questions have none.
    """
    median = time_to_answer(data, 0.5)
    return {
        "average": Pair(N_("Average time to an answer"), average_of_answered(data), median),
        "median": Pair(N_("Middle time to an answer"), median_of_answered(data), median),
        "in_time": Pair(N_("Answered in time"), in_time_of_answered(data), share_in_time(data)),
    }


def average_of_answered(data: Slice) -> Estimate:
    """The average seconds to an answer, over the answered questions only."""
    found, counts = _answered(data)
    if found.reason is not None:
        return found
    return replace(found, value=float(value_of(counts.index) @ counts.to_numpy()) / found.n)


def median_of_answered(data: Slice) -> Estimate:
    """The median seconds to an answer, over the answered questions only."""
    found, counts = _answered(data)
    if found.reason is not None:
        return found
    value, low, high = median_with_interval(counts)
    return replace(found, value=value, low=low, high=high)


def in_time_of_answered(data: Slice) -> Estimate:
    """The share in time among the answered questions whose deadline has passed."""
    found = about_answers(data)
    if found.reason is not None:
        return found
    part, n = int(data.answers["in_time"].sum()), int((data.answers["due"] - data.answers["due_waiting"]).sum())
    if n == 0:
        return replace(found, reason=reasons.nothing_answered())
    return as_share(replace(found, n=n), part)


def _answered(data: Slice) -> "tuple[Estimate, pd.Series[int]]":
    counts = merge(data.histograms[data.histograms["measure"] == RESPONSE])
    found = about_answers(data)
    if found.reason is not None:
        return found, counts
    n = int(counts.sum())
    if n < MINIMUM_QUESTIONS:
        reason = reasons.too_few_questions(n, MINIMUM_QUESTIONS) if n else reasons.nothing_answered()
        return replace(found, n=n, reason=reason), counts
    return replace(found, n=n), counts
