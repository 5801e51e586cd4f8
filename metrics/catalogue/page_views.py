"""How many pages of the websites were looked at."""

from metrics.estimate import Estimate
from metrics.references import MATOMO
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.websites import site_total
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many pages of the websites were looked at. Formula, unit and reference: `METRIC`."""
    return site_total(data, "page_views")


METRIC = Metric(
    id="page_views",
    label=N_("Page views"),
    definition=N_("How many pages of the websites were looked at."),
    formula=N_("sum of page views over days and websites"),
    unit="count",
    group="website",
    order=3,
    better="higher",
    level="output",
    needs=("page_views",),
    minimum_n=1,
    reference=MATOMO,
    compute=compute,
    rests_on="site_days",
)
