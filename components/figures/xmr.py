"""A series with the limits of its ordinary variation, and the points that are more than that."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plotly.graph_objects import Figure

from components import theme
from components.figures import style
from components.figures.trend import Line, Mark, Times, trend


@dataclass(frozen=True)
class Limits:
    """Centre and limits as places and words; `signals` are the places in the line of points that are no chance."""

    centre: float
    low: float
    high: float
    centre_name: str
    low_name: str
    high_name: str
    signals: Collection[int] = ()


def xmr_figure(
    line: Line, limits: Limits, times: Times, number: style.Format, height: int = 300, marks: Sequence[Mark] = ()
) -> Figure:
    """The line in one panel, with its centre and limits as dashed lines; signals are diamonds, so a shape tells too."""
    figure = trend([line], times, number, height, marks)
    known = [point.value for point in line.points if point.value is not None]
    steps = style.round_steps(min(0.0, limits.low, *known), max(limits.high, *known, 0.0))
    figure.update_layout(
        yaxis=style.axis(tickvals=steps, ticktext=[number(step) for step in steps], range=[steps[0], steps[-1]]),
        margin={"r": 110},
    )
    for value, name, dash in (
        (limits.centre, limits.centre_name, "solid"),
        (limits.low, limits.low_name, "dash"),
        (limits.high, limits.high_name, "dash"),
    ):
        figure.add_hline(y=value, line={"color": theme.AXIS, "width": 1.2, "dash": dash}, layer="below")
        side = style.note(style.label(name), x=1, xref="paper", xanchor="left", xshift=6)
        figure.add_annotation(side | {"y": value, "yanchor": "middle"})
    marked = [line.points[place] for place in sorted(limits.signals) if line.points[place].value is not None]
    figure.add_scatter(
        x=[point.at for point in marked],
        y=[point.value for point in marked],
        mode="markers",
        marker={"size": 11, "symbol": "diamond", "color": theme.FOCUS, "line": {"color": "#FFFFFF", "width": 1}},
        hoverinfo="skip",
    )
    return figure
