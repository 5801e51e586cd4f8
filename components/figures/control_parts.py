"""What a control chart is drawn from: the weeks, their points by kind, and the limits of ordinary variation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components.figures import style
from components.figures.scales import Scale

Shape = Literal["usual", "improving", "concerning", "neutral", "part"]
LOOKS: dict[Shape, tuple[str, str, int]] = {
    "usual": ("circle", "#6B6B6B", 4),
    "improving": ("triangle-up", "#0072B2", 12),
    "concerning": ("triangle-down", "#B35900", 12),
    "neutral": ("diamond", "#361475", 11),
    "part": ("circle-open", "#6B6B6B", 7),  # a week that is not over, or not of all accounts
}
"""Symbol, colour and size of each kind of point: shape and colour say the same."""

GLYPHS: dict[Shape, str] = {
    "usual": "●",
    "improving": "▲",
    "concerning": "▼",
    "neutral": "◆",
    "part": "○",
}
"""The same shapes as letters, for words on a figure."""

WEEK = 7 * 86_400_000  # milliseconds
LIMIT = "#6F86A6"
_LEVEL = 4  # points of a level limit; one that moves each week is dotted, so that its steps can be seen


@dataclass(frozen=True)
class Dot:
    """A week: where it stands (milliseconds since 1970), its number, what kind of point it is, words for the mouse."""

    at: int
    value: float | None
    shape: Shape = "usual"
    words: str = ""


@dataclass(frozen=True)
class Limits:
    """Centre and limits for each week of a stretch; None where there are none (a run chart has no limits)."""

    ats: tuple[int, ...]
    centre: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]


def draw_points(figure: go.Figure, dots: Sequence[Dot], scale: Scale, axis: str = "", *, said: bool = True) -> None:
    """The line through the weeks, and their points: one trace for each kind that is there."""
    place = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
    for shape, (symbol, colour, size) in LOOKS.items():
        shown = [dot for dot in dots if dot.shape == shape and dot.value is not None]
        if not shown:
            continue
        words = [style.label(dot.words) for dot in shown]
        hover = {"text": words, "hovertemplate": "%{text}<extra></extra>"} if said else {"hoverinfo": "skip"}
        figure.add_scatter(
            x=[dot.at for dot in shown],
            y=[scale.place(dot.value or 0.0) for dot in shown],
            mode="markers",
            marker={"symbol": symbol, "color": colour, "size": size, "line": _edge(shape)},
            **hover,
            **place,
        )


def _edge(shape: Shape) -> dict[str, object]:
    """A white edge lifts signals off the line; many small points would dissolve in it."""
    match shape:
        case "usual":
            return {"width": 0}
        case "part":
            return {"width": 2}
        case _:
            return {"color": "#FFFFFF", "width": 1}


def draw_line(figure: go.Figure, dots: Sequence[Dot], scale: Scale, axis: str = "") -> None:
    """The line through the weeks; a week without a number is a gap."""
    figure.add_scatter(
        x=[dot.at for dot in dots],
        y=[None if dot.value is None else scale.place(dot.value) for dot in dots],
        mode="lines",
        line={"color": "#6B6B6B", "width": 1.5},
        connectgaps=False,
        hoverinfo="skip",
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
    )


def draw_limits(figure: go.Figure, one: Limits, scale: Scale, axis: str = "") -> None:
    """Centre and limits as steps: level as long as they stay the same."""
    for values, is_limit in ((one.centre, False), (one.low, True), (one.high, True)):
        ats, ys = _steps(one.ats, values)
        if ys:
            dash = "solid" if not is_limit else "dash" if len(ys) <= _LEVEL else "dot"
            figure.add_scatter(
                x=ats,
                y=[None if y is None else scale.place(y) for y in ys],
                mode="lines",
                line={"color": LIMIT, "width": 1.4, "dash": dash, "shape": "hvh"},
                connectgaps=False,
                hoverinfo="skip",
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
            )


def _steps(ats: Sequence[int], values: Sequence[float | None]) -> tuple[list[int], list[float | None]]:
    """Only the weeks at which a level begins or ends: years of equal limits are two points."""
    if not any(value is not None for value in values):
        return [], []
    kept = [
        place
        for place, value in enumerate(values)
        if not 0 < place < len(values) - 1 or values[place - 1] != value or values[place + 1] != value
    ]
    return [ats[place] for place in kept], [values[place] for place in kept]
