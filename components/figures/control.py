"""A number over the weeks with the limits of its ordinary variation, and around it what explains a change.

Below the weeks lie narrow lanes: which weeks the limits rest on, which period was chosen, where public holidays are.
What happened is numbered at the top; the numbers are explained under the figure, where there is room for words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components import theme
from components.figures import style
from components.figures.control_parts import Dot, Limits, draw_limits, draw_line, draw_points
from components.figures.scales import Scale
from components.figures.trend import Times

_TARGET = "#3D3D3D"
_MISSING = "#E3E3E3"
_MAIN, _LANE, _TOP, _FOOT = 270, 30, 26, 42  # pixels: the weeks, one lane, the numbers above, the dates below
_TOUCH = 0.2  # numbers nearer to each other than this part of the width become one: telephones are narrow
_WEEK = 7 * 86_400_000


@dataclass(frozen=True)
class Lane:
    """Stretches of time below the weeks, as bars, with words over the last one."""

    words: str
    bars: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Numbered:
    """Something that happened, by its number; `dash` tells kinds apart."""

    at: int
    number: int
    dash: Literal["dot", "dash", "solid"] = "dot"


@dataclass(frozen=True)
class Control:
    """Everything on the figure. `ends` are values with their names, at the right, the lowest first; `missing` stretches
    turn grey. `target_words` say where the target comes from."""

    dots: tuple[Dot, ...]
    limits: tuple[Limits, ...] = ()
    ends: tuple[tuple[float, str], ...] = ()
    target: float | None = None
    target_words: str = ""
    marks: tuple[Numbered, ...] = ()
    lanes: tuple[Lane, ...] = ()
    holidays: tuple[tuple[int, str], ...] = ()
    holiday_words: str = ""
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
    lanes = len(control.lanes) + bool(control.holidays) + bool(control.target_words)
    inner = _MAIN + lanes * _LANE
    below = lanes * _LANE / inner
    span = control.dots[0].at - _WEEK // 2, control.dots[-1].at + _WEEK // 2
    figure = style.base(inner + _TOP + _FOOT)
    side = max([0, *(len(name) for _, name in control.ends)])
    figure.update_layout(
        margin={"l": 4, "r": 10 + 7 * side, "t": _TOP, "b": _FOOT},
        xaxis=style.axis(
            type="date",
            showgrid=False,
            tickangle=0,
            tickvals=list(times.places),
            ticktext=[words.replace(" ", "<br>") for words in times.words],
            range=list(span),
            anchor="free",
            position=0,
        ),
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
    _marks(figure, control.marks, span, below)
    if lanes:
        figure.update_layout(yaxis2={"domain": [0, below], "range": [0, lanes], "visible": False, "fixedrange": True})
        _lanes(figure, control, span, lanes)
    return figure


def grouped(marks: Sequence[Numbered], span: tuple[int, int]) -> list[tuple[int, str]]:
    """Where the numbers stand and what they read: those that would touch become one, as "2–4".

    >>> grouped([Numbered(0, 1), Numbered(50, 2), Numbered(52, 3), Numbered(90, 4)], (0, 100))
    [(0, '1'), (50, '2–3'), (90, '4')]
    """
    width = (span[1] - span[0]) * _TOUCH
    groups: list[list[Numbered]] = []
    for mark in sorted(marks, key=lambda one: one.number):
        if groups and mark.at - groups[-1][0].at < width:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [
        (
            group[0].at,
            str(group[0].number) if len(group) == 1 else f"{group[0].number}–{group[-1].number}",
        )
        for group in groups
    ]


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


def _marks(figure: go.Figure, marks: Sequence[Numbered], span: tuple[int, int], below: float) -> None:
    for mark in marks:
        line = {"color": theme.AXIS, "width": 1.4, "dash": mark.dash}
        shape = {"type": "line", "x0": mark.at, "x1": mark.at, "yref": "paper", "y0": below, "y1": 1, "layer": "below"}
        figure.add_shape(**shape, line=line)
    for at, words in grouped(marks, span):
        figure.add_annotation(style.note(f"<b>{words}</b>", x=at, yref="paper", y=1, yanchor="bottom"))


def _lanes(figure: go.Figure, control: Control, span: tuple[int, int], lanes: int) -> None:
    for order, lane in enumerate(control.lanes):
        height = lanes - order - 0.72
        for first, last in lane.bars:
            figure.add_scatter(
                x=[max(first, span[0]), min(last, span[1])],
                y=[height, height],
                mode="lines",
                line={"color": theme.FOCUS if order else "#6B6B6B", "width": 5},
                hoverinfo="skip",
                yaxis="y2",
            )
        _over(figure, lane.words, max(lane.bars[-1][0], span[0]), min(lane.bars[-1][1], span[1]), height, span)
    if control.target_words:
        height = lanes - len(control.lanes) - 0.72
        _over(figure, f"- - -  {control.target_words}", span[0], span[0], height, span)
    if control.holidays:
        figure.add_scatter(
            x=[at for at, _ in control.holidays],
            y=[0.28] * len(control.holidays),
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 9, "color": theme.AXIS, "line": {"width": 1.5}},
            text=[style.label(name) for _, name in control.holidays],
            hovertemplate="%{text}<extra></extra>",
            yaxis="y2",
        )
        _over(figure, control.holiday_words, span[0], span[0], 0.28, span)


def _over(figure: go.Figure, words: str, first: int, last: int, height: float, span: tuple[int, int]) -> None:
    """Words over a bar, which begin, end or are centred with it so that they stay on the figure."""
    middle = ((first + last) / 2 - span[0]) / (span[1] - span[0])
    anchor, at = (
        ("left", first) if middle < 0.33 else ("right", last) if middle > 0.67 else ("center", (first + last) // 2)
    )
    look = style.note(style.label(words), x=at, xanchor=anchor, y=height, yref="y2", yanchor="bottom", yshift=2)
    figure.add_annotation(look | {"font": theme.TICK_FONT})
