"""Departments or platforms side by side on one number, or the reason why that would be unfair."""

from components.i18n import _
from components.metric_charts import side_by_side_card
from components.not_compared import not_compared_card
from components.sentences import side_by_side_title
from components.source import Source
from data.filters import Filters
from metrics.quality.fairness import By
from metrics.registry import Metric
from pages import _changes as changes
from pages import _numbers as numbers
from pages import _quality as quality

QUALITY_PAGE = "quality.py"


def departments_title(asked: Filters, metric: Metric) -> str:
    """What the departments side by side show: the clearest difference, or that there is none."""
    inside = numbers.by_department_and_platform(asked, metric.id) if metric.group == "answering" else None
    return side_by_side_title(metric, numbers.by_department(asked, metric.id), inside)


def side_by_side(name: str, asked: Filters, metric: Metric, by: By, source: Source, title: str) -> None:
    """Draw the chart with the number of each department or platform; where the data differ too much, say so instead.

    Departments get a line for the number of all together; numbers of several platforms have no such whole.
    """
    reason = quality.not_compared(asked, metric.id, by)
    if reason is not None:
        not_compared_card(name, metric, reason, QUALITY_PAGE)
        return
    key = (numbers.key(asked), "side by side", by, metric.id)
    if by == "platform":
        found = numbers.by_platform(asked, metric.id)
        side_by_side_card(name, _("Platform"), metric, found, source, key, title=title)
    else:
        found, whole = numbers.by_department(asked, metric.id), changes.tile(asked, metric.id).now
        side_by_side_card(name, _("Department"), metric, found, source, key, title=title, whole=whole)
