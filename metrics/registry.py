"""The one place where every number is defined.

A metric is one module in `metrics/catalogue` with a `METRIC`. Pages, tooltips, exports, reports and the glossary
read the definitions from here, so no number has two.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from metrics import catalogue
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.slices import Slice
from metrics.words import N_

Unit = Literal["count", "share", "rate", "per_post", "per_1000", "per_week", "per_day", "per_30_days", "duration"]
"""How a value is read. `share` and `rate` are fractions to be shown as percentages; a share is a part of a whole and
never exceeds 1, a rate divides two different things. `duration` is in seconds."""

Group = Literal["answering", "activity", "engagement", "conversation", "topics", "audience", "video", "website"]

GROUPS: dict[Group, str] = {
    "answering": N_("Answering"),
    "activity": N_("Activity"),
    "engagement": N_("Engagement"),
    "conversation": N_("Conversation"),
    "topics": N_("Topics"),
    "audience": N_("Audience"),
    "video": N_("Video"),
    "website": N_("Website"),
}
"""The groups in the order in which people read them, with their headings."""

RestsOn = Literal["questions", "messages", "posts", "accounts", "site_days"]

RESTS_ON: dict[RestsOn, str] = {
    "questions": N_("questions"),
    "messages": N_("messages"),
    "posts": N_("posts"),
    "accounts": N_("accounts"),
    "site_days": N_("days with data"),
}
"""What `n` counts."""


@dataclass(frozen=True, kw_only=True)
class Metric:
    """The definition of one number, with the function that computes it.

    Texts are English templates (`metrics.words.N_`); `compute` is pure and takes what the store hands over for
    one department, platform or week.
    """

    id: str
    label: str
    definition: str  # one sentence a policy officer understands
    formula: str
    unit: Unit
    group: Group
    order: int  # place in the group
    better: Literal["higher", "lower", "neither"]
    level: Literal["output", "outtake", "outcome", "impact"]  # GCS Evaluation Framework
    needs: tuple[str, ...]  # counts it rests on (metrics.measures.TERMS)
    columns: tuple[str, ...] = ()  # what it reads of `Slice.sums`, so that a trend need not fetch the rest
    answers: tuple[str, ...] = ()  # the same of `Slice.answers`
    minimum_n: int
    reference: str  # author, year and title
    compute: Callable[[Slice], Estimate]
    rests_on: RestsOn = "posts"  # what `n` counts
    of_a_moment: bool = False  # a count of what stands there at the end, so that weeks do not add up
    ratio: Ratio | None = None  # of a pooled share or rate: what is divided by what
    histogram: str | None = None  # the measure whose histogram it needs
    parts: tuple[str, ...] = ()  # ids of the metrics that are shown in its place
    caution: str | None = None  # what it must not be used for
    of_topics: bool = False  # rests on `Slice.topics`, which the page Conversation alone asks for

    @property
    def per_audience(self) -> Literal["followers", "reach", "impressions"] | None:
        """What size of audience the number is divided by; such numbers may be compared between large and small."""
        if self.unit not in ("rate", "per_1000"):
            return None
        if "followers" in self.needs:
            return "followers"
        return "reach" if "reach" in self.needs else "impressions"

    @property
    def of_one_platform(self) -> bool:
        """Whether it is never added up over platforms: each counts reach, impressions and followers in its own way."""
        return self.per_audience is not None and self.group != "audience"


@cache
def metrics() -> dict[str, Metric]:
    """Every metric by its id, group by group in the order in which people read them.

    >>> next(iter(metrics()))
    'within_norm'
    """
    found: list[Metric] = [
        importlib.import_module(f"{catalogue.__name__}.{module.name}").METRIC
        for module in pkgutil.iter_modules(catalogue.__path__)
    ]
    groups = list(GROUPS)
    return {metric.id: metric for metric in sorted(found, key=lambda m: (groups.index(m.group), m.order))}


def offered() -> list[Metric]:
    """The metrics that a reader can choose for any department and period: with a value of their own, of no topic."""
    return [metric for metric in metrics().values() if not metric.parts and not metric.of_topics]
