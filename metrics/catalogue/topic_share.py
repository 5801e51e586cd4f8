"""How much of what people write is about a topic."""

from metrics.estimate import Estimate
from metrics.references import TOPIC_SHARE
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.topics.estimates import share_about
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of messages on a topic. Formula, unit and reference: `METRIC`."""
    return share_about(data)


METRIC = Metric(
    id="topic_share",
    label=N_("Share of the messages"),
    definition=N_("Of all messages of citizens with a text, the share that is about the topic."),
    formula=N_("messages on the topic / messages with a text, with Wilson interval"),
    unit="share",
    group="topics",
    order=2,
    better="neither",
    level="outtake",
    needs=("messages",),
    minimum_n=10,
    reference=TOPIC_SHARE,
    compute=compute,
    rests_on="messages",
    caution=N_(
        "A message has one topic at most, by its words, and words can mislead. The interval is about chance alone, not "
        "about messages under a wrong topic. People who write on social media are not the residents."
    ),
    of_topics=True,
)
