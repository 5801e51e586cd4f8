"""The time within which half of the questions are answered."""

from metrics.estimate import Estimate
from metrics.references import KAPLAN_MEIER
from metrics.registry import Metric
from metrics.responsiveness.estimates import time_to_answer
from metrics.slices import RESPONSE, Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The time within which half of the questions are answered. Formula, unit and reference: `METRIC`."""
    return time_to_answer(data, 0.5)


METRIC = Metric(
    id="response_median",
    label=N_("Time to an answer, median"),
    definition=N_("The time within which half of the questions get an answer, counting those still waiting."),
    formula=N_("median of the time to the first answer by a person, by Kaplan-Meier"),
    unit="duration",
    group="answering",
    order=3,
    better="lower",
    level="output",
    needs=("questions",),
    columns=("posts",),
    answers=("asked",),
    minimum_n=10,
    reference=KAPLAN_MEIER,
    compute=compute,
    rests_on="questions",
    histogram=RESPONSE,
    caution=N_("On the clock, nights and weekends included: this is how long people wait, not how long staff work."),
)
