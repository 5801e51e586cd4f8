"""Single posts from left to right, on a scale that leaves room for the few with very much, beside what is usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

import plotly.graph_objects as go

from components import theme
from components.figures import style
from components.figures.trend import Times

MOST = 400
"""More dots than that are a cloud, and heavy to send."""

_ROOM = 6  # numbers along an axis on a telephone
_STEPS = (0, *(step * 10**power for power in range(13) for step in (1, 3)))


@dataclass(frozen=True)
class Dot:
    """One post: where it stands (milliseconds since 1970), its value (0 or more), and the words under the mouse."""

    at: int
    value: float
    words: str = ""


@dataclass(frozen=True)
class Usual:
    """What is usual: about half of other posts lie between `low` and `high`, and half of them are above `middle`."""

    low: float
    middle: float
    high: float
    name: str


def dots_in_time(dots: Sequence[Dot], usual: Usual | None, times: Times, number: style.Format) -> go.Figure:
    """A dot for each post (the newest `MOST`), over a band for what is usual. The scale is that of log(1 + value)."""
    shown = sorted(dots, key=lambda dot: dot.at)[-MOST:]
    most = max([dot.value for dot in shown] + ([usual.high] if usual else []), default=0.0)
    steps = [step for step in _STEPS if step <= most]
    steps += [step for step in _STEPS if step > most][:1]
    if len(steps) > _ROOM:
        steps = [step for step in steps if step == 0 or log10(step).is_integer()]
    top = max(_at(most), _at(steps[-1]))
    figure = style.base(300)
    if usual is not None:
        figure.add_hrect(y0=_at(usual.low), y1=_at(usual.high), fillcolor=theme.GRID, line_width=0, layer="below")
        figure.add_hline(y=_at(usual.middle), line={"color": theme.AXIS, "width": 1.5, "dash": "dash"}, layer="below")
        note = style.note(style.label(usual.name), x=1, xref="paper", xanchor="right", y=1, yref="paper")
        figure.add_annotation(note | {"yanchor": "bottom"})  # above the dots, which are everywhere
    figure.add_scatter(
        x=[dot.at for dot in shown],
        y=[round(_at(dot.value), 3) for dot in shown],
        mode="markers",
        marker={"size": 9, "color": theme.FOCUS, "line": {"color": "#FFFFFF", "width": 1}},
        text=[style.label(dot.words) for dot in shown],
        hovertemplate="%{text}<extra></extra>",
    )
    figure.update_layout(
        margin={"t": 28 if usual else 8},
        xaxis=times.axis(),
        yaxis=style.axis(
            tickvals=[_at(step) for step in steps],
            ticktext=[number(step) for step in steps],
            range=[-0.08 * top, 1.04 * top],
        ),
    )
    return figure


def _at(value: float) -> float:
    return log10(1 + value)
