"""Topics under each other: a bar from zero with its interval, and beside it how the topic did week by week.

Name and numbers in words stand above the drawing, as in `components.figures.rows`. Each small line has its own scale:
it shows when a topic was busy, not how busy it was beside the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components import theme
from components.figures import style

_ROW = 112  # pixels a row takes: four lines of text and the drawing
_ABOVE = 17  # pixels from the middle of the drawing to the text
_HALF = 0.11  # half the height of a drawing, in rows
_BARS, _LINES = (0.0, 0.66), (0.72, 1.0)


@dataclass(frozen=True)
class TopicRow:
    """One topic: its name and what belongs to it, its numbers in words (a line each), and the numbers themselves.

    `steps` are its shares week by week (or month by month).
    """

    name: str
    beside: str
    words: tuple[str, ...]
    share: float
    low: float
    high: float
    steps: tuple[float, ...]


def topic_rows(rows: Sequence[TopicRow], number: style.Format) -> go.Figure:
    """The figure, one row for each topic in the order given."""
    figure = style.base(height=_ROW * len(rows) + 40)
    for place, row in enumerate(rows):
        beside = f" · {style.label(row.beside)}" if row.beside else ""
        text = "<br>".join([f"<b>{style.label(row.name)}</b>{beside}", *map(style.label, row.words)])
        spot = {"x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": _ABOVE}
        figure.add_annotation(style.note(text, **spot))
    figure.add_bar(
        x=[row.share for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        width=2 * _HALF * 0.8,
        marker={"color": theme.FOCUS},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [row.high - row.share for row in rows],
            "arrayminus": [row.share - row.low for row in rows],
            "color": style.INTERVAL,
            "thickness": 2.5,
            "width": 4,
        },
        text=[style.label(": ".join([row.name, *row.words[:1]])) for row in rows],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
    )
    across, down = _small_lines(rows)
    look = {"color": theme.AXIS, "width": 1.6}
    figure.add_scatter(x=across, y=down, xaxis="x2", mode="lines", line=look, connectgaps=False, hoverinfo="skip")
    steps = style.round_steps(0.0, max((row.high for row in rows), default=0.0), at_most=4)
    figure.update_layout(
        margin={"t": 84, "b": 24, "l": 8, "r": 8},
        xaxis=style.axis(
            domain=list(_BARS), tickvals=steps, ticktext=[number(step) for step in steps], range=[0, steps[-1] * 1.02]
        ),
        xaxis2={"domain": list(_LINES), "visible": False, "fixedrange": True, "range": [-0.02, 1.02], "anchor": "y"},
        yaxis={"visible": False, "range": [len(rows) - 0.8, -0.2], "fixedrange": True},
    )
    return figure


def _small_lines(rows: Sequence[TopicRow]) -> tuple[list[float | None], list[float | None]]:
    """All small lines as one, with gaps in between: from left to right, and from the foot of each row up."""
    across: list[float | None] = []
    down: list[float | None] = []
    for place, row in enumerate(rows):
        highest = max(row.steps, default=0.0) or 1.0
        for number, share in enumerate(row.steps):
            across.append(number / max(len(row.steps) - 1, 1))
            down.append(place + _HALF - 2 * _HALF * share / highest)
        across.append(None)
        down.append(None)
    return across, down
