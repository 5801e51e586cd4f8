"""From a view to what the figure needs: points by kind, limits, lanes, numbers, grey stretches."""

import textwrap
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from components import time_axis
from components.change.margin import Noted, days_words
from components.change.view import ChangeView
from components.change.words import level_at, shape_of, signal_words, target_words, written
from components.figures.control import Control, Restart, control_figure, values_of
from components.figures.control_lanes import Below, Happened, Lane
from components.figures.control_parts import Dot, Limits, Shape
from components.figures.scales import Scale, linear, ratios
from components.i18n import _, ngettext
from components.values import in_unit, value_words
from metrics.change.history import WEEK
from metrics.change.reading import Reading
from metrics.change.xmr import Rule
from metrics.estimate import Estimate
from metrics.periods import week_start

_HALF = 3.5 * 86_400_000  # half a week: limits begin anew between two weeks
_LINE = 40  # characters of a line on a telephone


def change_figure(view: ChangeView, beside: Sequence[Noted]) -> go.Figure:
    """The figure of a number over time. What happened `beside` it has its words as they are (`margin.as_it_is`)."""
    control = Control(
        dots=dots(view, said=True),
        limits=limits(view),
        ends=_ends(view),
        target=None if view.reading.target is None else view.reading.target.value,
        restarts=tuple(_restart(one) for one in beside if one.restarts),
        below=Below(
            happened=tuple(_happened(one) for one in beside if not one.restarts),
            happened_words=_("events"),
            lanes=_lanes(view),
            target_words=_in_lines(target_words(view)),
            holidays=tuple((time_axis.at(day), name) for day, name in view.beside.holidays),
            holiday_words=_("public holidays"),
        ),
        missing=_missing(view),
    )
    scale = scale_for(view, values_of(control))
    return control_figure(control, time_axis.labels(view.weeks, "week"), in_unit(view.metric.unit), scale)


def scale_for(view: ChangeView, values: Sequence[float]) -> Scale:
    """The axis that fits how the limits were made."""
    step = view.step
    return linear(values) if step is None else ratios(values, step, view.metric.unit == "duration")


def shapes(view: ChangeView) -> dict[int, Shape]:
    """The kind of point of each week."""
    signals = _signals(view)
    return {
        week: shape_of(view.metric, signals[week]) if week in signals else "part"
        for week in view.weeks
        if view.values[week] is not None
    }


def dots(view: ChangeView, *, said: bool) -> tuple[Dot, ...]:
    """The weeks as points, also those without a number, so that the line has a gap there."""
    kinds, signals = shapes(view), _signals(view)
    first, last = view.weeks[0], view.weeks[-1]
    return tuple(
        Dot(
            time_axis.at(week),
            view.values.get(week),
            kinds.get(week, "usual"),
            _words(view, week, signals) if said and week in kinds else "",
        )
        for week in range(first, last + 1, WEEK)
    )


def limits(view: ChangeView) -> tuple[Limits, ...]:
    """Centre and limits of each stretch."""
    return tuple(
        Limits(tuple(map(time_axis.at, one.weeks)), one.centre, one.low, one.high)
        for one in view.stretches
        if one.weeks and one.centre
    )


def _signals(view: ChangeView) -> Mapping[int, Mapping[Rule, int]]:
    return {week: found for one in view.stretches for week, found in zip(one.weeks, one.signals, strict=True)}


def _words(view: ChangeView, week: int, signals: Mapping[int, Mapping[Rule, int]]) -> str:
    value = value_words(view.metric, Estimate(view.values[week]))
    line = f"{time_axis.name_of(week, 'week')}: {value}"
    found = signal_words(signals.get(week, {}))
    return f"{line}<br>{found}" if found else line


def _ends(view: ChangeView) -> tuple[tuple[float, str], ...]:
    """The levels of the newest week, by name."""
    reading = view.reading
    level = level_at(reading, len(reading.weeks) - 1) if reading.weeks else None
    if level is None:
        return ()
    write, (centre, low, high) = written(view.metric), level
    named = [(centre, _("usual {value}", value=write(centre)))]
    if low is None or high is None:
        named = [(centre, _("middle {value}", value=write(centre)))]
    else:
        named = [
            (low, _("low {value}", value=write(low))),
            *named,
            (high, _("high {value}", value=write(high))),
        ]
    if reading.target is not None:
        named.append((reading.target.value, _("target {value}", value=write(reading.target.value))))
    return tuple(named)


def _in_lines(words: str) -> tuple[str, ...]:
    """In lines that fit on a telephone."""
    return tuple(textwrap.wrap(words, _LINE))


def _restart(one: Noted) -> Restart:
    """Before the first week that follows it."""
    monday = week_start(one.first + WEEK - 1)
    return Restart(int(time_axis.at(monday) - _HALF), one.number, "solid" if one.kind == "decision" else "dash")


def _happened(one: Noted) -> Happened:
    """Under its week; under all of its weeks when they are several."""
    first, last = week_start(one.first), week_start(one.last)
    words = f"{one.number}. {days_words(one.first, one.last)}: {one.words}"
    if first == last:
        return Happened(time_axis.at(first), time_axis.at(first), one.number, words)
    return Happened(*_bar(first, last), one.number, words)


def _lanes(view: ChangeView) -> tuple[Lane, ...]:
    lanes = []
    rested = [one for one in view.stretches if one.baseline is not None and one.baseline[0] >= view.shown.first]
    if rested:
        words = ngettext("limits from this week", "limits from these {n} weeks", _length(rested[-1]))
        lanes.append(Lane(words, tuple(_bar(*one.baseline) for one in rested if one.baseline is not None)))
    lanes.append(Lane(_("chosen period"), (_bar(view.chosen.first, week_start(view.chosen.last)),)))
    return tuple(lanes)


def _length(reading: Reading) -> int:
    """The weeks with a number that the limits rest on."""
    assert reading.baseline is not None
    first, last = reading.baseline
    return sum(
        value is not None and first <= week <= last for week, value in zip(reading.weeks, reading.values, strict=True)
    )


def _bar(first: int, last: int) -> tuple[int, int]:
    return int(time_axis.at(first) - _HALF), int(time_axis.at(last) + _HALF)


def _missing(view: ChangeView) -> tuple[tuple[int, int], ...]:
    if view.missing is None:
        return ()
    return ((int(time_axis.at(week_start(view.missing.first)) - _HALF), int(time_axis.at(view.missing.last))),)
