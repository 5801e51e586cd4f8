"""Estimates under each other: what the numbers tell when chance is taken out of them, and open beside it the count.

A department with few cases is drawn towards the others as far as chance alone could have brought it. Rows keep the
order they are given in.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from components import theme
from components.figures import rows, style
from components.figures.rows import Row


def caterpillar(
    drawn: Sequence[Row], number: style.Format, whole: tuple[str, float] | None = None, *, seconds: bool = False
) -> go.Figure:
    """Filled dots with intervals for the estimates, open ones for what was counted (`Row.counted`)."""
    figure = rows.dots(drawn, number, whole, seconds=seconds)
    counted = [(place, row.counted) for place, row in enumerate(drawn) if row.counted is not None]
    open_dot = {"symbol": "circle-open", "color": theme.AXIS, "size": 9, "line": {"width": 1.5}}
    figure.add_scatter(
        x=[value for _, value in counted],
        y=[place for place, _ in counted],
        mode="markers",
        marker=open_dot,
        hoverinfo="skip",
    )
    return figure
