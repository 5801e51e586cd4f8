"""Things side by side, one row each: a dot with its interval, or a bar from zero.

The name and the number stand above their row, so that it needs no legend, no hover and no room for long names beside
it; it reads the same on a telephone. Rows keep the order they are given in: values are never ranked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components import theme
from components.figures import style

_ROW = 62  # pixels a row takes: two lines of text and the drawing


@dataclass(frozen=True)
class Row:
    """One department, platform or account: its name and its number in words, and the number itself.

    `value` is None when there is nothing to draw; `words` then says why ("7 posts: too few"). `counted` is a second
    value that is drawn too, as `components.figures.caterpillar` does.
    """

    name: str
    words: str
    value: float | None
    low: float | None = None
    high: float | None = None
    counted: float | None = None


def dots(
    rows: Sequence[Row], number: style.Format, reference: tuple[str, float] | None = None, *, seconds: bool = False
) -> go.Figure:
    """Dots with 95 % intervals on one axis; `reference` is a dashed line with its label, such as the whole city.

    With `seconds` the axis is labelled in whole minutes, hours or days.
    """
    figure = _rows(rows, number, "dots", reference, style.time_steps if seconds else style.round_steps)
    drawn = [(place, row) for place, row in enumerate(rows) if row.value is not None]
    figure.add_scatter(
        x=[row.value for _, row in drawn],
        y=[place for place, _ in drawn],
        mode="markers",
        marker={"color": theme.FOCUS, "size": 11, "line": {"color": "#FFFFFF", "width": 1}},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [_gap(row.value, row.high) for _, row in drawn],
            "arrayminus": [_gap(row.low, row.value) for _, row in drawn],
            "color": style.INTERVAL,
            "thickness": 3,
            "width": 0,
        },
        text=[f"{style.label(row.name)}: {style.label(row.words)}" for _, row in drawn],
        hovertemplate="%{text}<extra></extra>",
    )
    return figure


def bars(rows: Sequence[Row], number: style.Format) -> go.Figure:
    """Bars from zero, for counts."""
    figure = _rows(rows, number, "bars", None)
    drawn = [(place, row) for place, row in enumerate(rows) if row.value is not None]
    figure.add_bar(
        x=[row.value for _, row in drawn],
        y=[place for place, _ in drawn],
        orientation="h",
        width=0.3,
        marker={"color": theme.FOCUS},
        text=[f"{style.label(row.name)}: {style.label(row.words)}" for _, row in drawn],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
    )
    return figure


def pairs(rows: Sequence[tuple[Row, float | None]], number: style.Format, top: float) -> go.Figure:
    """Two bars from zero in each row: the row's own number open and striped, the second one, below it, filled.

    The axis ends at `top`, so that the same length means the same on every page.
    """
    figure = _rows([row for row, _ in rows], number, "bars", None)
    stripes = {"shape": "/", "fgcolor": theme.FOCUS, "bgcolor": "#FFFFFF", "size": 6, "solidity": 0.25}
    looks = (
        (-0.01, {"color": "#FFFFFF", "pattern": stripes, "line": {"color": theme.FOCUS, "width": 1.5}}),
        (0.17, {"color": theme.FOCUS, "line": {"color": theme.FOCUS, "width": 1.5}}),
    )
    for shift, marker in looks:
        values = [row.value if shift < 0 else second for row, second in rows]
        drawn = [(place, value) for place, value in enumerate(values) if value is not None]
        figure.add_bar(
            x=[value for _, value in drawn],
            y=[place + shift for place, _ in drawn],
            orientation="h",
            width=0.14,
            marker=marker,
            text=[f"{style.label(rows[place][0].name)}: {style.label(rows[place][0].words)}" for place, _ in drawn],
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
        )
    steps = style.round_steps(0, top)
    figure.update_layout(
        barmode="overlay",
        xaxis={"tickvals": steps, "ticktext": [number(step) for step in steps], "range": [0, top * 1.02]},
    )
    return figure


def _rows(
    rows: Sequence[Row],
    number: style.Format,
    kind: Literal["dots", "bars"],
    reference: tuple[str, float] | None,
    spaced: Callable[[float, float], list[float]] = style.round_steps,
) -> go.Figure:
    """The frame: the axis below, and over each row its name and its number in words"""
    steps = spaced(*_range(rows, reference))
    figure = style.base(height=_ROW * len(rows) + 44 + (22 if reference else 0))
    for place, row in enumerate(rows):
        text = f"<b>{style.label(row.name)}</b><br>{style.label(row.words)}"
        spot = {"x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 8}
        figure.add_annotation(style.note(text, bgcolor="#FFFFFF", borderpad=0, **spot))
    if reference:
        text, value = reference
        figure.add_vline(x=value, line={"color": theme.AXIS, "width": 1.5, "dash": "dash"}, layer="below")
        anchor = _anchor((value - steps[0]) / (steps[-1] - steps[0]))
        look = style.note(style.label(text), x=value, xanchor=anchor, yref="paper", y=1, yanchor="bottom")
        figure.add_annotation(look)
    figure.update_layout(
        margin={"t": 30 if reference else 8, "b": 24, "l": 8, "r": 8},
        xaxis=style.axis(
            tickvals=steps,
            ticktext=[number(step) for step in steps],
            range=[steps[0] - 0.02 * (steps[-1] - steps[0]) * (kind == "dots"), steps[-1] * 1.02],
        ),
        yaxis={"visible": False, "range": [len(rows) - 0.7, -0.75], "fixedrange": True},
    )
    return figure


def _range(rows: Sequence[Row], reference: tuple[str, float] | None) -> tuple[float, float]:
    """From zero (or the lowest, when something is below zero) to the highest end of an interval."""
    ends = [end for row in rows for end in (row.value, row.low, row.high, row.counted) if end is not None]
    ends += [reference[1]] if reference else []
    return min([0.0, *ends]), max([0.0, *ends])


def _anchor(place: float) -> Literal["left", "center", "right"]:
    """So that words at this part of the width stay on the figure, on a telephone too."""
    return "left" if place < 1 / 3 else "right" if place > 2 / 3 else "center"


def _gap(low: float | None, high: float | None) -> float:
    return 0.0 if low is None or high is None else max(high - low, 0.0)
