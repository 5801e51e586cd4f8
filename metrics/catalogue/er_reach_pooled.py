"""The engagement rate by reach of all posts together."""

from metrics.calculations import pooled_rate
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import RIVAL_IQ
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The engagement rate by reach of all posts together. Formula, unit and reference: `METRIC`."""
    return pooled_rate(data, "reach")


METRIC = Metric(
    id="er_reach_pooled",
    label=N_("Engagement rate by reach, pooled"),
    definition=N_("All interactions of the posts divided by all reach of the same posts."),
    formula=N_("sum of interactions / sum of reach"),
    unit="rate",
    group="engagement",
    order=10,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares", "reach"),
    columns=(
        "posts",
        "er_reach_n",
        "er_reach_interactions",
        "er_reach_base",
        "likes_n",
        "comments_n",
        "shares_n",
        "reach_n",
    ),
    minimum_n=8,
    reference=RIVAL_IQ,
    compute=compute,
    ratio=Ratio("sums", "er_reach_interactions", "er_reach_base", cases="er_reach_n", one_platform=True),
    caution=N_("Follows the posts that were seen most: read it beside the median."),
)
