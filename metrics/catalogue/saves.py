"""How often people saved or bookmarked the posts."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often people saved or bookmarked the posts. Formula, unit and reference: `METRIC`."""
    return total(data, "saves")


METRIC = Metric(
    id="saves",
    label=N_("Saves"),
    definition=N_("How often people saved or bookmarked the posts."),
    formula=N_("sum of saves and bookmarks"),
    unit="count",
    group="engagement",
    order=5,
    better="higher",
    level="outtake",
    needs=("saves",),
    columns=("posts", "saves", "saves_n"),
    minimum_n=1,
    reference=FEDERAL,
    compute=compute,
)
