"""The narrow lanes below the weeks of a control chart: what happened, what limits rest on, the period, holidays."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components import theme
from components.figures import style

LANE = 30  # pixels of a lane with words over its marks
_LINE = 16  # pixels of one more line of words
_NUMBERED = 1.5  # such a lane with numbers under its marks
_BAR = "#6B6B6B"
_TICK = {"symbol": "line-ns-open", "size": 9, "color": theme.AXIS, "line": {"width": 1.5}}
_OVER = 7  # pixels from the middle of a tick to words over or numbers under it
_PHONE = 190  # pixels of the weeks on a telephone: numbers must not touch there either
_DIGIT, _GAP = 8, 6  # pixels of a digit, and between two numbers
_EDGES = 0.33, 0.67  # parts of the width within which words are not centred over their bar


@dataclass(frozen=True)
class Lane:
    """Stretches of time as bars, with words over the last one."""

    words: str
    bars: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Happened:
    """Something that happened from `first` to `last` (as one tick when both are the same), by its number; `words`
    appear under the mouse."""

    first: int
    last: int
    number: int
    words: str


@dataclass(frozen=True)
class Below:
    """All lanes, in the order in which they are drawn from the top; the words are those over each lane."""

    happened: tuple[Happened, ...] = ()
    happened_words: str = ""
    lanes: tuple[Lane, ...] = ()
    target_words: tuple[str, ...] = ()  # in lines
    holidays: tuple[tuple[int, str], ...] = ()
    holiday_words: str = ""

    @property
    def height(self) -> float:
        """How many lanes fit in what they need together."""
        single = len(self.lanes) + bool(self.holidays)
        return single + _NUMBERED * bool(self.happened) + self.target_height

    @property
    def target_height(self) -> float:
        """How many lanes the words of the target need."""
        return 1 + (len(self.target_words) - 1) * _LINE / LANE if self.target_words else 0


def grouped(numbers: Sequence[tuple[int, int]], span: tuple[int, int]) -> list[tuple[int, str]]:
    """Where numbers stand and what they read, from (place, number) in the order of time.

    Those that would touch on a telephone become one, as "2–4".

    >>> grouped([(0, 1), (50, 2), (52, 3), (90, 4)], (0, 100))
    [(0, '1'), (50, '2–3'), (90, '4')]
    """
    pixel = (span[1] - span[0]) / _PHONE
    groups: list[tuple[int, str]] = []
    for at, number in numbers:
        if groups and at - groups[-1][0] < (_DIGIT * len(groups[-1][1]) + _GAP) * pixel:
            place, words = groups[-1]
            groups[-1] = (place, f"{words.partition('–')[0]}–{number}")
        else:
            groups.append((at, str(number)))
    return groups


def draw_numbers(figure: go.Figure, numbers: Sequence[tuple[int, int]], span: tuple[int, int], **place: object) -> None:
    """The numbers, each beginning at its place."""
    for at, words in grouped(numbers, span):
        look = style.note(f"<b>{words}</b>", x=max(at, span[0]), xanchor="left", xshift=-5)
        figure.add_annotation(look | place)


def draw_lanes(figure: go.Figure, below: Below, span: tuple[int, int]) -> None:
    """Draw all lanes on the second upright axis, which counts them from the bottom."""
    top = below.height
    if below.happened:
        _happened(figure, below, top - _NUMBERED / 2, span)
        top -= _NUMBERED
    for order, lane in enumerate(below.lanes):
        _bars(figure, lane.bars, top - 0.72, theme.FOCUS if order else _BAR, span)
        last = lane.bars[-1]
        _over(figure, lane.words, (max(last[0], span[0]), min(last[1], span[1])), top - 0.72, span, 2)
        top -= 1
    if below.target_words:
        top -= below.target_height
        words = "\n".join(below.target_words)
        _over(figure, f"- - -  {words}", (span[0], span[0]), top + 0.28, span, 2)
    if below.holidays:
        _ticks(figure, below.holidays, top - 0.72)
        _over(figure, below.holiday_words, (span[0], span[0]), top - 0.72, span, _OVER)


def _happened(figure: go.Figure, below: Below, height: float, span: tuple[int, int]) -> None:
    """Bars and ticks with their numbers under them."""
    listed = below.happened
    _bars(figure, [(one.first, one.last) for one in listed if one.first < one.last], height, _BAR, span)
    _ticks(figure, [(max(one.first, span[0]), one.words) for one in listed], height)
    _over(figure, below.happened_words, (span[0], span[0]), height, span, _OVER)
    numbers = [(one.first, one.number) for one in listed]
    draw_numbers(figure, numbers, span, y=height, yref="y2", yanchor="top", yshift=-_OVER + 2)


def _bars(
    figure: go.Figure, bars: Sequence[tuple[int, int]], height: float, colour: str, span: tuple[int, int]
) -> None:
    """All bars of a lane as one line with gaps."""
    if not bars:
        return
    figure.add_scatter(
        x=[at for first, last in bars for at in (max(first, span[0]), min(last, span[1]), None)],
        y=[at for _bar in bars for at in (height, height, None)],
        mode="lines",
        line={"color": colour, "width": 5},
        connectgaps=False,
        hoverinfo="skip",
        yaxis="y2",
    )


def _ticks(figure: go.Figure, ticks: Sequence[tuple[int, str]], height: float) -> None:
    figure.add_scatter(
        x=[at for at, _words in ticks],
        y=[height] * len(ticks),
        mode="markers",
        marker=_TICK,
        text=[style.label(words) for _at, words in ticks],
        hovertemplate="%{text}<extra></extra>",
        yaxis="y2",
    )


def _over(
    figure: go.Figure, words: str, bar: tuple[int, int], height: float, span: tuple[int, int], shift: int
) -> None:
    """Words over a bar, in lines, which begin, end or are centred with it so that they stay on the figure."""
    first, last = bar
    middle = ((first + last) / 2 - span[0]) / (span[1] - span[0])
    if middle < _EDGES[0]:
        anchor, at = "left", first
    elif middle > _EDGES[1]:
        anchor, at = "right", last
    else:
        anchor, at = "center", (first + last) // 2
    look = style.note(
        style.label(words).replace("\n", "<br>"),
        x=at,
        xanchor=anchor,
        y=height,
        yref="y2",
        yanchor="bottom",
        yshift=shift,
    )
    figure.add_annotation(look | {"font": theme.TICK_FONT})
