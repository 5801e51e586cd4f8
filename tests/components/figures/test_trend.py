"""Lines over time: gaps, parts of weeks, shared axes, few bytes."""

import pytest

from components.figures.trend import Line, Mark, Point, Times, trend

WEEK = 7 * 86_400_000
TIMES = Times((0, 2 * WEEK), ("1 Jan", "15 Jan"))


def line(name: str, *values: float | None, cut: int | None = None, high: float | None = None) -> Line:
    """A line of these values, one a week; the week `cut` is not whole."""
    return Line(
        name,
        tuple(Point(k * WEEK, value, None if high is None else 0.0, high, k != cut) for k, value in enumerate(values)),
    )


def test_a_week_without_a_number_is_a_gap() -> None:
    drawn = trend([line("Parks", 1.0, None, 3.0)], TIMES, str).data[0]
    assert list(drawn.y) == [1.0, None, 3.0]
    assert drawn.connectgaps is False


def test_a_week_that_is_cut_short_is_open_and_dotted() -> None:
    figure = trend([line("Parks", 1.0, 2.0, 3.0, cut=2)], TIMES, str)
    whole, dotted, part = figure.data
    assert list(whole.y) == [1.0, 2.0, None]
    assert (list(dotted.y), dotted.line.dash) == ([2.0, 3.0], "dot")
    assert (list(part.y), part.marker.color) == ([3.0], "#FFFFFF")


def test_lines_are_named_at_their_ends_and_told_apart_without_colour() -> None:
    figure = trend([line("Parks", 1.0, 2.0), line("Roads", 1.0, 2.0)], TIMES, str)
    assert sorted(note.text for note in figure.layout.annotations) == ["Parks", "Roads"]
    heights = sorted(note.y for note in figure.layout.annotations)
    assert heights[0] < heights[1], "names of lines that end together are pushed apart"
    assert len({drawn.line.dash for drawn in figure.data}) == 2


def test_five_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be told apart"):
        trend([line(str(k), 1.0) for k in range(5)], TIMES, str)


def test_one_wide_interval_does_not_flatten_the_lines() -> None:
    figure = trend([line("Parks", 1.0, 2.0, high=500.0)], TIMES, str)
    assert figure.layout.yaxis.range[1] <= 10


def test_what_happened_is_a_line_with_its_name_at_the_top() -> None:
    mark = Mark(WEEK, "New norm: <b>within 4 hours</b>")
    figure = trend([line("Parks", 1.0, 2.0, 3.0)], TIMES, str, marks=[mark])
    (shape,) = figure.layout.shapes
    assert (shape.x0, shape.x1, shape.line.dash) == (WEEK, WEEK, "dot")
    (note,) = figure.layout.annotations
    assert (note.text, note.x, note.yref, note.y) == ("New norm: &lt;b&gt;within 4 hours&lt;/b&gt;", WEEK, "paper", 1)
    bare = trend([line("Parks", 1.0, 2.0, 3.0)], TIMES, str)
    assert figure.layout.margin.t > bare.layout.margin.t, "the name has room above the panel"
    assert not bare.layout.shapes
