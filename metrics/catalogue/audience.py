"""How many people follow the accounts."""

from metrics.audiences import followers
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How many people follow the accounts. Formula, unit and reference: `METRIC`."""
    return followers(data)


METRIC = Metric(
    id="audience",
    label=N_("Followers"),
    definition=N_("The number of followers of the accounts at the end of the period."),
    formula=N_("sum of the last known number of followers of each account"),
    unit="count",
    group="audience",
    order=1,
    better="higher",
    level="output",
    needs=("followers",),
    minimum_n=1,
    reference=FEDERAL,
    compute=compute,
    rests_on="accounts",
    of_a_moment=True,
    caution=N_("Somebody who follows three accounts is counted three times. A large audience is not an engaged one."),
)
