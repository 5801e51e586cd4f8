"""The charts of metrics: over time, and side by side. Each says its finding first."""

from collections.abc import Hashable, Mapping, Sequence

import plotly.graph_objects as go

from components import sentences, time_axis
from components.chart import chart_card, kept
from components.figures.rows import Row, bars, dots
from components.figures.trend import Line, Point, small_multiples, trend
from components.i18n import _
from components.number_table import Named, number_table
from components.source import Source
from components.time_axis import Step
from components.values import full_words, in_unit, value_words
from metrics.comparison import Change
from metrics.estimate import Estimate
from metrics.registry import Metric

Series = Mapping[int, Estimate]
"""A metric per week or month, by the first day."""


def trend_card(metric: Metric, series: Series, change: Change, step: Step, source: Source, key: Hashable) -> None:
    """One metric over time, for everything that was asked for."""
    heading = _("Week") if step == "week" else _("Month")
    numbers = [Named(time_axis.name_of(start, step), metric, estimate) for start, estimate in series.items()]
    chart_card(
        f"trend_{metric.id}",
        title=sentences.change_title(metric, change),
        subtitle=sentences.subtitle(metric, source, _total_n(series), step),
        figure=kept(key, lambda: _trend(metric, {"": series}, step, source)) if _any(series) else None,
        table=number_table(heading, numbers),
        alt=sentences.trend_alt(metric, series, step),
        source=source,
        empty=sentences.nothing_over_time(step),
    )


def multiples_card(
    name: str, metric: Metric, series: Mapping[str, Series], step: Step, source: Source, key: Hashable
) -> None:
    """One metric over time, a panel for each department; the panels share their axes."""
    numbers = [
        Named(f"{who}, {time_axis.name_of(start, step)}", metric, estimate)
        for who, line in series.items()
        for start, estimate in line.items()
    ]
    chart_card(
        name,
        title=sentences.multiples_title(metric, step),
        subtitle=sentences.subtitle(metric, source, sum(map(_total_n, series.values())), step),
        figure=kept(key, lambda: _trend(metric, series, step, source)) if any(map(_any, series.values())) else None,
        table=number_table(_("Department and time"), numbers),
        alt=sentences.multiples_alt(metric, series),
        source=source,
        empty=sentences.nothing_over_time(step),
    )


def side_by_side_card(
    name: str,
    heading: str,
    numbers: Sequence[Named],
    source: Source,
    key: Hashable,
    *,
    title: str,
    whole: Estimate | None = None,
) -> None:
    """One metric for several departments or platforms, in alphabetical order; `whole` is the number of all together."""
    metric = numbers[0].metric
    estimates = {item.name: item.estimate for item in numbers}
    chart_card(
        name,
        title=title,
        subtitle=sentences.subtitle(metric, source, sum(item.estimate.n for item in numbers)),
        figure=kept(key, lambda: _rows(metric, numbers, whole)) if _any(estimates) else None,
        table=number_table(heading, numbers),
        alt=sentences.side_by_side_alt(metric, numbers),
        source=source,
        empty=sentences.nothing_side_by_side(estimates.values()),
    )


def _rows(metric: Metric, numbers: Sequence[Named], whole: Estimate | None) -> go.Figure:
    rows = [
        Row(item.name, full_words(metric, item.estimate), item.estimate.value, item.estimate.low, item.estimate.high)
        for item in numbers
    ]
    if metric.unit == "count":
        return bars(rows, in_unit(metric.unit))
    reference = None
    if whole is not None and whole.value is not None:
        reference = (_("All together: {value}", value=value_words(metric, whole)), whole.value)
    return dots(rows, in_unit(metric.unit), reference)


def _trend(metric: Metric, series: Mapping[str, Series], step: Step, source: Source) -> go.Figure:
    nothing = sentences.nothing_over_time(step)
    lines = [
        Line(who, _points(metric, line, step, source), "" if _any(line) else nothing) for who, line in series.items()
    ]
    starts = sorted({start for line in series.values() for start in line})
    times = time_axis.labels(starts, step)
    write = in_unit(metric.unit)
    return trend(lines, times, write) if len(lines) == 1 else small_multiples(lines, times, write)


def _points(metric: Metric, series: Series, step: Step, source: Source) -> tuple[Point, ...]:
    """The points of a line; a week without posts in between stays a gap."""
    return tuple(
        Point(
            time_axis.at(start),
            f"{time_axis.name_of(start, step)}: {full_words(metric, estimate)}",
            estimate.value,
            estimate.low,
            estimate.high,
            time_axis.is_whole(start, step, source.period),
        )
        for start, estimate in sorted(series.items())
    )


def _any(estimates: Mapping[int, Estimate] | Mapping[str, Estimate]) -> bool:
    return any(estimate.value is not None for estimate in estimates.values())


def _total_n(series: Series) -> int:
    return sum(estimate.n for estimate in series.values())
