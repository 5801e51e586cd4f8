"""The figures: over time, side by side, in bins, as others would report them, and by hour."""

from components.address import choose_one
from components.answering.distribution import distribution_card
from components.answering.exact import exact_card, exact_wanted
from components.answering.hours import hours_card
from components.answering.others import others_card
from components.answering.rules import rules_text
from components.i18n import _, say
from components.metric_charts import trend_card
from components.source import Source
from components.time_axis import step_of
from data.filters import Filters
from metrics.norms.words import norm_words
from metrics.registry import Metric, metrics
from pages import _changes as changes
from pages import _numbers as numbers
from pages._context import settings
from pages._responsiveness import numbers as answers
from pages._side_by_side import departments_title, side_by_side

SHOWN = ("within_norm", "answered_share", "response_median", "response_p90", "waiting")


def figures_section(asked: Filters, source: Source) -> None:
    """Draw the cards, one number at a time where a card can show several."""
    key = numbers.key(asked)
    others_card(answers.both_ways(asked), source)
    metric = metrics()[choose_one("answer", _("Number"), SHOWN, SHOWN[0], _label, 400)]
    _over_time(asked, metric, source)
    title = departments_title(asked, metric)
    side_by_side("answers_departments", asked, metric, "department_id", source, title)
    title = _("{metric}, each platform apart", metric=_(metric.label))
    side_by_side("answers_platforms", asked, metric, "platform", source, title)
    if exact_wanted():
        exact_card(answers.exact_times(asked), source)
    distribution_card(answers.in_bins(asked), source, (key, "distribution"))
    slots, staffing = answers.staffed(asked)
    hours_card(slots, staffing, source, (key, "hours"))
    rules_text(settings().conversation_hours, settings().loose_replies)


def _over_time(asked: Filters, metric: Metric, source: Source) -> None:
    step = step_of(asked.period)
    series = numbers.over_time(asked, metric.id, step)
    change = changes.tile(asked, metric.id).change
    marks = {
        day: _("New norm: {norm}", norm=say(norm_words(norm))) for day, norm in answers.changes_of_norm(asked).items()
    }
    trend_card(metric, series, change, step, source, (numbers.key(asked), metric.id), marks)


def _label(metric: str) -> str:
    return _(metrics()[metric].label)
