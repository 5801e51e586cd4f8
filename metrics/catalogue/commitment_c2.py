"""The average number of comments per post."""

from metrics.calculations import mean_per_post
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The average number of comments per post. Formula, unit and reference: `METRIC`."""
    return mean_per_post(data, "comments")


METRIC = Metric(
    id="commitment_c2",
    label=N_("Commitment C2 (average comments per post)"),
    definition=N_("The average number of comments per post. Own replies are left out where they are known."),
    formula=N_("C2 = comments / posts"),
    unit="per_post",
    group="conversation",
    order=4,
    better="higher",
    level="outtake",
    needs=("comments",),
    columns=("posts", "comments", "comments_n"),
    minimum_n=8,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("A few very large posts decide this average: read it beside the median per post."),
)
