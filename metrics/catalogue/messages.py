"""How many messages citizens wrote."""

from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.topics import estimates
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many messages citizens wrote. Formula, unit and reference: `METRIC`."""
    return estimates.messages(data)


METRIC = Metric(
    id="messages",
    label=N_("Messages of citizens"),
    definition=N_("The messages that citizens wrote to the accounts and that have a text."),
    formula=N_("number of messages of citizens with a text"),
    unit="count",
    group="topics",
    order=1,
    better="neither",
    level="outtake",
    needs=("messages",),
    minimum_n=1,
    reference=FEDERAL,
    compute=compute,
    rests_on="messages",
    caution=N_("People who write on social media are not the residents. Many messages can come from a few people."),
    of_topics=True,
)
