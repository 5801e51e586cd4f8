"""The share of posts that got at least one of the shares."""

from metrics.calculations import share_of_posts
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of posts that got at least one of the shares. Formula, unit and reference: `METRIC`."""
    return share_of_posts(data, "shares")


METRIC = Metric(
    id="virality_v1",
    label=N_("Virality V1 (posts with shares)"),
    definition=N_("The share of posts that got at least one share."),
    formula=N_("V1 = posts with shares / posts, with Wilson interval"),
    unit="share",
    group="engagement",
    order=17,
    better="higher",
    level="outtake",
    needs=("shares",),
    columns=("posts", "shares_n", "shares_posts"),
    minimum_n=10,
    reference=BONSON_RATKAI,
    compute=compute,
    ratio=Ratio("sums", "shares_posts", "shares_n"),
)
