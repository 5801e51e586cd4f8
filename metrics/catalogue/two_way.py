"""The share of posts with a conversation both ways."""

from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import MERGEL
from metrics.registry import Metric
from metrics.responsiveness.estimates import share_two_way
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of posts with a conversation both ways. Formula, unit and reference: `METRIC`."""
    return share_two_way(data)


METRIC = Metric(
    id="two_way",
    label=N_("Posts with a conversation both ways"),
    definition=N_("The share of own posts under which a citizen wrote something and the organisation replied."),
    formula=N_("posts with a citizen's message and a reply after it / all own posts, with Wilson interval"),
    unit="share",
    group="answering",
    order=6,
    better="higher",
    level="outtake",
    needs=("posts", "comments"),
    columns=("posts",),
    answers=("talked", "two_way"),
    minimum_n=10,
    reference=MERGEL,
    compute=compute,
    ratio=Ratio("answers", "two_way", "posts", under_frame="sums", at_least="talked"),
    caution=N_("Not every post needs a conversation: an announcement can be fine without one."),
)
