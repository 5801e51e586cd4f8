"""How often videos were played."""

from metrics.calculations import total
from metrics.estimate import Estimate
from metrics.references import FEDERAL
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """How often videos were played. Formula, unit and reference: `METRIC`."""
    return total(data, "video_views")


METRIC = Metric(
    id="video_views",
    label=N_("Video views"),
    definition=N_("How often the videos were played, as the platform counts a view."),
    formula=N_("sum of video views"),
    unit="count",
    group="video",
    order=1,
    better="higher",
    level="output",
    needs=("video_views",),
    columns=("posts", "video_views", "video_views_n"),
    minimum_n=1,
    reference=FEDERAL,
    compute=compute,
    caution=N_("Platforms count a view after a different number of seconds, and change that from time to time."),
)
