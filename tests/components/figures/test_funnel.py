"""A funnel: limits as lines with names, who is outside by name and shape."""

import gzip
import math
from itertools import pairwise
from typing import Any

import pytest

from components.figures.funnel import COLOURS, Around, Spot, funnel

SPOTS = [
    Spot("Parks", "40% (36% to 44%), 600 questions", 600, 0.4, "low"),
    Spot("Roads & <Traffic>", "90% (80% to 95%), 60 questions", 60, 0.9, "high"),
    Spot("Water", "68% (60% to 75%), 150 questions", 150, 0.68),
    Spot("Youth", "75% (47% to 91%), 12 questions", 12, 0.75),
]


def band(n: float) -> tuple[float, float, float, float]:
    error = math.sqrt(0.7 * 0.3 / n)
    return 0.7 - 1.96 * error, 0.7 + 1.96 * error, 0.7 - 3.09 * error, 0.7 + 3.09 * error


AROUND = Around(0.7, "The middle: 70%", band, "Questions", "95%", "99.8%")


def percent(value: float) -> str:
    return f"{value:.0%}"


def drawn(spots: list[Spot] = SPOTS, **more: Any) -> Any:
    return funnel(spots, AROUND, percent, lambda n: f"{n:,.0f}", highest=1.0, **more)


def test_outside_has_a_shape_a_colour_and_a_bold_name() -> None:
    figure = drawn(better="higher")
    texts = [note.text for note in figure.layout.annotations]
    assert "<b>Parks</b>" in texts and "<b>Roads &amp; &lt;Traffic&gt;</b>" in texts
    assert {"Water", "Youth"} <= set(texts), "with room, the others are named too"
    marks = {trace.marker.symbol: trace for trace in figure.data if trace.mode == "markers"}
    assert set(marks) == {"circle", "triangle-down", "triangle-up"}
    assert marks["triangle-down"].marker.color == COLOURS["bad"]
    assert marks["triangle-up"].marker.color == COLOURS["good"]
    assert list(marks["circle"].x) == [150, 12]


@pytest.mark.parametrize(("better", "low"), [("higher", "bad"), ("lower", "good"), ("neither", "neither")])
def test_the_colour_says_which_side_is_good(better: str, low: str) -> None:
    (mark,) = [trace for trace in drawn(better=better).data if trace.marker.symbol == "triangle-down"]
    assert mark.marker.color == COLOURS[low]


def test_limits_are_lines_that_stay_within_what_a_share_can_be() -> None:
    figure = drawn()
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert [line.line.dash for line in lines] == ["dash", "dash", "dot", "dot"]
    assert all(0 <= value <= 1 for line in lines for value in line.y)
    low, high = lines[0].y, lines[1].y
    assert high[0] - low[0] > high[-1] - low[-1], "narrower with more cases"
    texts = [note.text for note in figure.layout.annotations]
    assert {"95%", "99.8%", "— The middle: 70%"} <= set(texts)


def test_the_axis_of_cases_is_logarithmic_in_plain_numbers() -> None:
    axis = drawn().layout.xaxis
    assert axis.type == "log"
    assert list(axis.ticktext) == ["10", "20", "50", "100", "200", "500"]
    long = drawn([Spot("A", "", 1_000, 0.5), Spot("B", "", 4_000_000, 0.6)])
    assert list(long.layout.xaxis.ticktext) == ["1,000", "10,000", "100,000", "1,000,000"]


def test_names_that_would_touch_are_pushed_apart() -> None:
    near = [Spot(f"Department {k}", "", 400, 0.4 + k / 1000, "low") for k in range(4)]
    figure = drawn([*near, *[Spot(f"Water {k}", "", 150, 0.7) for k in range(9)]])
    assert not [note.text for note in figure.layout.annotations if "Water" in note.text], "all, or those outside"
    low, high = figure.layout.yaxis.range
    pixels = (360 - 72) / (high - low)
    heights = [note.y * pixels + note.yshift for note in figure.layout.annotations if "<b>" in note.text]
    assert all(above - below > 16.9 for below, above in pairwise(heights))


def test_one_size_and_equal_values_are_drawn() -> None:
    figure = drawn([Spot("A", "", 50, 0.0), Spot("B", "", 50, 0.0)])
    assert all(math.isfinite(end) for end in (*figure.layout.xaxis.range, *figure.layout.yaxis.range))


def test_a_funnel_of_many_departments_is_light() -> None:
    sides = ("low", "high", "within", "within", "within")
    many = [
        Spot(
            f"Department of Roads {k}",
            "64.4% (59.3% to 69.2%), 1,360 questions",
            12 + 30 * k,
            0.5 + k / 100,
            sides[k % 5],
        )
        for k in range(25)
    ]
    assert len(gzip.compress(drawn(many).to_json().encode())) < 50_000
