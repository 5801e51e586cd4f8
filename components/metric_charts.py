"""The charts of metrics: over time, and side by side. Each says its finding first."""

from collections.abc import Hashable, Mapping

import plotly.graph_objects as go

from components import sentences, time_axis
from components.chart import chart_card
from components.figures.rows import Row, bars, dots
from components.figures.trend import Line, Mark, Point, trend
from components.i18n import _
from components.kept import kept
from components.number_table import Named, number_table
from components.source import Source
from components.time_axis import Step
from components.values import full_words, in_unit, value_words
from metrics.comparison.periods import Change
from metrics.estimate import Estimate
from metrics.registry import Metric

Series = Mapping[int, Estimate]
"""A metric per week or month, by the first day."""


def trend_card(
    metric: Metric,
    series: Series,
    change: Change,
    step: Step,
    source: Source,
    key: Hashable,
    marks: Mapping[int, str] | None = None,
) -> None:
    """One metric over time, for everything that was asked for; `marks` names what happened on a day (by number)."""
    heading = _("Week") if step == "week" else _("Month")
    marked = tuple(Mark(time_axis.at(day), name) for day, name in sorted((marks or {}).items()))

    def numbers() -> list[Named]:
        return [Named(time_axis.name_of(start, step), metric, estimate) for start, estimate in series.items()]

    chart_card(
        f"trend_{metric.id}",
        metric=metric,
        estimates=list(series.values()),
        title=sentences.trend_title(metric, change, step),
        subtitle=sentences.subtitle(metric, source, list(series.values()), step),
        figure=kept((key, "trend", marked), lambda: _trend(metric, series, step, source, marked))
        if _any(series)
        else None,
        table=number_table(heading, numbers),
        alt=sentences.trend_alt(metric, series, step),
        source=source,
        empty=sentences.nothing_over_time(step),
    )


def side_by_side_card(
    name: str,
    heading: str,
    metric: Metric,
    estimates: Mapping[str, Estimate],
    source: Source,
    key: Hashable,
    *,
    title: str,
    whole: Estimate | None = None,
) -> None:
    """One metric for departments or platforms by name, in the order given; `whole` is the number of all together."""
    chart_card(
        name,
        metric=metric,
        estimates=list(estimates.values()),
        title=title,
        subtitle=sentences.subtitle(metric, source, list(estimates.values())),
        figure=kept((key, "side by side"), lambda: _rows(metric, estimates, whole)) if _any(estimates) else None,
        table=number_table(heading, lambda: [Named(who, metric, found) for who, found in estimates.items()]),
        alt=sentences.side_by_side_alt(metric, estimates),
        source=source,
        empty=sentences.nothing_side_by_side(estimates.values()),
    )


def _rows(metric: Metric, estimates: Mapping[str, Estimate], whole: Estimate | None) -> go.Figure:
    rows = [
        Row(who, full_words(metric, estimate), estimate.value, estimate.low, estimate.high)
        for who, estimate in estimates.items()
    ]
    if metric.unit == "count":
        return bars(rows, in_unit(metric.unit))
    reference = None
    if whole is not None and whole.value is not None:
        reference = (_("All together: {value}", value=value_words(metric, whole)), whole.value)
    return dots(rows, in_unit(metric.unit), reference, seconds=metric.unit == "duration")


def _trend(metric: Metric, series: Series, step: Step, source: Source, marks: tuple[Mark, ...]) -> go.Figure:
    line = Line("", _points(metric, series, step, source))
    return trend([line], time_axis.labels(sorted(series), step), in_unit(metric.unit), marks=marks)


def _points(metric: Metric, series: Series, step: Step, source: Source) -> tuple[Point, ...]:
    """The points of a line with their words; a week without posts in between stays a gap."""
    return tuple(
        Point(
            time_axis.at(start),
            estimate.value,
            estimate.low,
            estimate.high,
            time_axis.is_whole(start, step, source.period),
            f"{time_axis.name_of(start, step)}: {full_words(metric, estimate)}",
        )
        for start, estimate in sorted(series.items())
    )


def _any(estimates: Mapping[int, Estimate] | Mapping[str, Estimate]) -> bool:
    return any(estimate.value is not None for estimate in estimates.values())
