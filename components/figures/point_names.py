"""Names beside points: beside all of them, or most, when they have room; else beside those that matter most."""

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
_STEPS = 6  # lines that a name can be away from its point
_TRIES = 20_000
_ENOUGH = 2 / 3  # of the points with a name: fewer look as if the others were of no interest
_BEHIND = "rgba(255,255,255,0.85)"  # names lie over lines
_LINE_TO = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": style.INTERVAL, "standoff": 5}

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
    """Where a name stands from its point, as one line or broken in two; `led` to it by a thin line."""

    anchor: Literal["left", "center", "right"]
    across: int
    up: float
    lines: tuple[str, ...]
    led: bool = False

    def boxes(self, at: tuple[float, float], letter: float) -> tuple[Box, ...]:
        """What the name covers, and what its line does."""
        x, y = at[0] + self.across, at[1] + self.up
        width, half = letter * max(map(len, self.lines)) + 2, _LINE * len(self.lines) / 2
        left = {"left": x, "center": x - width / 2, "right": x - width}[self.anchor]
        name = (left, y - half, left + width, y + half)
        line = (at[0] - 1, min(y, at[1]), at[0] + 1, max(y, at[1]))
        return (name, line) if self.led else (name,)


_Choice = tuple[_Place, tuple[Box, ...]]


def _places(name: str) -> list[_Place]:
    """Beside, over and under the point, nearest first; what is further away is led to its point by a line."""
    found = []
    for steps in range(_STEPS):
        for lines in _broken(name):
            if steps == 0:
                found += [_Place("left", 9, 0, lines), _Place("right", -9, 0, lines)]
            away = _LINE * len(lines) // 2 + 5 + _LINE * steps
            for up in (away, -away):
                found += [
                    _Place("center", 0, up, lines, steps > 0),
                    _Place("left", -4, up, lines, steps > 0),
                    _Place("right", 4, up, lines, steps > 0),
                ]
    return found


def _broken(name: str) -> list[tuple[str, ...]]:
    """The name in one line and, when it has a space, in two that are about as long.

    >>> _broken("Parks and Public Space"), _broken("Parks")
    ([('Parks and Public Space',), ('Parks and', 'Public Space')], [('Parks',)])
    """
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if not spaces:
        return [(name,)]
    at = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return [(name,), (name[:at], name[at + 1 :])]


def name_points(figure: go.Figure, points: Sequence[Point], frame: Frame, taken: Sequence[Point] = ()) -> None:
    """Name all points, or most, when no name would touch another, a point, or the words at `taken`; else the strong."""
    words = [
        box
        for one in taken
        for box in _Place("left", 0, _LINE // 2, (one.name,)).boxes(frame.pixels(one.x, one.y), _LETTER)
    ]
    choices = _choices(points, frame, words) if len(points) <= MOST else []
    places = _all_places(choices) or _most_places(points, choices)
    if not places:
        _name_strong(figure, [point for point in points if point.strong], frame)
    for number, place in places.items():
        _name(figure, points[number], place)


def _choices(points: Sequence[Point], frame: Frame, words: Sequence[Box]) -> list[list[_Choice]]:
    """The places of each name in which it touches no other point and none of the words, nearest first."""
    at = [frame.pixels(point.x, point.y) for point in points]
    choices = []
    for number, point in enumerate(points):
        others = [(x - _POINT, y - _POINT, x + _POINT, y + _POINT) for n, (x, y) in enumerate(at) if n != number]
        letter = _STRONG if point.strong else _LETTER
        tried = [(place, place.boxes(at[number], letter)) for place in _places(point.name)]
        choices.append([(place, boxes) for place, boxes in tried if _free(boxes, [*others, *words], frame.height)])
    return choices


def _all_places(choices: Sequence[Sequence[_Choice]]) -> dict[int, _Place]:
    """A place for each name, found by trying; nothing when there is none."""
    order = sorted(range(len(choices)), key=lambda number: len(choices[number]))
    chosen: dict[int, _Choice] = {}
    tries = 0

    def settle(step: int) -> bool:
        nonlocal tries
        if step == len(order):
            return True
        for place, boxes in choices[order[step]]:
            tries += 1
            if tries > _TRIES:
                return False
            if not any(_touch(boxes, others) for _place, others in chosen.values()):
                chosen[order[step]] = (place, boxes)
                if settle(step + 1):
                    return True
                del chosen[order[step]]
        return False

    return {number: place for number, (place, _boxes) in chosen.items()} if settle(0) else {}


def _most_places(points: Sequence[Point], choices: Sequence[Sequence[_Choice]]) -> dict[int, _Place]:
    """A place for all strong names and for as many others as find one in turn; nothing when those are too few."""
    order = sorted(range(len(choices)), key=lambda number: (not points[number].strong, len(choices[number])))
    chosen: dict[int, _Choice] = {}
    for number in order:
        taken = [boxes for _place, boxes in chosen.values()]
        free = (choice for choice in choices[number] if not any(_touch(choice[1], others) for others in taken))
        if (choice := next(free, None)) is not None:
            chosen[number] = choice
    strong = all(number in chosen for number, point in enumerate(points) if point.strong)
    enough = strong and len(chosen) >= _ENOUGH * len(points)
    return {number: place for number, (place, _boxes) in chosen.items()} if enough else {}


def _name_strong(figure: go.Figure, points: Sequence[Point], frame: Frame) -> None:
    """On the side with room, and none over another: from the lowest, each is pushed up as far as it takes."""
    lowest = float("-inf")
    for point in sorted(points, key=lambda point: point.y):
        x, y = frame.pixels(point.x, point.y)
        lowest = max(y, lowest + _LINE)
        up, lines = lowest - y, (point.name,)
        _name(figure, point, _Place("right", -11, up, lines) if x > _PHONE / 2 else _Place("left", 11, up, lines))


def _name(figure: go.Figure, point: Point, place: _Place) -> None:
    words = "<br>".join(map(style.label, place.lines))
    look = style.note(f"<b>{words}</b>" if point.strong else words, x=point.x, y=point.y, bgcolor=_BEHIND)
    where: dict[str, object] = {"xanchor": place.anchor, "yanchor": "middle", "align": place.anchor, "borderpad": 0}
    if place.led:
        where |= _LINE_TO | {"ax": place.across, "ay": -place.up}
    else:
        where |= {"xshift": place.across, "yshift": place.up}
    figure.add_annotation(look | where | ({} if point.strong else {"font": theme.TICK_FONT}))


def _free(boxes: Sequence[Box], others: Sequence[Box], height: float) -> bool:
    left, bottom, right, top = boxes[0]
    return left >= 0 and right <= _PHONE and bottom >= 0 and top <= height and not _touch(boxes, others)


def _touch(some: Sequence[Box], others: Sequence[Box]) -> bool:
    return any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for one in some
        for other in others
    )
