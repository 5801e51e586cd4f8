"""The departments over time, a panel for each."""

from components.figures.trend import MOST_PANELS
from components.i18n import _
from components.metric_charts import multiples_card
from components.source import Source
from components.time_axis import step_of
from data.filters import Filters
from metrics.registry import Metric
from pages import _numbers as numbers
from pages import _quality as quality
from pages._context import department_names


def over_time_section(asked: Filters, metric: Metric, source: Source) -> list[str]:
    """Draw the section; what a reader must know about it."""
    if len(asked.departments or department_names()) > MOST_PANELS:
        return [_("Choose at most {n} departments to see them over time.", n=MOST_PANELS)]
    if metric.rests_on == "accounts" or metric.unit == "per_week":
        return []
    if quality.not_compared(asked, metric.id, "department_id") is not None:
        return []  # the card above says why
    step = step_of(asked.period)
    series = numbers.over_time_by_department(asked, metric.id, step)
    multiples_card("over_time", metric, series, step, source, (numbers.key(asked), "over time", metric.id))
    return []
