"""How many comments and replies the posts got."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many comments and replies the posts got. Formula, unit and reference: `METRIC`."""
    return total(data, "comments")


METRIC = Metric(
    id="comments",
    label=N_("Comments"),
    definition=N_("How many comments and replies the posts got."),
    formula=N_("sum of comments and replies"),
    unit="count",
    group="conversation",
    order=1,
    better="higher",
    level="outtake",
    needs=("comments",),
    columns=("posts", "comments", "comments_n"),
    minimum_n=1,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("The organisation's own replies are left out where they are known; platforms count them as comments."),
)
