"""The average number of likes per post."""

from metrics.calculations import mean_per_post
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The average number of likes per post. Formula, unit and reference: `METRIC`."""
    return mean_per_post(data, "likes")


METRIC = Metric(
    id="popularity_p2",
    label=N_("Popularity P2 (average likes per post)"),
    definition=N_("The average number of likes per post."),
    formula=N_("P2 = likes / posts"),
    unit="per_post",
    group="engagement",
    order=15,
    better="higher",
    level="outtake",
    needs=("likes",),
    columns=("posts", "likes", "likes_n"),
    minimum_n=8,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("A few very large posts decide this average: read it beside the median per post."),
)
