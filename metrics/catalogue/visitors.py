"""How many different people visited the websites on an average day."""

from metrics.estimate import Estimate
from metrics.references import MATOMO
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.websites import average_day
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many different people visited the websites on an average day. Formula, unit and reference: `METRIC`."""
    return average_day(data, "visitors")


METRIC = Metric(
    id="visitors",
    label=N_("Website visitors per day"),
    definition=N_("The average number of different visitors of the websites on a day."),
    formula=N_("sum over websites of visitors of each day / days with data"),
    unit="per_day",
    group="website",
    order=1,
    better="higher",
    level="output",
    needs=("visitors",),
    minimum_n=1,
    reference=MATOMO,
    compute=compute,
    rests_on="site_days",
    caution=N_("Not added up over days: somebody who comes back on another day would be counted again."),
)
