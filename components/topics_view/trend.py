"""One topic over time, with the period before as a second line under the same weeks."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from components import time_axis
from components.chart import figure_card
from components.differences import calculation
from components.escape import plain
from components.figures.trend import Line, Point, trend
from components.i18n import _, percent, period
from components.kept import kept
from components.metric_charts import Series
from components.number_table import Table
from components.source import Source
from components.time_axis import Step
from components.topics_view.words import messages_words, share_words
from metrics.periods import Period, to_date
from metrics.registry import metrics


def topic_trend_card(name: str, now: Series, before: Series, step: Step, source: Source, key: Hashable) -> None:
    """The share per week or month, with the period before as a second line under the same weeks."""
    metric = metrics()["topic_share"]
    figure_card(
        "topic_trend",
        measure=_(metric.label),
        title=_("{topic}, week by week", topic=plain(name))
        if step == "week"
        else _("{topic}, month by month", topic=plain(name)),
        subtitle=_("{period} · share of the messages · second line: the period before", period=period(source.period)),
        figure=kept((key, "trend"), lambda: _figure(now, before, step, source.period)) if now else None,
        table=Table(lambda: _words(now, before, step), lambda: _raw(now, before)),
        alt=_alt(name, now, step),
        source=source,
        how=lambda: calculation("topic_trend", metric, [], source),
        empty=_("There are no messages in this period."),
    )


def _figure(now: Series, before: Series, step: Step, asked: Period) -> go.Figure:
    starts = sorted(now)
    lines = [Line(_("now"), _points(now, starts, step, asked))]
    earlier = dict(sorted(before.items())[-len(starts) :])
    if any(one.value is not None for one in earlier.values()):
        under = starts[-len(earlier) :]  # the last under the last: both periods are equally long
        sure = {start: replace(one, low=None, high=None) for start, one in earlier.items()}
        lines.append(Line(_("before"), _points(sure, under, step, asked.before())))
    return trend(lines, time_axis.labels(starts, step), percent)


def _points(series: Series, places: Sequence[int], step: Step, asked: Period) -> tuple[Point, ...]:
    """The points of a line, each drawn at the place of a day."""
    return tuple(
        Point(
            time_axis.at(place),
            one.value,
            one.low,
            one.high,
            time_axis.is_whole(start, step, asked),
            f"{time_axis.name_of(start, step)}: {share_words(one)}, {messages_words(one.n)}",
        )
        for place, (start, one) in zip(places, sorted(series.items()), strict=True)
    )


def _alt(name: str, now: Series, step: Step) -> str:
    known = {start: one for start, one in sorted(now.items()) if one.value is not None}
    if not known:
        return _("{topic}: nothing to draw", topic=plain(name))
    first, last = min(known), max(known)
    highest = max(known, key=lambda start: known[start].value or 0.0)
    said = {
        place: f"{share_words(known[start])} ({time_axis.name_of(start, step)})"
        for place, start in (("first", first), ("last", last), ("highest", highest))
    }
    return _(
        "Line chart of the share of {topic}. First: {first}. Last: {last}. Highest: {highest}.",
        topic=plain(name),
        **said,
    )


def _words(now: Series, before: Series, step: Step) -> pd.DataFrame:
    rows = [
        {
            _("Period"): which,
            _("Time"): time_axis.name_of(start, step),
            _("Share of the messages"): share_words(one),
            _("Rests on"): messages_words(one.n),
        }
        for which, series in ((_("the one before"), before), (_("this period"), now))
        for start, one in sorted(series.items())
    ]
    return pd.DataFrame(rows)


def _raw(now: Series, before: Series) -> pd.DataFrame:
    rows = [
        {
            _("Period"): which,
            _("First day"): to_date(start).isoformat(),
            _("Share (0 to 1)"): one.value,
            _("Lowest of the 95% interval"): one.low,
            _("Highest of the 95% interval"): one.high,
            _("n"): one.n,
        }
        for which, series in ((_("the one before"), before), (_("this period"), now))
        for start, one in sorted(series.items())
    ]
    return pd.DataFrame(rows, dtype=object)
