"""How fast the number of followers grows."""

from metrics.audiences import growth_rate
from metrics.estimate import Estimate
from metrics.references import FANPAGE_KARMA
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How fast the number of followers grows. Formula, unit and reference: `METRIC`."""
    return growth_rate(data)


METRIC = Metric(
    id="audience_growth_rate",
    label=N_("Growth of the audience"),
    definition=N_("Followers gained less followers lost in 30 days, as a percentage of the followers at the start."),
    formula=N_("new followers per 30 days / followers at the start"),
    unit="rate",
    group="audience",
    order=3,
    better="higher",
    level="output",
    needs=("followers",),
    minimum_n=1,
    reference=FANPAGE_KARMA,
    compute=compute,
    rests_on="accounts",
    caution=N_("Given from 500 followers: below that a few people make a large percentage."),
)
