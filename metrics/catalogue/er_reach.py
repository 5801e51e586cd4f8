"""The engagement rate by reach of the middle post."""

from metrics.calculations import median_rate
from metrics.estimate import Estimate
from metrics.references import RIVAL_IQ
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The engagement rate by reach of the middle post. Formula, unit and reference: `METRIC`."""
    return median_rate(data, "reach")


METRIC = Metric(
    id="er_reach",
    label=N_("Engagement rate by reach, median"),
    definition=N_("Interactions on the middle post, as a share of the people who saw it."),
    formula=N_("median over posts of interactions / reach, with order-statistic interval"),
    unit="rate",
    group="engagement",
    order=9,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares", "reach"),
    columns=("posts", "er_reach_n", "likes_n", "comments_n", "shares_n", "reach_n"),
    minimum_n=8,
    reference=RIVAL_IQ,
    compute=compute,
    histogram="er_reach",
    caution=N_("One platform at a time: rates of different platforms cannot be averaged or compared."),
)
