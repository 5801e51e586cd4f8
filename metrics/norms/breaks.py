"""Where another norm began to judge the questions: shares in time before and after do not compare."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from metrics.breaks.shipped import Break
from metrics.norms.norm import Norm
from metrics.norms.versions import Segment
from metrics.norms.words import norm_words
from metrics.registry import Metric
from metrics.words import N_, Message


def breaks_of_norms(metric: Metric, norms: Iterable[Sequence[Segment]]) -> tuple[Break, ...]:
    """The days on which another norm begins for some account, for a metric that is judged by norms.

    `norms` are those of each account over time (`metrics.norms.versions.segments`). Another promised share or another
    source moves no deadline, and is none.

    >>> from metrics.registry import metrics
    >>> of = [[(0, Norm("hours", 24)), (20_000, Norm("hours", 24, 0.8)), (20_600, Norm("hours", 4, 0.8))]]
    >>> [(one.day, one.name.english()) for one in breaks_of_norms(metrics()["within_norm"], of)]
    [(20600, 'Another norm: 80 % within 4 hours, all days')]
    >>> breaks_of_norms(metrics()["answered_share"], of)
    ()
    """
    if "in_time" not in metric.answers:
        return ()
    begins = {day: norm for of in norms for (_, before), (day, norm) in pairwise(of) if _clock(before) != _clock(norm)}
    return tuple(Break("", day, metric.needs, _another(norm), source="") for day, norm in sorted(begins.items()))


def _another(norm: Norm) -> Message:
    return Message("another_norm", N_("Another norm: {norm}"), {"norm": norm_words(norm)})


def _clock(norm: Norm) -> tuple[object, ...]:
    """What moves a deadline: hours on the clock pass whether anybody is there or not."""
    return norm.unit, norm.amount, None if norm.unit == "hours" else norm.schedule
