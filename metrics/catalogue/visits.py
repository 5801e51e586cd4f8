"""How often somebody came to the websites."""

from metrics.estimate import Estimate
from metrics.references import MATOMO
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.websites import site_total
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often somebody came to the websites. Formula, unit and reference: `METRIC`."""
    return site_total(data, "visits")


METRIC = Metric(
    id="visits",
    label=N_("Website visits"),
    definition=N_("How often somebody came to the websites."),
    formula=N_("sum of visits over days and websites"),
    unit="count",
    group="website",
    order=2,
    better="higher",
    level="output",
    needs=("visits",),
    minimum_n=1,
    reference=MATOMO,
    compute=compute,
    rests_on="site_days",
    caution=N_("All visits, not only those that began on social media."),
)
