"""The comments that the middle post got."""

from metrics.calculations import median_per_post
from metrics.estimate import Estimate
from metrics.references import KAUSHIK
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The comments that the middle post got. Formula, unit and reference: `METRIC`."""
    return median_per_post(data, "comments")


METRIC = Metric(
    id="conversation",
    label=N_("Conversation (median comments per post)"),
    definition=N_("The middle number of comments: half of the posts got more, half got fewer."),
    formula=N_("median over posts of comments, with order-statistic interval"),
    unit="per_post",
    group="conversation",
    order=2,
    better="higher",
    level="outtake",
    needs=("comments",),
    columns=("posts", "comments_n"),
    minimum_n=8,
    reference=KAUSHIK,
    compute=compute,
    histogram="comments",
    caution=N_("The organisation's own replies are left out where they are known; platforms count them as comments."),
)
