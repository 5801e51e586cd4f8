"""The look that all figures share: type, colours with enough contrast, axes with few and round numbers."""

import math
from collections.abc import Callable
from html import escape
from typing import Any

import plotly.graph_objects as go

from components import theme

INTERVAL = "#6F86A6"  # 3.7:1 on white: thin lines that carry meaning
BASELINE = "#848E9E"
DASHES = ("solid", "dash", "dot", "dashdot")  # so that no line is told apart by colour alone
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}

Format = Callable[[float], str]


def base(height: int) -> go.Figure:
    """An empty figure in the house style; the page is scrolled, not the figure."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
        font=theme.FONT,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        hoverlabel={"bgcolor": "#FFFFFF", "bordercolor": BASELINE, "font": theme.FONT},
    )
    return figure


def axis(**more: Any) -> dict[str, Any]:
    """An axis: dark 12 px labels, thin grid, no zooming."""
    look = {
        "tickfont": theme.TICK_FONT,
        "gridcolor": theme.GRID,
        "zeroline": False,
        "linecolor": BASELINE,
        "fixedrange": True,
        "automargin": True,
    }
    return look | more


def note(text: str, **more: Any) -> dict[str, Any]:
    """A text on the figure, without an arrow. `text` must be safe (`label`)."""
    return {"text": text, "showarrow": False, "font": theme.FONT, "align": "left"} | more


def label(text: str) -> str:
    """A name from the data, safe in Plotly's little HTML.

    >>> label("Parks & <b>Roads</b>")
    'Parks &amp; &lt;b&gt;Roads&lt;/b&gt;'
    """
    return escape(text, quote=False)


def round_steps(low: float, high: float, at_most: int = 5) -> list[float]:
    """Round numbers that cover a range, for an axis.

    >>> round_steps(0, 7.3)
    [0.0, 2.0, 4.0, 6.0, 8.0]
    >>> round_steps(0, 0)
    [0.0, 0.25, 0.5, 0.75, 1.0]
    """
    if high <= low:
        high = low + 1
    rough = (high - low) / (at_most - 1)
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(float(index * step), 12) for index in range(first, last + 1)]
