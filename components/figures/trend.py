"""Numbers over time: weeks or months from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from components import theme
from components.figures import style

MOST_LINES = 4
"""More in one panel cannot be told apart."""


@dataclass(frozen=True)
class Point:
    """One week or month: where it stands (milliseconds since 1970) and its number.

    `value` is None when nothing can be said; the line then has a gap. `whole` is false for a week or month that is cut
    short by the period, which is drawn open and dashed. `words` appear under the mouse; the table has them for all.
    """

    at: int
    value: float | None
    low: float | None = None
    high: float | None = None
    whole: bool = True
    words: str = ""


@dataclass(frozen=True)
class Line:
    """A named row of points in time order."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Times:
    """The dates to print under a time axis, as places (milliseconds since 1970) and words."""

    places: tuple[int, ...]
    words: tuple[str, ...]

    def axis(self, *, stacked: bool = False, **more: Any) -> dict[str, Any]:
        """An axis with these dates; `stacked` prints each word of a date on a line of its own."""
        words = [one.replace(" ", "<br>") if stacked else one for one in self.words]
        return style.axis(type="date", showgrid=False, tickangle=0, tickvals=list(self.places), ticktext=words, **more)


@dataclass(frozen=True)
class Mark:
    """Something that happened: a line across the panel, with its name at the top. `at` is milliseconds since 1970."""

    at: int
    name: str


def trend(
    lines: Sequence[Line], times: Times, number: style.Format, height: int = 300, marks: Sequence[Mark] = ()
) -> go.Figure:
    """Up to four lines in one panel, each named at its end. Raises `ValueError` for more: they need panels."""
    if len(lines) > MOST_LINES:
        raise ValueError(f"{len(lines)} lines in one panel cannot be told apart")
    figure = style.base(height)
    for order, line in enumerate(lines):
        _draw(figure, line, theme.CATEGORICAL[order] if len(lines) > 1 else theme.FOCUS, style.DASHES[order])
    if len(lines) > 1:
        _name_ends(figure, lines)
    steps = style.round_steps(*_range(lines))
    figure.update_layout(
        xaxis=times.axis() | (_span(lines) if len(lines) > 1 else {}),
        yaxis=style.axis(tickvals=steps, ticktext=[number(step) for step in steps], range=[steps[0], steps[-1]]),
        margin={
            "r": 8 if len(lines) == 1 else 12 + 7 * max(len(line.name) for line in lines),
            "t": 28 if marks else 12,
        },
    )
    for mark in marks:
        figure.add_vline(x=mark.at, line={"color": theme.AXIS, "width": 1.5, "dash": "dot"}, layer="below")
        figure.add_annotation(style.note(style.label(mark.name), x=mark.at, yref="paper", y=1, yanchor="bottom"))
    return figure


def _draw(figure: go.Figure, line: Line, colour: str, dash: str) -> None:
    """The line over whole periods, dashed and open towards a period that is cut short, and the intervals."""
    points = line.points
    solid = [point.value if point.whole else None for point in points]
    figure.add_scatter(
        x=[point.at for point in points],
        y=solid,
        mode="lines+markers",
        line={"color": colour, "width": 2, "dash": dash},
        marker={"size": 5, "color": colour},
        error_y=_intervals(points),
        connectgaps=False,
        **_hover(points),
    )
    for first, second in pairwise(points):
        if (first.whole and second.whole) or first.value is None or second.value is None:
            continue
        figure.add_scatter(
            x=[first.at, second.at],
            y=[first.value, second.value],
            mode="lines",
            line={"color": colour, "width": 1.5, "dash": "dot"},
            hoverinfo="skip",
        )
    parts = [point for point in points if not point.whole and point.value is not None]
    if parts:
        figure.add_scatter(
            x=[point.at for point in parts],
            y=[point.value for point in parts],
            mode="markers",
            marker={"size": 8, "color": "#FFFFFF", "line": {"color": colour, "width": 2}},
            **_hover(parts),
        )


def _hover(points: Sequence[Point]) -> dict[str, object]:
    if not any(point.words for point in points):
        return {"hoverinfo": "skip"}
    return {"text": [style.label(point.words) for point in points], "hovertemplate": "%{text}<extra></extra>"}


def _intervals(points: Sequence[Point]) -> dict[str, object] | None:
    """Thin upright lines for the 95 % intervals of the points that have one."""
    known = [p.whole and p.value is not None and p.low is not None and p.high is not None for p in points]
    if not any(known):
        return None
    above = [p.high - p.value if k else 0 for p, k in zip(points, known, strict=True)]  # type: ignore[operator]
    below = [p.value - p.low if k else 0 for p, k in zip(points, known, strict=True)]  # type: ignore[operator]
    return {
        "type": "data",
        "symmetric": False,
        "array": above,
        "arrayminus": below,
        "color": style.INTERVAL,
        "thickness": 1,
        "width": 0,
    }


def _name_ends(figure: go.Figure, lines: Sequence[Line]) -> None:
    """Each line's name at its last point; names that would touch are pushed apart."""
    ends = [next((p for p in reversed(line.points) if p.value is not None), None) for line in lines]
    named = sorted(
        ((end.value or 0.0, line.name, end.at) for line, end in zip(lines, ends, strict=True) if end is not None)
    )
    low, high = _range(lines)
    room = (high - low or 1) * 0.07
    place = float("-inf")
    for value, name, at in named:
        place = max(value, place + room)
        figure.add_annotation(style.note(style.label(name), x=at, y=place, xanchor="left", xshift=8))


def _span(lines: Sequence[Line]) -> dict[str, object]:
    """From the first to the last point: left to itself, the axis would make room for the names at the ends again."""
    places = [point.at for line in lines for point in line.points]
    if not places:
        return {}
    room = 0.03 * (max(places) - min(places)) or 1.0
    return {"range": [min(places) - room, max(places) + room]}


def _range(lines: Sequence[Line]) -> tuple[float, float]:
    """From zero to the highest end of an interval, over all lines.

    A single very wide interval would flatten every line, so intervals run out of the panel beyond three times the
    highest value; the table has them in full.
    """
    points = [point for line in lines for point in line.points if point.value is not None]
    values = [point.value for point in points if point.value is not None]
    lows = [point.low for point in points if point.low is not None]
    highs = [point.high for point in points if point.high is not None]
    highest = max([0.0, *values])
    return min([0.0, *values, *lows]), max(highest, min(max([0.0, *highs]), 3 * highest))
