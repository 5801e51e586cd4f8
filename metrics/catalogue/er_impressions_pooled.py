"""The engagement rate by impressions of all posts together."""

from metrics.calculations import pooled_rate
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import RIVAL_IQ
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The engagement rate by impressions of all posts together. Formula, unit and reference: `METRIC`."""
    return pooled_rate(data, "impressions")


METRIC = Metric(
    id="er_impressions_pooled",
    label=N_("Engagement rate by impressions, pooled"),
    definition=N_("All interactions of the posts divided by all impressions of the same posts."),
    formula=N_("sum of interactions / sum of impressions"),
    unit="rate",
    group="engagement",
    order=12,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares", "impressions"),
    columns=(
        "posts",
        "er_impressions_n",
        "er_impressions_interactions",
        "er_impressions_base",
        "likes_n",
        "comments_n",
        "shares_n",
        "impressions_n",
    ),
    minimum_n=8,
    reference=RIVAL_IQ,
    compute=compute,
    ratio=Ratio(
        "sums", "er_impressions_interactions", "er_impressions_base", cases="er_impressions_n", one_platform=True
    ),
    caution=N_("Follows the posts that were seen most: read it beside the median."),
)
