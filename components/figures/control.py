"""A number over the weeks with the limits of its ordinary variation, and around it what explains a change.

Only what begins limits anew crosses the weeks, as a line with its number at the top. Whatever else happened, the weeks
that limits rest on, the chosen period and public holidays lie in narrow lanes below. Numbers are explained under the
figure, where there is room for words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components import theme
from components.figures import style
from components.figures.control_lanes import LANE, Below, draw_lanes, draw_numbers
from components.figures.control_parts import WEEK, Dot, Limits, draw_limits, draw_line, draw_points
from components.figures.scales import Scale
from components.figures.trend import Times

_TARGET = "#3D3D3D"
_MISSING = "#E3E3E3"
_MAIN, _TOP, _FOOT = 270, 26, 42  # pixels: the weeks, the numbers above, the dates below
_NOTHING = Below()


@dataclass(frozen=True)
class Restart:
    """Limits begin anew here: a line across the weeks with its number; `dash` tells a decision from the rest."""

    at: int
    number: int
    dash: Literal["dash", "solid"] = "dash"


@dataclass(frozen=True)
class Control:
    """Everything on the figure. `ends` are values with their names, at the right, the lowest first; `missing` stretches
    turn grey; `below` are the lanes."""

    dots: tuple[Dot, ...]
    limits: tuple[Limits, ...] = ()
    ends: tuple[tuple[float, str], ...] = ()
    target: float | None = None
    restarts: tuple[Restart, ...] = ()
    below: Below = _NOTHING
    missing: tuple[tuple[int, int], ...] = ()


def values_of(control: Control) -> list[float]:
    """Every value that the axis must have room for."""
    drawn = [dot.value for dot in control.dots]
    for one in control.limits:
        drawn += [*one.centre, *one.low, *one.high]
    if control.target is not None:
        drawn.append(control.target)
    return [value for value in drawn if value is not None]


def control_figure(control: Control, times: Times, number: style.Format, scale: Scale) -> go.Figure:
    """Draw the weeks with everything around them. Needs at least one week."""
    lanes = control.below.height
    inner = round(_MAIN + lanes * LANE)
    below = lanes * LANE / inner
    span = control.dots[0].at - WEEK // 2, control.dots[-1].at + WEEK // 2
    figure = style.base(inner + _TOP + _FOOT)
    side = max([0, *(len(name) for _, name in control.ends)])
    figure.update_layout(
        margin={"l": 4, "r": 16 + 7 * side, "t": _TOP, "b": _FOOT},
        xaxis=times.axis(stacked=True, range=list(span), anchor="free", position=0),
        yaxis=style.axis(**scale.axis(number), domain=[below, 1]),
    )
    for first, last in control.missing:
        figure.add_vrect(x0=first, x1=last, fillcolor=_MISSING, line_width=0, layer="below")
    for one in control.limits:
        draw_limits(figure, one, scale)
    if control.target is not None:
        _target(figure, control.target, scale)
    draw_line(figure, control.dots, scale)
    draw_points(figure, control.dots, scale)
    _ends(figure, control.ends, scale)
    _restarts(figure, control.restarts, span, below)
    if lanes:
        figure.update_layout(yaxis2={"domain": [0, below], "range": [0, lanes], "visible": False, "fixedrange": True})
        draw_lanes(figure, control.below, span)
    return figure


def spread(values: Sequence[float], least: float) -> list[float]:
    """Places for labels at these heights, in the order given, at least so far apart.

    >>> spread([5, 1, 1.2], 1)
    [5, 1, 2]
    """
    placed: dict[int, float] = {}
    last = float("-inf")
    for index in sorted(range(len(values)), key=lambda one: values[one]):
        last = max(values[index], last + least)
        placed[index] = last
    return [placed[index] for index in range(len(values))]


def _target(figure: go.Figure, value: float, scale: Scale) -> None:
    """The target as a dashed line across the weeks."""
    place, line = scale.place(value), {"color": _TARGET, "width": 1.8, "dash": "dash"}
    figure.add_shape(type="line", xref="paper", x0=0, x1=1, yref="y", y0=place, y1=place, line=line, layer="below")


def _ends(figure: go.Figure, ends: Sequence[tuple[float, str]], scale: Scale) -> None:
    """What the levels are, at the right end; names that would touch are pushed apart."""
    places = spread([scale.place(value) for value, _ in ends], (scale.range[1] - scale.range[0]) * 18 / _MAIN)
    for place, (_value, name) in zip(places, ends, strict=True):
        look = style.note(style.label(name), x=1, xref="paper", xanchor="left", xshift=6, y=place, yanchor="middle")
        figure.add_annotation(look | {"font": theme.TICK_FONT})


def _restarts(figure: go.Figure, restarts: Sequence[Restart], span: tuple[int, int], below: float) -> None:
    for one in restarts:
        line = {"color": theme.AXIS, "width": 1.4, "dash": one.dash}
        shape = {"type": "line", "x0": one.at, "x1": one.at, "yref": "paper", "y0": below, "y1": 1, "layer": "below"}
        figure.add_shape(**shape, line=line)
    draw_numbers(figure, [(one.at, one.number) for one in restarts], span, yref="paper", y=1, yanchor="bottom")
