"""Engagement E of Bonsón and Ratkai, shown as its three parts."""

from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_, Message


def compute(data: Slice) -> Estimate:
    """Engagement E of Bonsón and Ratkai, shown as its three parts. Formula, unit and reference: `METRIC`."""
    reason = N_("Shown as its three parts: popularity P3, commitment C3 and virality V3.")
    return Estimate(None, reason=Message("shown_as_parts", reason))


METRIC = Metric(
    id="engagement_e",
    label=N_("Engagement E"),
    definition=N_("The sum of P3, C3 and V3. It is shown as its three parts only, because likes decide the sum."),
    formula=N_("E = P3 + C3 + V3"),
    unit="per_1000",
    group="engagement",
    order=20,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares", "followers"),
    columns=("posts",),
    minimum_n=8,
    reference=BONSON_RATKAI,
    compute=compute,
    parts=("popularity_p3", "commitment_c3", "virality_v3"),
)
