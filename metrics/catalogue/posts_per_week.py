"""How often the accounts post."""

from dataclasses import replace

from metrics.activity import post_count
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often the accounts post. Formula, unit and reference: `METRIC`."""
    count = post_count(data)
    return count if count.value is None else replace(count, value=count.value / (data.days / 7))


METRIC = Metric(
    id="posts_per_week",
    label=N_("Posts per week"),
    definition=N_("How many posts the accounts publish in an average week of the period."),
    formula=N_("posts / (days in the period / 7)"),
    unit="per_week",
    group="activity",
    order=2,
    better="neither",
    level="output",
    needs=("posts",),
    columns=("posts",),
    minimum_n=0,
    reference=FEDERAL,
    compute=compute,
    caution=N_("A steady rhythm that suits the readers matters more than a high number."),
)
