"""A week as a grid: a row for each weekday, a column for each hour; darker is more.

Only light tones are used, so that the numbers in the cells keep their contrast.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from components import theme
from components.figures import style

SCALE = ((0.0, "#F5F8FC"), (1.0, "#9DBFE3"))
"""From hardly any to most; dark text has 9:1 on the darkest."""
_ROW = 30
_HOURS = tuple(range(0, 24, 3))


def week(
    counts: Sequence[Sequence[float]],
    weekdays: Sequence[str],
    words: Sequence[Sequence[str]],
    staffed: Sequence[Sequence[bool]],
) -> go.Figure:
    """Seven rows of 24 counts; `words` appear under the mouse, staffed hours have a line under them."""
    figure = style.base(_ROW * len(weekdays) + 44)
    figure.add_heatmap(
        z=[list(row) for row in counts],
        text=[[style.label(cell) for cell in row] for row in words],
        hovertemplate="%{text}<extra></extra>",
        colorscale=[list(step) for step in SCALE],
        showscale=False,
        xgap=2,
        ygap=6,
    )
    for place, row in enumerate(staffed):
        for start, stop in _stretches(row):
            line = {"color": theme.FOCUS, "width": 2.5}
            figure.add_shape(type="line", x0=start - 0.45, x1=stop - 0.55, y0=place + 0.46, y1=place + 0.46, line=line)
    figure.update_layout(
        xaxis=style.axis(tickvals=list(_HOURS), ticktext=[f"{hour}:00" for hour in _HOURS], showgrid=False),
        yaxis=style.axis(
            tickvals=list(range(len(weekdays))),
            ticktext=[style.label(name) for name in weekdays],
            range=[len(weekdays) - 0.4, -0.6],
            showgrid=False,
        ),
        margin={"l": 4, "r": 4, "t": 4, "b": 24},
    )
    return figure


def _stretches(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Where runs of true begin and end (exclusive).

    >>> _stretches([False, True, True, False, True])
    [(1, 3), (4, 5)]
    """
    edges = [place for place in range(len(row) + 1) if (place and row[place - 1]) != (place < len(row) and row[place])]
    return list(zip(edges[::2], edges[1::2], strict=True))
