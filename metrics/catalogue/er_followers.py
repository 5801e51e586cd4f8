"""The engagement rate by followers of the middle post."""

from metrics.calculations import median_rate
from metrics.estimate import Estimate
from metrics.references import RIVAL_IQ
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The engagement rate by followers of the middle post. Formula, unit and reference: `METRIC`."""
    return median_rate(data, "followers")


METRIC = Metric(
    id="er_followers",
    label=N_("Engagement rate by followers"),
    definition=N_("Interactions on the middle post, as a share of the people who followed the account that day."),
    formula=N_("median over posts of interactions / followers on the day of the post, with order-statistic interval"),
    unit="rate",
    group="engagement",
    order=8,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares", "followers"),
    columns=("posts", "per_follower_n", "likes_n", "comments_n", "shares_n"),
    minimum_n=8,
    reference=RIVAL_IQ,
    compute=compute,
    histogram="er_followers",
    caution=N_("One platform at a time: rates of different platforms cannot be averaged or compared."),
)
