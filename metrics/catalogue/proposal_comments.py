"""How many comments stand under the proposals on the participation platforms."""

from metrics.estimate import Estimate
from metrics.references import DECIDIM
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.websites import latest_count
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many comments the proposals have. Formula, unit and reference: `METRIC`."""
    return latest_count(data, "proposal_comments")


METRIC = Metric(
    id="proposal_comments",
    label=N_("Comments on proposals"),
    definition=N_("How many comments stand under the proposals on the participation platforms."),
    formula=N_("sum over platforms of comments on the last day with data"),
    unit="count",
    group="website",
    order=7,
    better="higher",
    level="outtake",
    needs=("proposal_comments",),
    minimum_n=1,
    reference=DECIDIM,
    compute=compute,
    rests_on="site_days",
    of_a_moment=True,
    caution=N_(
        "It is what stands there on the last day with data. To see what was added, compare it with the period before."
    ),
)
