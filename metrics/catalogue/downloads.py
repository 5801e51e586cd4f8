"""How many files were downloaded from the websites."""

from metrics.estimate import Estimate
from metrics.references import MATOMO
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.websites import site_total
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many files were downloaded from the websites. Formula, unit and reference: `METRIC`."""
    return site_total(data, "downloads")


METRIC = Metric(
    id="downloads",
    label=N_("Downloads"),
    definition=N_("How many files were downloaded from the websites."),
    formula=N_("sum of downloads over days and websites"),
    unit="count",
    group="website",
    order=4,
    better="higher",
    level="outtake",
    needs=("downloads",),
    minimum_n=1,
    reference=MATOMO,
    compute=compute,
    rests_on="site_days",
)
