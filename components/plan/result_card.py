"""What was seen after an action: the verdict in words, the weeks with their limits, the numbers, the CSV."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from components import sentences, time_axis
from components.chart import chart_card
from components.escape import bare, plain
from components.figures.trend import Line, Mark, Point, trend
from components.figures.xmr import Limits, xmr_figure
from components.i18n import _, ngettext, number, say
from components.kept import kept
from components.metric_charts import Series
from components.number_table import Named, number_table
from components.plan.registration import registered_words
from components.source import Source
from components.values import full_words, in_unit
from metrics.actions.action import Action
from metrics.beforeafter import BEFORE, VERDICTS, WEEK, BeforeAfter, judged_weeks
from metrics.estimate import Estimate
from metrics.registry import Metric


@dataclass(frozen=True)
class Measured:
    """The weeks of an action's number, and of the department that it is compared with (`others`), by name."""

    name: str
    weeks: Series
    other: str = ""
    others: Series | None = None


def result_card(
    action: Action,
    metric: Metric,
    found: BeforeAfter,
    measured: Measured,
    departments: Mapping[int, str],
    source: Source,
    key: Hashable,
) -> None:
    """Draw the card. Its title is the verdict; no verdict says what brought the change about."""
    title = _("{action}: {verdict}", action=plain(action.title, 120), verdict=_(VERDICTS[found.verdict]))
    shown = any(one.value is not None for one in _in_window(action, measured).values())
    chart_card(
        f"result_{action.id}",
        metric=metric,
        estimates=list(measured.weeks.values()),
        title=title,
        subtitle="\n\n".join(_lines(action, metric, found, departments)),
        figure=kept((key, action.id), lambda: _figure(action, metric, found, measured)) if shown else None,
        table=number_table(_("Department and week"), lambda: _named(metric, measured)),
        alt=_alt(action, metric, found),
        source=source,
        empty=sentences.nothing_side_by_side(measured.weeks.values())
        if measured.weeks
        else sentences.nothing_over_time("week"),
    )


def _lines(action: Action, metric: Metric, found: BeforeAfter, departments: Mapping[int, str]) -> list[str]:
    lines = [say(found.sentence)]
    if words := _before_and_after(metric, found):
        lines.append(words)
    lines.append(registered_words(action, departments))
    if found.verdict in ("changed_after", "consistent_with"):
        lines.append(_("Other things happen in the same weeks: this does not show what brought it about."))
    return lines


def _before_and_after(metric: Metric, found: BeforeAfter) -> str:
    """A typical week before and after, each with the number of weeks; nothing while it is too early."""
    if found.before is None or found.after is None:
        return ""
    written = _written(metric)
    return _(
        "{metric} in a typical week: {before} before ({weeks_before}), {after} after ({weeks_after}).",
        metric=_(metric.label),
        before=written(found.before),
        weeks_before=ngettext("{n} week", "{n} weeks", found.weeks_before),
        after=written(found.after),
        weeks_after=ngettext("{n} week", "{n} weeks", found.weeks_after),
    )


def _alt(action: Action, metric: Metric, found: BeforeAfter) -> str:
    """The finding for those who do not see the chart."""
    head = _("Line chart of {metric} by week, with the start of the action.", metric=_(metric.label))
    return " ".join(filter(None, [head, say(found.sentence), _before_and_after(metric, found)]))


def _named(metric: Metric, measured: Measured) -> list[Named]:
    """Every week of both departments."""
    return [
        Named(_("{department}, {week}", department=name, week=time_axis.name_of(week, "week")), metric, estimate)
        for name, series in ((measured.name, measured.weeks), (measured.other, measured.others or {}))
        for week, estimate in sorted(series.items())
    ]


def _figure(action: Action, metric: Metric, found: BeforeAfter, measured: Measured) -> go.Figure:
    """The weeks with centre and limits of those before the start; without limits only the line."""
    judged = dict(zip(found.weeks, found.values, strict=True))
    values: dict[int, float | None] = {**judged}
    if not judged:
        values = {week: one.value for week, one in sorted(_in_window(action, measured).items())}
    points = tuple(
        Point(time_axis.at(week), value, words=_week(metric, measured, week)) for week, value in values.items()
    )
    line = Line(bare(measured.name), points)
    times = time_axis.labels(list(values), "week")
    marks = [Mark(time_axis.at(action.start_day or 0), _("Start"))]
    if found.chart is None:
        return trend([line], times, in_unit(metric.unit), marks=marks)
    signals = [place for place, rules in enumerate(found.chart.signals) if rules and place >= found.first_after]
    low = max(found.chart.low, 0.0) if min(found.values) >= 0 else found.chart.low  # limits are no more than can be
    high = min(found.chart.high, 1.0) if metric.unit == "share" else found.chart.high
    written = _written(metric)
    names = (
        _("usual: {value}", value=written(found.chart.centre)),
        _("low: {value}", value=written(low)),
        _("high: {value}", value=written(high)),
    )
    limits = Limits(found.chart.centre, low, high, *names, signals)
    return xmr_figure(line, limits, times, in_unit(metric.unit), marks=marks)


def _in_window(action: Action, measured: Measured) -> dict[int, Estimate]:
    """The weeks that the start is judged by; of a start long after the data, as many of the newest weeks."""
    first, last = judged_weeks(action.start_day or 0)
    if measured.weeks:
        first = min(first, max(measured.weeks) - BEFORE * WEEK)
    return {week: one for week, one in measured.weeks.items() if first <= week <= last}


def _week(metric: Metric, measured: Measured, week: int) -> str:
    """What stands under the mouse; a week that is not there had none of what is counted."""
    estimate = measured.weeks.get(week) or Estimate(0.0)
    return f"{time_axis.name_of(week, 'week')}: {full_words(metric, estimate)}"


def _written(metric: Metric) -> Callable[[float], str]:
    """How a mean of weeks is written: also of counts it is no whole number."""
    return (lambda value: number(float(value))) if metric.unit == "count" else in_unit(metric.unit)
