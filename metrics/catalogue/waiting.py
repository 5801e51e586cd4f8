"""How many questions wait for an answer."""

from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.responsiveness.estimates import waiting_now
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many questions wait for an answer. Formula, unit and reference: `METRIC`."""
    return waiting_now(data)


METRIC = Metric(
    id="waiting",
    label=N_("Still waiting"),
    definition=N_("How many questions that were asked in the period have no answer by a person yet."),
    formula=N_("number of questions without an answer when the data of their account end"),
    unit="count",
    group="answering",
    order=5,
    better="lower",
    level="output",
    needs=("questions",),
    columns=("posts",),
    answers=("asked", "waiting"),
    minimum_n=0,
    reference=FEDERAL,
    compute=compute,
    rests_on="questions",
    caution=N_("Questions of the last days have had little time, so some of them will still get an answer."),
)
