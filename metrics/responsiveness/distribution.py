"""How long answers took, in bins that people know, with the questions that got none."""

from dataclasses import replace

from metrics.estimate import Estimate
from metrics.responsiveness.bins import BINS
from metrics.responsiveness.estimates import about_answers, as_share
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
    due = int(data.answers["due"].sum())
    if due == 0:
        return {}
    bare = replace(about_answers(data), n=due)
    counts = {name: int(data.answers[name].sum()) for name in BINS}
    counts[NO_ANSWER] = int(data.answers["due_waiting"].sum())
    return {place: as_share(bare, count) for place, count in counts.items()}
