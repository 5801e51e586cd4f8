"""How often people who saw a post passed it on."""

from metrics.calculations import rate_by_reach
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import FANPAGE_KARMA
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often people who saw a post passed it on. Formula, unit and reference: `METRIC`."""
    return rate_by_reach(data, "shares")


METRIC = Metric(
    id="share_rate_reach",
    label=N_("Share rate by reach"),
    definition=N_(
        "How often the posts were shared, as a share of the people who saw them. Elsewhere this is also called "
        "virality."
    ),
    formula=N_("sum of shares / sum of reach"),
    unit="rate",
    group="engagement",
    order=13,
    better="higher",
    level="outtake",
    needs=("shares", "reach"),
    columns=("posts", "shares", "shares_n", "reach", "reach_n"),
    minimum_n=8,
    reference=FANPAGE_KARMA,
    compute=compute,
    ratio=Ratio("sums", "shares", "reach", cases="shares_n", same=("shares_n", "reach_n"), one_platform=True),
    caution=N_("One platform at a time. Not the same as virality V1 to V3."),
)
