"""How often people passed the posts on, such as by sharing or reposting."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often people passed the posts on, such as by sharing or reposting. Formula, unit and reference: `METRIC`."""
    return total(data, "shares")


METRIC = Metric(
    id="shares",
    label=N_("Shares"),
    definition=N_("How often people passed the posts on, such as by sharing or reposting."),
    formula=N_("sum of shares and reposts"),
    unit="count",
    group="engagement",
    order=3,
    better="higher",
    level="outtake",
    needs=("shares",),
    columns=("posts", "shares", "shares_n"),
    minimum_n=1,
    reference=BONSON_RATKAI,
    compute=compute,
)
