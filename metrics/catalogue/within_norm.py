"""The share of questions that were answered in time."""

from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import SPOTLER
from metrics.registry import Metric
from metrics.responsiveness.estimates import share_in_time
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of questions that were answered in time. Formula, unit and reference: `METRIC`."""
    return share_in_time(data)


METRIC = Metric(
    id="within_norm",
    label=N_("Answered in time"),
    definition=N_("Of the questions whose deadline has passed, the share that got an answer before it."),
    formula=N_("questions answered in time / all questions whose deadline has passed, with Wilson interval"),
    unit="share",
    group="answering",
    order=1,
    better="higher",
    level="output",
    needs=("questions",),
    columns=("posts",),
    answers=("asked", "due", "in_time"),
    minimum_n=10,
    reference=SPOTLER,
    compute=compute,
    ratio=Ratio("answers", "in_time", "due"),
    rests_on="questions",
    caution=N_("Questions without an answer count as not in time. Each is judged by the norm of its day."),
)
