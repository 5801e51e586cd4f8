"""The numbers that departments can be compared on, fair ones first: totals follow from size and come last."""

from collections.abc import Iterable
from typing import Literal

from components.i18n import _
from metrics.registry import Metric
from metrics.words import N_

Kind = Literal["answers", "audience", "post", "total"]
KINDS: dict[Kind, str] = {
    "answers": N_("Answers"),
    "audience": N_("By audience"),
    "post": N_("Per post"),
    "total": N_("Total"),
}
"""The kinds in the order in which they are offered."""

_TOTALS = ("count", "per_week", "per_day", "per_30_days")


def kind_of(metric: Metric) -> Kind:
    """What a number is set against: questions, the audience, posts, or nothing."""
    if metric.unit in _TOTALS:
        return "total"
    if metric.group == "answering":
        return "answers"
    return "post" if metric.per_audience is None else "audience"


def in_order(listed: Iterable[Metric]) -> list[Metric]:
    """The same numbers, kind by kind."""
    kinds = list(KINDS)
    return sorted(listed, key=lambda metric: kinds.index(kind_of(metric)))


def label(metric: Metric) -> str:
    """What the number is called in a list: its kind first, so that the fair ones are found at once."""
    return _("{kind} · {metric}", kind=_(KINDS[kind_of(metric)]), metric=_(metric.label))
