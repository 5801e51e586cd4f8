"""Names beside points: all when none touches another, else the strong ones; never off the figure."""

import plotly.graph_objects as go
import pytest

from components.figures.point_names import MOST, Frame, Point, name_points

WIDTH, HEIGHT = 270, 300
FRAME = Frame((0, WIDTH), (0, HEIGHT), HEIGHT)  # a pixel is one


def named(points: list[Point], taken: tuple[Point, ...] = ()) -> dict[str, tuple[float, float, float, float]]:
    """Where each name is, as left, bottom, right, top."""
    figure = go.Figure()
    name_points(figure, points, FRAME, taken)
    boxes = {}
    for note in figure.layout.annotations:
        lines = note.text.removeprefix("<b>").removesuffix("</b>").split("<br>")
        across, up = (note.ax, -note.ay) if note.showarrow else (note.xshift, note.yshift)
        width, x, y = 6.5 * max(map(len, lines)), note.x + across, note.y + up
        left = {"left": x, "center": x - width / 2, "right": x - width}[note.xanchor]
        boxes[note.text.replace("<br>", " ")] = (left, y - 8 * len(lines), left + width, y + 8 * len(lines))
    return boxes


def touching(boxes: list[tuple[float, float, float, float]]) -> bool:
    return any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for place, one in enumerate(boxes)
        for other in boxes[:place]
    )


def test_all_have_their_name_inside_the_figure_and_none_touches() -> None:
    points = [Point(f"Department {k}", 30 + 70 * (k % 4), 20 + 24 * k, k == 3) for k in range(10)]
    boxes = named(points)
    assert len(boxes) == 10 and "<b>Department 3</b>" in boxes and "Department 4" in boxes
    assert not touching(list(boxes.values()))
    assert all(left >= 0 and right <= WIDTH and low >= 0 and top <= HEIGHT for left, low, right, top in boxes.values())


def test_points_that_lie_close_get_names_on_other_sides() -> None:
    boxes = named([Point("Parks", 130, 150), Point("Roads", 140, 152), Point("Water", 135, 158)])
    assert len(boxes) == 3 and not touching(list(boxes.values()))


def test_a_long_name_is_broken_where_it_would_touch() -> None:
    figure = go.Figure()
    points = [Point("Safety and Law Enforcement", 135, 20), Point("Parks", 135, 40)]
    name_points(figure, points, FRAME)
    assert "Safety and Law<br>Enforcement" in [note.text for note in figure.layout.annotations]


def test_a_name_that_is_further_away_is_led_to_its_point() -> None:
    figure = go.Figure()
    points = [Point(f"Department {k}", 100 + 14 * k, 150) for k in range(6)]
    name_points(figure, points, FRAME)
    led = [note for note in figure.layout.annotations if note.showarrow]
    assert len(figure.layout.annotations) == 6 and led
    assert all(abs(note.ay) > 25 for note in led) and not touching(list(named(points).values()))


def test_most_are_named_where_not_all_have_room() -> None:
    points = [Point(f"Department {k}", 60, 30 + 60 * k, k == 3) for k in range(4)]
    boxes = named([*points, Point("Environmentalinspectionandlawenforcementoffice", 200, 100)])
    assert set(boxes) == {"Department 0", "Department 1", "Department 2", "<b>Department 3</b>"}


@pytest.mark.parametrize("n", [MOST, MOST + 1])
def test_without_room_only_the_strong_are_named(n: int) -> None:
    heap = [Point(f"Department {k}", 130 + k, 20 + k, k < 2) for k in range(n)]
    assert list(named(heap)) == ["<b>Department 0</b>", "<b>Department 1</b>"]
    assert not touching(list(named(heap).values()))


def test_too_many_are_never_all_named() -> None:
    spread = [Point(str(k), 20 + 15 * k, 20 + 20 * k) for k in range(MOST + 1)]
    assert named(spread) == {} and len(named(spread[:-1])) == MOST


def test_names_keep_off_the_names_of_lines() -> None:
    free = named([Point("Parks", 100, 150)])["Parks"]
    pushed = named([Point("Parks", 100, 150)], (Point("99.8%", 105, 142),))["Parks"]
    assert free[0] > 100 and pushed != free


def test_names_from_outside_stay_text() -> None:
    assert list(named([Point("<b onmouseover=x>", 60, 150)])) == ["&lt;b onmouseover=x&gt;"]
