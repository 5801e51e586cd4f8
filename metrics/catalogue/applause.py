"""The likes that the middle post got."""

from metrics.calculations import median_per_post
from metrics.estimate import Estimate
from metrics.references import KAUSHIK
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The likes that the middle post got. Formula, unit and reference: `METRIC`."""
    return median_per_post(data, "likes")


METRIC = Metric(
    id="applause",
    label=N_("Applause (median likes per post)"),
    definition=N_("The middle number of likes: half of the posts got more, half got fewer."),
    formula=N_("median over posts of likes, with order-statistic interval"),
    unit="per_post",
    group="engagement",
    order=6,
    better="higher",
    level="outtake",
    needs=("likes",),
    columns=("posts", "likes_n"),
    minimum_n=8,
    reference=KAUSHIK,
    compute=compute,
    histogram="likes",
    caution=N_("Likes are easy to give and say little about whether people were heard."),
)
