"""How many supports the proposals on the participation platforms have."""

from metrics.estimate import Estimate
from metrics.references import DECIDIM
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.websites import latest_count
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many supports the proposals on the participation platforms have. Formula, unit and reference: `METRIC`."""
    return latest_count(data, "supports")


METRIC = Metric(
    id="supports",
    label=N_("Supports of proposals"),
    definition=N_("How many supports the proposals on the participation platforms have."),
    formula=N_("sum over platforms of supports on the last day with data"),
    unit="count",
    group="website",
    order=6,
    better="higher",
    level="outtake",
    needs=("supports",),
    minimum_n=1,
    reference=DECIDIM,
    compute=compute,
    rests_on="site_days",
    of_a_moment=True,
    caution=N_("It is what stands there on the last day with data. It is missing while a platform hides supports."),
)
