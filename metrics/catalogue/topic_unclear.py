"""How much of what people write is about no known topic."""

from metrics.estimate import Estimate
from metrics.references import TOPIC_SHARE
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.topics.estimates import share_unclear
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of messages on no topic. Formula, unit and reference: `METRIC`."""
    return share_unclear(data)


METRIC = Metric(
    id="topic_unclear",
    label=N_("Messages on no known topic"),
    definition=N_("Of all messages of citizens with a text, the share that no topic of the list fits."),
    formula=N_("messages on no topic / messages with a text, with Wilson interval"),
    unit="share",
    group="topics",
    order=3,
    better="neither",
    level="outtake",
    needs=("messages",),
    minimum_n=10,
    reference=TOPIC_SHARE,
    compute=compute,
    rests_on="messages",
    caution=N_("Short messages such as “thanks” have no topic, so this share is never zero."),
    of_topics=True,
)
