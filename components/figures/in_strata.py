"""Two departments inside each stratum (each platform, each weekday), and under them both together.

Where they change places together, the reader sees it: each has its own shape, which stands before its name too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components import theme
from components.figures import style

_ROW = 102  # pixels a row takes: three lines of text and the drawing
_APART = 0.09
_LOOKS = (("●", "circle", theme.CATEGORICAL[0]), ("◆", "diamond", theme.CATEGORICAL[2]))


@dataclass(frozen=True)
class One:
    """The number of one of the two in a stratum, in words and as a value with its interval."""

    words: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Stratum:
    """A stratum by name, with the numbers of both; `whole` marks the row of all strata together."""

    name: str
    both: tuple[One, One]
    whole: bool = False


def in_strata(strata: Sequence[Stratum], number: style.Format) -> go.Figure:
    """The figure: a row for each stratum in the order given, with both numbers on one axis."""
    ends = [end for row in strata for one in row.both for end in (one.value, one.low, one.high) if end is not None]
    steps = style.round_steps(min([0.0, *ends]), max([0.0, *ends]))
    figure = style.base(height=_ROW * len(strata) + 36)
    for place, row in enumerate(strata):
        signs = [f"{sign} {style.label(one.words)}" for (sign, _, _), one in zip(_LOOKS, row.both, strict=True)]
        text = "<br>".join([f"<b>{style.label(row.name)}</b>", *signs])
        spot = {"x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 12}
        figure.add_annotation(style.note(text, **spot))
        if row.whole and place:
            line = {"color": style.BASELINE, "width": 1}
            figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=place - 0.76, y1=place - 0.76, line=line)
    for who, (_, symbol, colour) in enumerate(_LOOKS):
        _draw(figure, [row.both[who] for row in strata], (-_APART, _APART)[who], symbol, colour)
    figure.update_layout(
        margin={"t": 4, "b": 24, "l": 8, "r": 8},
        xaxis=style.axis(
            tickvals=steps,
            ticktext=[number(step) for step in steps],
            range=[steps[0] - 0.02 * (steps[-1] - steps[0]), steps[-1] * 1.02],
        ),
        yaxis={"visible": False, "range": [len(strata) - 0.7, -0.86], "fixedrange": True},
    )
    return figure


def _draw(figure: go.Figure, of_one: Sequence[One], shift: float, symbol: str, colour: str) -> None:
    figure.add_scatter(
        x=[one.value for one in of_one],
        y=[place + shift for place in range(len(of_one))],
        mode="markers",
        marker={"symbol": symbol, "color": colour, "size": 11, "line": {"color": "#FFFFFF", "width": 1}},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [max((one.high or one.value) - one.value, 0.0) for one in of_one],
            "arrayminus": [max(one.value - (one.value if one.low is None else one.low), 0.0) for one in of_one],
            "color": style.INTERVAL,
            "thickness": 2.5,
            "width": 0,
        },
        text=[style.label(one.words) for one in of_one],
        hovertemplate="%{text}<extra></extra>",
    )
