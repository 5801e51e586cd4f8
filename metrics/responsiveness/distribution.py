"""How long answers took, in bins that people know, with the questions that got none."""

from dataclasses import replace

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.reasons import too_few_questions_for_share
from metrics.responsiveness.bins import BINS
from metrics.responsiveness.estimates import share_in_time
from metrics.slices import Slice
from metrics.words import N_

NO_ANSWER = "no_answer"
"""The place of the questions that nobody answered."""

PLACES: dict[str, str] = {**BINS, NO_ANSWER: N_("no answer yet")}
"""The bins in the order in which they are drawn, with their names."""


def distribution(data: Slice) -> dict[str, Estimate]:
    """The share of the questions whose deadline has passed in each bin; together they are all of these questions.

    Bins by `PLACES`, the fastest first and "no answer yet" last, each with Wilson's interval. With fewer than ten
    questions each has a reason instead, which says its count. Empty when nothing is known or nothing is due.
    """
    found = share_in_time(data)
    n = found.n
    if n == 0:
        return {}
    counts = {name: int(data.answers[name].sum()) for name in BINS}
    counts[NO_ANSWER] = int(data.answers["due_waiting"].sum())
    if n < MINIMUM_FOR_SHARE:
        return {place: replace(found, reason=too_few_questions_for_share(count, n)) for place, count in counts.items()}
    shares = {}
    for place, count in counts.items():
        low, high = wilson(count, n)
        shares[place] = replace(found, value=count / n, low=low, high=high)
    return shares
