"""How many questions on a topic have no answer."""

from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.topics.estimates import share_waiting
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of questions on a topic without an answer. Formula, unit and reference: `METRIC`."""
    return share_waiting(data)


METRIC = Metric(
    id="topic_waiting",
    label=N_("Questions without an answer"),
    definition=N_("Of the questions on the topic, the share that no person answered yet, also before their deadline."),
    formula=N_("questions that wait / questions that were asked, with Wilson interval"),
    unit="share",
    group="topics",
    order=4,
    better="lower",
    level="output",
    needs=("questions",),
    minimum_n=10,
    reference=FEDERAL,
    compute=compute,
    rests_on="questions",
    caution=N_("A conversation has the topic of its first message. An answer on another channel is not seen."),
    of_topics=True,
)
