"""The share of posts that got at least one of the likes."""

from metrics.calculations import share_of_posts
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of posts that got at least one of the likes. Formula, unit and reference: `METRIC`."""
    return share_of_posts(data, "likes")


METRIC = Metric(
    id="popularity_p1",
    label=N_("Popularity P1 (posts with likes)"),
    definition=N_("The share of posts that got at least one like."),
    formula=N_("P1 = posts with likes / posts, with Wilson interval"),
    unit="share",
    group="engagement",
    order=14,
    better="higher",
    level="outtake",
    needs=("likes",),
    columns=("posts", "likes_n", "likes_posts"),
    minimum_n=10,
    reference=BONSON_RATKAI,
    compute=compute,
    ratio=Ratio("sums", "likes_posts", "likes_n"),
)
