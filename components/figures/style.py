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


_TIMES = (60, 300, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800, 345_600, 604_800)


def time_steps(low: float, high: float, at_most: int = 5) -> list[float]:
    """The same for times in seconds: whole minutes, hours, days or weeks, which people can read.

    >>> [step / 3600 for step in time_steps(0, 90 * 3600)]
    [0.0, 24.0, 48.0, 72.0, 96.0]
    """
    rough = (high - low) / (at_most - 1)
    step = next((one for one in _TIMES if one >= rough * 0.999), None)
    if step is None:
        return round_steps(low, high, at_most)
    first, last = math.floor(low / step + 1e-9), max(math.ceil(high / step - 1e-9), 1)
    return [float(index * step) for index in range(first, last + 1)]
