"""A funnel: every department by how many cases it has and what came of them, between limits that grow narrower.

Few cases give numbers that lie far apart by chance alone; the limits show how far. Who is outside is named and has a
shape of its own; the others are named where there is room, and are always in the table.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components import theme
from components.figures import style
from components.figures.point_names import Frame, Point, name_points

Side = Literal["low", "high", "within"]
Limits = tuple[float, float, float, float]
"""At a number of cases: the ends of the 95 % band and of the 99.8 % band (low, high, low, high)."""

_HEIGHT = 360
_TOP, _BOTTOM = 26, 46
_STEPS = 48  # points that a limit is drawn with
_SHAPES: dict[Side, str] = {"low": "triangle-down", "high": "triangle-up", "within": "circle"}
COLOURS = {"good": "#0072B2", "bad": "#B35900", "neither": "#361475", "within": "#6B6B6B"}
"""Each has 4.5:1 on white; the shape says the same."""


@dataclass(frozen=True)
class Spot:
    """One department: its name, its numbers in words, its number of cases, its value, and where it is."""

    name: str
    words: str
    n: float
    value: float
    side: Side = "within"


@dataclass(frozen=True)
class Around:
    """What surrounds the spots: the middle with its name, the limits, and the words for axis and limits."""

    centre: float
    centre_name: str
    band: Callable[[float], Limits]
    cases: str  # what the axis below counts
    inner: str
    outer: str


def funnel(
    spots: Sequence[Spot],
    around: Around,
    number: style.Format,
    count: style.Format,
    *,
    better: Literal["higher", "lower", "neither"] = "neither",
    highest: float = math.inf,
) -> go.Figure:
    """The figure. `number` and `count` write the values of the axes; no value is over `highest` (1 for a share).

    The number of cases is drawn on a logarithmic axis that is labelled in plain numbers.
    """
    first, last = min(spot.n for spot in spots) * 0.8, max(spot.n for spot in spots) * 1.25
    places = [first * (last / first) ** (step / _STEPS) for step in range(_STEPS + 1)]
    limits = [tuple(min(max(end, 0.0), highest) for end in around.band(place)) for place in places]
    steps = style.round_steps(*_range(spots, limits, around.centre))
    figure = style.base(_HEIGHT)
    for end, dash in ((0, "dash"), (1, "dash"), (2, "dot"), (3, "dot")):
        figure.add_scatter(
            x=places,
            y=[limit[end] for limit in limits],
            mode="lines",
            line={"color": style.INTERVAL, "width": 1.5, "dash": dash},
            hoverinfo="skip",
        )
    figure.add_hline(y=around.centre, line={"color": theme.AXIS, "width": 1.5}, layer="below")
    for side in ("within", "low", "high"):
        _draw(figure, [spot for spot in spots if spot.side == side], side, better)
    figure.update_layout(
        margin={"t": _TOP, "b": _BOTTOM, "l": 4, "r": 8},
        xaxis=style.axis(
            type="log",
            range=[math.log10(first), math.log10(last)],
            title={"text": style.label(around.cases), "font": theme.TICK_FONT, "standoff": 6},
            showgrid=False,
            **_ticks(first, last, count),
        ),
        yaxis=style.axis(
            tickvals=steps, ticktext=[number(step) for step in steps], range=[steps[0], _above(steps, highest)]
        ),
    )
    named = _name_lines(figure, around, places, limits, steps)
    points = [Point(spot.name, math.log10(spot.n), spot.value, spot.side != "within") for spot in spots]
    height = _HEIGHT - _TOP - _BOTTOM
    frame = Frame((math.log10(first), math.log10(last)), (steps[0], _above(steps, highest)), height)
    name_points(figure, points, frame, named)
    return figure


def _draw(figure: go.Figure, spots: Sequence[Spot], side: Side, better: str) -> None:
    """The spots on one side, in one shape and colour."""
    if not spots:
        return
    meaning = "within" if side == "within" else _meaning(side, better)
    figure.add_scatter(
        x=[spot.n for spot in spots],
        y=[spot.value for spot in spots],
        mode="markers",
        marker={
            "symbol": _SHAPES[side],
            "color": COLOURS[meaning],
            "size": 10 if side == "within" else 14,
            "line": {"color": "#FFFFFF", "width": 1},
        },
        text=[f"{style.label(spot.name)}: {style.label(spot.words)}" for spot in spots],
        hovertemplate="%{text}<extra></extra>",
    )


def _meaning(side: Side, better: str) -> str:
    if better == "neither":
        return "neither"
    return "good" if (side == "high") == (better == "higher") else "bad"


def _range(spots: Sequence[Spot], limits: Sequence[Sequence[float]], centre: float) -> tuple[float, float]:
    """What the spots and the limits of the fewest cases need; limits alone may at most double what is above zero."""
    values = [centre, *(spot.value for spot in spots)]
    top = max(values)
    return min(*values, limits[0][2]), max(top, min(2 * top, limits[0][3])) or 1.0


def _above(steps: Sequence[float], highest: float) -> float:
    """A little room over a share of 100 %, so that nothing is cut."""
    return steps[-1] * 1.03 if steps[-1] >= highest else steps[-1]


def _ticks(first: float, last: float, count: style.Format) -> dict[str, list[float] | list[str]]:
    """Plain numbers under a logarithmic axis: 10, 20, 50, or only the tens when it is long."""
    powers = range(math.floor(math.log10(first)), math.ceil(math.log10(last)) + 1)
    factors = (1, 2, 5) if last / first < 200 else (1,)
    values = [factor * 10.0**power for power in powers for factor in factors]
    inside = [value for value in values if first <= value <= last]
    return {"tickvals": inside, "ticktext": [count(value) for value in inside]}


def _name_lines(
    figure: go.Figure,
    around: Around,
    places: Sequence[float],
    limits: Sequence[Sequence[float]],
    steps: Sequence[float],
) -> list[Point]:
    """The middle is named over the drawing, so that it hides nobody; each limit at its upper line, at the left: where
    these words are."""
    name = style.note(f"— {style.label(around.centre_name)}", x=1, xref="paper", xanchor="right")
    figure.add_annotation(name | {"y": 1, "yref": "paper", "yanchor": "bottom"})
    named = []
    for end, words in ((1, around.inner), (3, around.outer)):
        seen = [(place, limit[end]) for place, limit in zip(places, limits, strict=True) if limit[end] <= steps[-1]]
        place, value = seen[min(2, len(seen) - 1)] if seen else (places[-1], steps[-1])
        spot = {"x": math.log10(place), "xanchor": "left", "y": value, "yanchor": "bottom", "font": theme.TICK_FONT}
        figure.add_annotation(style.note(style.label(words), **spot))
        named.append(Point(words, math.log10(place), value))
    return named
