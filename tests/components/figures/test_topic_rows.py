"""Topics under each other: bars from zero with intervals, and small lines on scales of their own."""

import pytest

from components.figures.topic_rows import TopicRow, topic_rows

ROWS = [
    TopicRow("Parking <b>", "Roads & Streets", ("18% (16% to 20%)", "rose"), 0.18, 0.16, 0.2, (0.1, 0.2, 0.4)),
    TopicRow("Waste", "", ("9% (7% to 11%)",), 0.09, 0.07, 0.11, (0.0, 0.05)),
]


def test_names_and_numbers_are_escaped_and_in_order() -> None:
    texts = [note.text for note in topic_rows(ROWS, str).layout.annotations]
    assert texts == [
        "<b>Parking &lt;b&gt;</b> · Roads &amp; Streets<br>18% (16% to 20%)<br>rose",
        "<b>Waste</b><br>9% (7% to 11%)",
    ]


def test_bars_start_at_zero_and_have_their_intervals() -> None:
    figure = topic_rows(ROWS, str)
    bars = figure.data[0]
    assert (list(bars.x), list(bars.y)) == ([0.18, 0.09], [0, 1])
    assert list(bars.error_x.array) == pytest.approx([0.02, 0.02])
    assert list(bars.error_x.arrayminus) == pytest.approx([0.02, 0.02])
    first, last = figure.layout.xaxis.range
    assert first == 0 and last >= 0.2


def test_small_lines_reach_their_own_top_and_do_not_touch() -> None:
    line = topic_rows(ROWS, str).data[1]
    assert list(line.x) == [0, 0.5, 1, None, 0, 1, None], "from left to right, with a gap between two topics"
    heights = list(line.y)
    assert heights[3] is None and heights[6] is None
    top, foot = heights[2], heights[4]
    assert top == pytest.approx(0 - (foot - 1)), "the highest point of each is as far above its row as zero is below"
    assert heights[5] == pytest.approx(1 - (foot - 1))
    assert max(heights[:3]) < min(heights[4:6])


def test_nothing_to_draw() -> None:
    silent = TopicRow("Waste", "", (), 0.0, 0.0, 0.0, (0.0, 0.0))
    assert list(topic_rows([silent], str).data[1].y)[:2] == pytest.approx([0.11, 0.11])
    assert len(topic_rows([], str).data[0].x or ()) == 0
