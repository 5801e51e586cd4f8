"""The share of posts that got at least one of the comments."""

from metrics.calculations import share_of_posts
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of posts that got at least one of the comments. Formula, unit and reference: `METRIC`."""
    return share_of_posts(data, "comments")


METRIC = Metric(
    id="commitment_c1",
    label=N_("Commitment C1 (posts with comments)"),
    definition=N_("The share of posts that got at least one comment."),
    formula=N_("C1 = posts with comments / posts, with Wilson interval"),
    unit="share",
    group="conversation",
    order=3,
    better="higher",
    level="outtake",
    needs=("comments",),
    columns=("posts", "comments_n", "comments_posts"),
    minimum_n=10,
    reference=BONSON_RATKAI,
    compute=compute,
    ratio=Ratio("sums", "comments_posts", "comments_n"),
    caution=N_("The organisation's own replies are left out where they are known; platforms count them as comments."),
)
