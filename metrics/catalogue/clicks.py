"""How often people clicked on the posts."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often people clicked. Formula, unit and reference: `METRIC`."""
    return total(data, "clicks")


METRIC = Metric(
    id="clicks",
    label=N_("Clicks"),
    definition=N_("How often people clicked on a link or another part of the posts, as the platform counts clicks."),
    formula=N_("sum of clicks"),
    unit="count",
    group="engagement",
    order=4,
    better="higher",
    level="outtake",
    needs=("clicks",),
    columns=("posts", "clicks", "clicks_n"),
    minimum_n=1,
    reference=FEDERAL,
    compute=compute,
    caution=N_("Platforms count different things as clicks."),
)
