"""How many posts the accounts published."""

from metrics.activity import post_count
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many posts the accounts published. Formula, unit and reference: `METRIC`."""
    return post_count(data)


METRIC = Metric(
    id="posts",
    label=N_("Posts"),
    definition=N_("The number of posts that the accounts published. Replies to people are not counted."),
    formula=N_("number of posts"),
    unit="count",
    group="activity",
    order=1,
    better="neither",
    level="output",
    needs=("posts",),
    columns=("posts",),
    minimum_n=0,
    reference=FEDERAL,
    compute=compute,
    caution=N_(
        "More posts is not better: studies of local governments find no link between posting more and engagement."
    ),
)
