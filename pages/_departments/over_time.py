"""The departments over the weeks, a panel for each with the limits of its own variation."""

from components.change.multiples import change_multiples_card
from components.figures.control_multiples import MOST_PANELS
from components.i18n import _
from data.filters import Filters
from metrics.registry import Metric
from pages import _numbers as numbers
from pages import _quality as quality
from pages._change.history import change_by_department, followed, source_of
from pages._context import department_names


def over_time_section(asked: Filters, metric: Metric) -> list[str]:
    """Draw the section; what a reader must know about it."""
    if len(asked.departments or department_names()) > MOST_PANELS:
        return [_("Choose at most {n} departments to see them over time.", n=MOST_PANELS)]
    if metric not in followed():
        return []
    if quality.not_compared(asked, metric.id, "department_id") is not None:
        return []  # the card above says why
    views = change_by_department(asked, metric.id)
    change_multiples_card("over_time", metric, views, source_of(asked), numbers.key(asked))
    return []
