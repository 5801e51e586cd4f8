"""Estimates with intervals filled, counted values open, in the order they come in."""

import gzip

from components.figures.caterpillar import caterpillar
from components.figures.rows import Row

ROWS = [
    Row("Parks", "61% (54% to 68%), 12 questions; counted 75%", 0.61, 0.54, 0.68, 0.75),
    Row("Roads", "60% (58% to 62%), 900 questions; counted 59%", 0.60, 0.58, 0.62, 0.59),
    Row("Youth", "Too few questions: 5 of the 10 needed.", None),
]


def test_estimates_are_filled_and_counted_values_open() -> None:
    estimates, counted = caterpillar(ROWS, str, ("The middle: 60%", 0.6)).data
    assert (list(estimates.x), list(estimates.y)) == ([0.61, 0.60], [0, 1])
    assert (list(counted.x), list(counted.y)) == ([0.75, 0.59], [0, 1])
    assert counted.marker.symbol == "circle-open" and estimates.marker.symbol is None


def test_the_axis_reaches_what_was_counted() -> None:
    first, last = caterpillar(ROWS, str).layout.xaxis.range
    assert first <= 0 and last >= 0.75


def test_rows_keep_their_order_and_the_middle_has_a_name() -> None:
    figure = caterpillar(ROWS, str, ("The middle: 60%", 0.6))
    texts = [note.text for note in figure.layout.annotations]
    assert [text.split("</b>")[0] for text in texts[:3]] == ["<b>Parks", "<b>Roads", "<b>Youth"]
    assert texts[3] == "The middle: 60%"


def test_many_departments_are_light() -> None:
    many = [Row(f"Department of Roads {k}", ROWS[0].words, 0.61, 0.54, 0.68, 0.75) for k in range(25)]
    assert len(gzip.compress(caterpillar(many, str).to_json().encode())) < 50_000
