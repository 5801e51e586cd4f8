"""How many followers the accounts gained or lost."""

from metrics.audiences import growth
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many followers the accounts gained or lost. Formula, unit and reference: `METRIC`."""
    return growth(data)


METRIC = Metric(
    id="audience_growth",
    label=N_("New followers per 30 days"),
    definition=N_("How many followers the accounts gained, less those they lost, in 30 days."),
    formula=N_("sum over accounts of (followers at the end - at the start) / days between x 30"),
    unit="per_30_days",
    group="audience",
    order=2,
    better="higher",
    level="output",
    needs=("followers",),
    minimum_n=1,
    reference=FEDERAL,
    compute=compute,
    rests_on="accounts",
    caution=N_("Platforms remove fake accounts from time to time, which looks like a loss."),
)
