"""A week as a grid: every hour in its place, a line under opening hours, words for the mouse."""

from typing import Any

from components.figures.heat import SCALE, week

DAYS = ["Monday", "<Tuesday>", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def grid(value: Any) -> list[list[Any]]:
    return [[value] * 24 for _ in range(7)]


def test_counts_and_words_are_in_their_place_and_safe() -> None:
    counts, words = grid(0), grid("")
    counts[1][8], words[1][8] = 12, "<b>Tuesday</b> 8:00: 12 questions"
    figure = week(counts, DAYS, words, grid(False))
    (heat,) = figure.data
    assert heat.z[1][8] == 12 and sum(map(sum, heat.z)) == 12
    assert heat.text[1][8] == "&lt;b&gt;Tuesday&lt;/b&gt; 8:00: 12 questions"
    assert figure.layout.yaxis.ticktext[1] == "&lt;Tuesday&gt;"
    assert figure.layout.xaxis.ticktext[:2] == ("0:00", "3:00")
    assert heat.colorscale == SCALE
    assert not figure.layout.shapes


def test_monday_is_on_top() -> None:
    low, high = week(grid(1), DAYS, grid(""), grid(False)).layout.yaxis.range
    assert low > 6 and high < 0


def test_opening_hours_have_one_line_for_each_stretch() -> None:
    there = grid(False)
    there[0] = [9 <= hour < 12 or 13 <= hour < 17 for hour in range(24)]
    there[6] = [True] * 24
    lines = week(grid(0), DAYS, grid(""), there).layout.shapes
    spans = [(round(line.x0), round(line.x1), round(line.y0 - 0.46)) for line in lines]
    assert spans == [(9, 11, 0), (13, 16, 0), (0, 23, 6)]
