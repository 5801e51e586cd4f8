"""The share of questions that got an answer at all."""

from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.responsiveness.estimates import share_answered
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of questions that got an answer at all. Formula, unit and reference: `METRIC`."""
    return share_answered(data)


METRIC = Metric(
    id="answered_share",
    label=N_("Answered at all"),
    definition=N_("Of the questions whose deadline has passed, the share that got an answer, in time or too late."),
    formula=N_(
        "(questions whose deadline has passed - those still waiting) / questions whose deadline has passed, "
        "with Wilson interval"
    ),
    unit="share",
    group="answering",
    order=2,
    better="higher",
    level="output",
    needs=("questions",),
    columns=("posts",),
    answers=("asked", "due", "due_waiting"),
    minimum_n=10,
    reference=FEDERAL,
    compute=compute,
    ratio=Ratio("answers", "due", "due", minus="due_waiting"),
    rests_on="questions",
    caution=N_(
        "Automatic and holding replies are no answer. An answer on another channel, such as by phone, is not seen."
    ),
)
