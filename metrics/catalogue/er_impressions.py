"""The engagement rate by impressions of the middle post."""

from metrics.calculations import median_rate
from metrics.estimate import Estimate
from metrics.references import RIVAL_IQ
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The engagement rate by impressions of the middle post. Formula, unit and reference: `METRIC`."""
    return median_rate(data, "impressions")


METRIC = Metric(
    id="er_impressions",
    label=N_("Engagement rate by impressions, median"),
    definition=N_("Interactions on the middle post, as a share of the times it was shown."),
    formula=N_("median over posts of interactions / impressions, with order-statistic interval"),
    unit="rate",
    group="engagement",
    order=11,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares", "impressions"),
    columns=("posts", "er_impressions_n", "likes_n", "comments_n", "shares_n", "impressions_n"),
    minimum_n=8,
    reference=RIVAL_IQ,
    compute=compute,
    histogram="er_impressions",
    caution=N_("One platform at a time: rates of different platforms cannot be averaged or compared."),
)
