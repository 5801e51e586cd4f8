"""Rows side by side: in the order given, with intervals, from zero."""

import json

from components.figures.rows import Row, bars, dots, pairs

ROWS = [
    Row("Parks", "4 (3 to 5), 214 posts", 4.0, 3.0, 5.0),
    Row("Roads & <Traffic>", "2 (1 to 6), 12 posts", 2.0, 1.0, 6.0),
    Row("Youth", "Too few posts: 5 of the 8 needed.", None),
]


def test_rows_keep_their_order_and_say_their_numbers() -> None:
    figure = dots(ROWS, str)
    texts = [note.text for note in figure.layout.annotations]
    assert texts == [
        "<b>Parks</b><br>4 (3 to 5), 214 posts",
        "<b>Roads &amp; &lt;Traffic&gt;</b><br>2 (1 to 6), 12 posts",
        "<b>Youth</b><br>Too few posts: 5 of the 8 needed.",
    ]
    assert list(figure.data[0].y) == [0, 1]


def test_dots_have_their_intervals() -> None:
    error = dots(ROWS, str).data[0].error_x
    assert (list(error.arrayminus), list(error.array)) == ([1.0, 1.0], [1.0, 4.0])


def test_the_name_of_a_reference_stays_on_the_figure() -> None:
    def anchor(value: float) -> str:
        return [note.xanchor for note in dots(ROWS, str, ("All together", value)).layout.annotations][-1]

    assert [anchor(value) for value in (0.5, 3.0, 5.8)] == ["left", "center", "right"]


def test_times_are_labelled_in_whole_days() -> None:
    days = dots(
        [Row("Parks", "2 days", 170_000.0, 90_000.0, 360_000.0)], lambda value: f"{value / 86_400:g}", seconds=True
    )
    assert list(days.layout.xaxis.ticktext) == ["0", "2", "4", "6"]


def test_the_axis_starts_at_zero_and_reaches_the_widest_interval() -> None:
    for figure in (dots(ROWS, str), bars(ROWS, str)):
        first, last = figure.layout.xaxis.range
        assert first <= 0 < 6 <= last
    assert bars(ROWS, str).layout.xaxis.range[0] == 0


def test_below_zero_is_drawn_too() -> None:
    assert dots([Row("Parks", "-2", -2.0)], str).layout.xaxis.range[0] <= -2


def test_the_reference_is_labelled() -> None:
    figure = dots(ROWS, str, ("All together: 3", 3.0))
    assert "All together: 3" in [note.text for note in figure.layout.annotations]
    assert figure.layout.shapes[0].x0 == 3.0


def test_labels_are_dark_and_large_enough() -> None:
    figure = dots(ROWS, str)
    assert figure.layout.xaxis.tickfont.size >= 12
    assert figure.layout.xaxis.tickfont.color == "#3D4757"
    assert not figure.layout.showlegend


def test_a_chart_of_many_departments_is_light() -> None:
    many = [Row(f"Department {k}", "4 (3 to 5), 214 posts", 4.0, 3.0, 5.0) for k in range(30)]
    assert len(json.dumps(dots(many, str).to_plotly_json(), default=list)) < 50_000


def test_pairs_differ_by_pattern_and_place_and_share_one_axis() -> None:
    rows = [(Row("Strategy", "62 and 51", 62.0), 51.0), (Row("<b>", "no score", None), None), (Row("C", "0", 0.0), 0.0)]
    figure = pairs(rows, str, 100)
    claimed, left = figure.data
    assert (list(claimed.x), list(left.x)) == ([62, 0], [51, 0])
    assert claimed.marker.pattern.shape == "/" and left.marker.pattern.shape is None
    assert all(second - first > claimed.width for first, second in zip(claimed.y, left.y, strict=True))
    assert figure.layout.xaxis.range[0] == 0 and list(figure.layout.xaxis.tickvals)[-1] == 100
    texts = [note.text for note in figure.layout.annotations]
    assert texts[1] == "<b>&lt;b&gt;</b><br>no score" and len(texts) == 3
