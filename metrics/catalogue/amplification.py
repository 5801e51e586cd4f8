"""The shares that the middle post got."""

from metrics.calculations import median_per_post
from metrics.estimate import Estimate
from metrics.references import KAUSHIK
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The shares that the middle post got. Formula, unit and reference: `METRIC`."""
    return median_per_post(data, "shares")


METRIC = Metric(
    id="amplification",
    label=N_("Amplification (median shares per post)"),
    definition=N_("The middle number of shares: half of the posts got more, half got fewer."),
    formula=N_("median over posts of shares, with order-statistic interval"),
    unit="per_post",
    group="engagement",
    order=7,
    better="higher",
    level="outtake",
    needs=("shares",),
    columns=("posts", "shares_n"),
    minimum_n=8,
    reference=KAUSHIK,
    compute=compute,
    histogram="shares",
    caution=N_("Never compare platforms with each other on this number: they count differently."),
)
