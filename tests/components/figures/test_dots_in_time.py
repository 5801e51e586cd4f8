"""Single posts over time: zero has a place, the scale fits, and many posts stay light on the wire."""

import gzip

import pytest

from components.figures.dots_in_time import MOST, Dot, Usual, dots_in_time
from components.figures.trend import Times

TIMES = Times((0, 86_400_000), ("1 Jan", "2 Jan"))


def test_zero_and_very_much_are_on_the_figure() -> None:
    figure = dots_in_time([Dot(0, 0.0), Dot(86_400_000, 999.0)], Usual(9.0, 99.0, 999.0, "usual"), TIMES, str)
    assert list(figure.data[0].y) == [0.0, 3.0]
    low, high = figure.layout.yaxis.range
    assert low < 0 and high > 3
    assert figure.layout.annotations[0].text == "usual"


@pytest.mark.parametrize("value", [0.0, 1.0, 7.0, 45.0, 200.0, 1e6, 5e7])
def test_every_scale_has_a_few_round_steps(value: float) -> None:
    figure = dots_in_time([Dot(0, value)], None, TIMES, "{:.0f}".format)
    steps = list(figure.layout.yaxis.ticktext)
    assert steps[0] == "0" and 1 < len(steps) <= 10
    assert figure.layout.yaxis.range[0] <= figure.data[0].y[0] <= figure.layout.yaxis.range[1]


def test_the_newest_posts_are_drawn_and_words_are_safe() -> None:
    many = [
        Dot(n * 86_400_000, float(n * 37 % 5000), f"<b>{n} September 2026: {n * 37 % 5000}</b>") for n in range(3000)
    ]
    figure = dots_in_time(many, None, TIMES, str)
    assert len(figure.data[0].x) == MOST and figure.data[0].x[-1] == 2999 * 86_400_000
    assert all("<b>" not in text for text in figure.data[0].text)
    assert len(gzip.compress(figure.to_json().encode())) < 50_000
