"""Likes, comments and shares together."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import RIVAL_IQ
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """Likes, comments and shares together. Formula, unit and reference: `METRIC`."""
    return total(data, "interactions")


METRIC = Metric(
    id="interactions",
    label=N_("Interactions"),
    definition=N_("Likes and other reactions, comments and shares together. Saves and clicks are counted apart."),
    formula=N_("likes + comments + shares"),
    unit="count",
    group="engagement",
    order=1,
    better="higher",
    level="outtake",
    needs=("likes", "comments", "shares"),
    columns=("posts", "interactions", "interactions_n", "likes_n", "comments_n", "shares_n"),
    minimum_n=1,
    reference=RIVAL_IQ,
    compute=compute,
    caution=N_("Likes weigh most in this sum: look at the three parts too."),
)
