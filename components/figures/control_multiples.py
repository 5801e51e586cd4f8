"""The same number of several departments over the weeks, a small panel each, with the limits of its own variation."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.figures import style
from components.figures.control_parts import (
    GLYPHS,
    LOOKS,
    WEEK,
    Dot,
    Limits,
    Shape,
    draw_limits,
    draw_line,
    draw_points,
)
from components.figures.scales import Scale
from components.figures.trend import Times

MOST_PANELS = 12
"""More panels are longer than anybody scrolls."""

_PANEL, _HEAD, _FOOT = 118, 50, 42  # pixels of one panel, of its name and words above it, of the dates below the last


@dataclass(frozen=True)
class Panel:
    """One department: its name, what its weeks say in a few words with their shape, its weeks; `empty` says why there
    are none."""

    name: str
    words: str
    dots: tuple[Dot, ...]
    limits: tuple[Limits, ...] = ()
    empty: str = ""
    shape: Shape = "usual"


def values_of(panels: Sequence[Panel]) -> list[float]:
    """Every value that the shared axis must have room for."""
    drawn = [dot.value for panel in panels for dot in panel.dots]
    for panel in panels:
        for one in panel.limits:
            drawn += [*one.centre, *one.low, *one.high]
    return [value for value in drawn if value is not None]


def control_multiples(panels: Sequence[Panel], times: Times, number: style.Format, scale: Scale) -> go.Figure:
    """Panels under each other with the same axes, so that weeks line up; at least one has a week.

    Raises `ValueError` for too many.
    """
    if len(panels) > MOST_PANELS:
        raise ValueError(f"{len(panels)} panels are longer than anybody scrolls; draw at most {MOST_PANELS}")
    height = len(panels) * (_PANEL + _HEAD)
    figure = style.base(height + _FOOT)
    for order, panel in enumerate(panels):
        name = "" if order == 0 else str(order + 1)
        top = 1 - (order * (_PANEL + _HEAD) + _HEAD) / height
        domain = [max(top - _PANEL / height, 0), top]
        _axes(figure, name, order == len(panels) - 1, domain, times, scale.axis(number))
        for one in panel.limits:
            draw_limits(figure, one, scale, name)
        draw_line(figure, panel.dots, scale, name)
        draw_points(figure, panel.dots, scale, name, said=False)
        _words(figure, panel, domain)
    ats = [dot.at for panel in panels for dot in panel.dots]
    figure.update_layout(margin={"t": 0, "b": _FOOT, "l": 4, "r": 8}, xaxis_range=[min(ats) - WEEK, max(ats) + WEEK])
    return figure


def _axes(
    figure: go.Figure, name: str, last: bool, domain: list[float], times: Times, values: dict[str, object]
) -> None:
    matched = "x" if name else None
    across = times.axis(stacked=True, anchor=f"y{name}", matches=matched, showticklabels=last)
    upright = style.axis(**values, domain=domain, anchor=f"x{name}")
    figure.update_layout({f"xaxis{name}": across, f"yaxis{name}": upright})


def _words(figure: go.Figure, panel: Panel, domain: Sequence[float]) -> None:
    """Name and, under it, finding above a panel; in it, why there is nothing to draw."""
    head = f"<b>{style.label(panel.name)}</b>"
    if panel.words:
        colour = LOOKS[panel.shape][1]
        head += f'<br><span style="color:{colour}">{GLYPHS[panel.shape]}</span> {style.label(panel.words)}'
    title = style.note(head, x=0, xref="paper", xanchor="left", yref="paper")
    figure.add_annotation(title | {"y": domain[1], "yanchor": "bottom", "yshift": 7})
    if panel.empty:
        reason = style.note(style.label(panel.empty), x=0, xref="paper", xanchor="left", xshift=40, yref="paper")
        figure.add_annotation(reason | {"y": sum(domain) / 2})
