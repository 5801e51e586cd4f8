"""The average number of shares per post."""

from metrics.calculations import mean_per_post
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The average number of shares per post. Formula, unit and reference: `METRIC`."""
    return mean_per_post(data, "shares")


METRIC = Metric(
    id="virality_v2",
    label=N_("Virality V2 (average shares per post)"),
    definition=N_("The average number of shares per post."),
    formula=N_("V2 = shares / posts"),
    unit="per_post",
    group="engagement",
    order=18,
    better="higher",
    level="outtake",
    needs=("shares",),
    columns=("posts", "shares", "shares_n"),
    minimum_n=8,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("A few very large posts decide this average: read it beside the median per post."),
)
