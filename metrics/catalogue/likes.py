"""Likes and other reactions to the posts, such as favourites and hearts."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """Likes and other reactions to the posts, such as favourites and hearts. Formula, unit and reference: `METRIC`."""
    return total(data, "likes")


METRIC = Metric(
    id="likes",
    label=N_("Likes"),
    definition=N_("Likes and other reactions to the posts, such as favourites and hearts."),
    formula=N_("sum of likes and reactions"),
    unit="count",
    group="engagement",
    order=2,
    better="higher",
    level="outtake",
    needs=("likes",),
    columns=("posts", "likes", "likes_n"),
    minimum_n=1,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("Likes are easy to give and say little about whether people were heard."),
)
