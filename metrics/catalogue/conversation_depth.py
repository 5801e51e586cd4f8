"""The share of conversations under posts that go on after the first reply."""

from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.references import MERGEL
from metrics.registry import Metric
from metrics.responsiveness.estimates import share_deep
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The share of conversations under posts that go on after the first reply. Formula and reference: `METRIC`."""
    return share_deep(data)


METRIC = Metric(
    id="conversation_depth",
    label=N_("Conversations that go on"),
    definition=N_(
        "Of the posts that citizens wrote under, the share with two or more turns: message, reply, and again."
    ),
    formula=N_("posts with two or more turns / own posts with a citizen's message, with Wilson interval"),
    unit="share",
    group="answering",
    order=7,
    better="higher",
    level="outtake",
    needs=("posts", "comments"),
    columns=("posts",),
    answers=("talked", "deep"),
    minimum_n=10,
    reference=MERGEL,
    compute=compute,
    ratio=Ratio("answers", "deep", "talked"),
    caution=N_("A long conversation can also be a complaint that nobody solves."),
)
