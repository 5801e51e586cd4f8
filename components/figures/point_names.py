"""Names beside points: beside all of them when they have room, else beside those that matter most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components import theme
from components.figures import style

MOST = 12
"""More names are a cloud of words."""

_PHONE = 270  # pixels across on a telephone: names that do not touch there do so nowhere
_LETTER, _STRONG, _LINE = 6.5, 7.5, 17  # pixels of a letter, of a bold one, and between two names
_POINT = 7  # pixels that a point needs around its middle
_TRIES = 4_000
_BEHIND = "rgba(255,255,255,0.85)"  # names lie over lines

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in pixels."""


@dataclass(frozen=True)
class Point:
    """A point on the axes; `strong` ones always have their name."""

    name: str
    x: float
    y: float
    strong: bool = False


@dataclass(frozen=True)
class Frame:
    """The ends of both axes, and how many pixels the upright one has."""

    x: tuple[float, float]
    y: tuple[float, float]
    height: float

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """Where a place is on a telephone."""
        across, up = ((at - low) / (high - low) for at, (low, high) in ((x, self.x), (y, self.y)))
        return across * _PHONE, up * self.height


@dataclass(frozen=True)
class _Place:
    """A name to the left or to the right of its point, and how far from it."""

    anchor: Literal["left", "right"]
    across: int
    up: int

    def box(self, at: tuple[float, float], width: float) -> Box:
        x, y = at[0] + self.across, at[1] + self.up
        left = x if self.anchor == "left" else x - width
        return left, y - _LINE / 2, left + width, y + _LINE / 2


_PLACES = (
    *(_Place("left", 9, 0), _Place("right", -9, 0)),
    *(_Place(anchor, across, up) for up in (13, -13) for anchor, across in (("left", -4), ("right", 4))),
)


def name_points(figure: go.Figure, points: Sequence[Point], frame: Frame, taken: Sequence[Point] = ()) -> None:
    """Name all points when no name would touch another, a point, or the words at `taken`; else the strong ones."""
    words = [_Place("left", 0, _LINE // 2).box(frame.pixels(one.x, one.y), _width(one)) for one in taken]
    places = _all_places(points, frame, words) if len(points) <= MOST else None
    if places is None:
        _name_strong(figure, [point for point in points if point.strong], frame)
        return
    for point, place in zip(points, places, strict=True):
        _name(figure, point, place.anchor, place.across, place.up)


def _all_places(points: Sequence[Point], frame: Frame, words: Sequence[Box]) -> list[_Place] | None:
    """A place for each name, found by trying; None when there is none."""
    at = [frame.pixels(point.x, point.y) for point in points]
    choices = []
    for number, point in enumerate(points):
        others = [(x - _POINT, y - _POINT, x + _POINT, y + _POINT) for n, (x, y) in enumerate(at) if n != number]
        boxes = [(place, place.box(at[number], _width(point))) for place in _PLACES]
        choices.append([(place, box) for place, box in boxes if _free(box, [*others, *words], frame.height)])
    order = sorted(range(len(points)), key=lambda number: len(choices[number]))
    chosen: dict[int, tuple[_Place, Box]] = {}
    tries = 0

    def settle(step: int) -> bool:
        nonlocal tries
        if step == len(order):
            return True
        for place, box in choices[order[step]]:
            tries += 1
            if tries > _TRIES:
                return False
            if not any(_touch(box, other) for _place, other in chosen.values()):
                chosen[order[step]] = (place, box)
                if settle(step + 1):
                    return True
                del chosen[order[step]]
        return False

    return [chosen[number][0] for number in range(len(points))] if settle(0) else None


def _name_strong(figure: go.Figure, points: Sequence[Point], frame: Frame) -> None:
    """On the side with room, and none over another: from the lowest, each is pushed up as far as it takes."""
    lowest = float("-inf")
    for point in sorted(points, key=lambda point: point.y):
        x, y = frame.pixels(point.x, point.y)
        lowest = max(y, lowest + _LINE)
        at_left = x > _PHONE / 2
        _name(figure, point, "right" if at_left else "left", -11 if at_left else 11, lowest - y)


def _name(figure: go.Figure, point: Point, anchor: str, across: int, up: float) -> None:
    words = style.label(point.name)
    look = style.note(f"<b>{words}</b>" if point.strong else words, x=point.x, y=point.y, bgcolor=_BEHIND)
    font = {} if point.strong else {"font": theme.TICK_FONT}
    figure.add_annotation(look | font | {"xanchor": anchor, "xshift": across, "yshift": up, "borderpad": 0})


def _width(point: Point) -> float:
    return (_STRONG if point.strong else _LETTER) * len(point.name) + 2


def _free(box: Box, others: Sequence[Box], height: float) -> bool:
    inside = box[0] >= 0 and box[2] <= _PHONE and box[1] >= 0 and box[3] <= height
    return inside and not any(_touch(box, other) for other in others)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
