"""The control chart: levels in steps, points by shape and colour, numbers that do not touch, few bytes."""

import gzip
from itertools import pairwise
from typing import Any

import pytest

from components.figures.control import Control, Restart, control_figure, spread, values_of
from components.figures.control_lanes import Below, Happened, Lane, grouped
from components.figures.control_multiples import MOST_PANELS, Panel, control_multiples
from components.figures.control_multiples import values_of as values_of_panels
from components.figures.control_parts import LOOKS, Dot, Limits, Shape
from components.figures.scales import linear, ratios
from components.figures.trend import Times

WEEK = 7 * 86_400_000
TIMES = Times((0, 2 * WEEK), ("Jan 2024", "Jun 2024"))
SHAPES: tuple[Shape, ...] = tuple(LOOKS)


def dots(*values: float | None) -> tuple[Dot, ...]:
    return tuple(Dot(place * WEEK, value, words=f"week {place}") for place, value in enumerate(values))


def level(n: int, low: float | None = 1.0, high: float | None = 9.0) -> Limits:
    return Limits(tuple(place * WEEK for place in range(n)), (5.0,) * n, (low,) * n, (high,) * n)


def drawn(control: Control) -> list[Any]:
    return list(control_figure(control, TIMES, str, linear(values_of(control))).data)


def test_a_level_of_years_is_two_points_and_a_step_keeps_its_place() -> None:
    same = drawn(Control(dots(*[5.0] * 99), (level(99),)))
    assert [len(line.x) for line in same[:3]] == [2, 2, 2]
    moved = Limits(tuple(place * WEEK for place in range(6)), (1.0, 1.0, 1.0, 4.0, 4.0, 4.0), (None,) * 6, (None,) * 6)
    line = drawn(Control(dots(*[5.0] * 6), (moved,)))[0]
    assert list(line.x) == [0, 2 * WEEK, 3 * WEEK, 5 * WEEK] and line.line.shape == "hvh"


def test_a_run_chart_has_its_middle_and_no_limits() -> None:
    lines = [one for one in drawn(Control(dots(1.0, 2.0), (level(2, None, None),))) if one.mode == "lines"]
    assert len(lines) == 2, "the middle, and the weeks"


def test_kinds_of_points_differ_in_shape_and_in_colour() -> None:
    points = tuple(Dot(place * WEEK, 1.0, shape) for place, shape in enumerate(SHAPES))
    marks = [one for one in drawn(Control(points)) if one.mode == "markers"]
    assert len({one.marker.symbol for one in marks}) == len(SHAPES)
    looks = {shape: LOOKS[shape][:2] for shape in ("improving", "concerning", "usual", "neutral")}
    assert looks == {
        "improving": ("triangle-up", "#0072B2"),
        "concerning": ("triangle-down", "#B35900"),
        "usual": ("circle", "#6B6B6B"),
        "neutral": ("diamond", "#361475"),
    }


def test_a_week_without_a_number_is_a_gap() -> None:
    (line,) = [one for one in drawn(Control(dots(1.0, None, 3.0))) if one.mode == "lines"]
    assert list(line.y) == [1.0, None, 3.0] and line.connectgaps is False


def test_many_events_become_groups_of_numbers_that_do_not_touch() -> None:
    span, phone = (0, 150 * WEEK), 190
    groups = grouped([(place * WEEK, place + 1) for place in range(150)], span)
    for (at, text), (later, _text) in pairwise(groups):
        assert (later - at) / span[1] * phone >= 8 * len(text), "eight pixels for each letter"
    words = [text for _at, text in groups]
    assert words[0].startswith("1–") and words[-1].endswith("150") and 4 <= len(words) <= 8
    assert grouped([(0, 1), (100 * WEEK, 2)], span) == [(0, "1"), (100 * WEEK, "2")], "few keep their own"


def test_names_of_levels_that_lie_close_are_pushed_apart_in_order() -> None:
    low, usual, high, target = spread([1.0, 1.0, 1.1, 9.0], 0.5)
    assert low < usual < high < target == 9.0


def test_names_and_words_from_outside_stay_text() -> None:
    hostile = "<b onmouseover=alert(1)>x</b>"
    control = Control(
        dots(1.0, 2.0),
        ends=((1.0, hostile),),
        below=Below((Happened(0, 0, 1, hostile),), hostile, (Lane(hostile, ((0, WEEK),)),), hostile, ((0, hostile),)),
    )
    figure = control_figure(control, TIMES, str, linear(values_of(control)))
    assert "<b onmouseover" not in figure.to_json()


def test_grey_stretches_and_the_target_lie_behind_the_weeks() -> None:
    control = Control(dots(1.0, 2.0), target=8.0, below=Below(target_words=("Target: 8",)), missing=((0, WEEK),))
    figure = control_figure(control, TIMES, str, linear(values_of(control)))
    grey, target = figure.layout.shapes
    assert (grey.fillcolor, grey.layer) == ("#E3E3E3", "below")
    assert (target.line.dash, target.line.color, target.y0) == ("dash", "#3D3D3D", 8.0)
    assert figure.layout.yaxis.range[1] >= 8.0
    assert [note.text for note in figure.layout.annotations] == ["- - -  Target: 8"]


def test_years_of_weeks_are_few_bytes() -> None:
    n = 157
    values = [1000.123456 * (1 + place % 9) for place in range(n)]
    points = tuple(
        Dot(1_700_000_000_000 + k * WEEK, v, SHAPES[k % 5], f"week of {k} June 2026: {v}, above the limits")
        for k, v in enumerate(values)
    )
    ats = tuple(dot.at for dot in points)
    moving = Limits(ats, tuple(values), tuple(v * 0.7 for v in values), tuple(v * 1.3 for v in values))
    restarts = tuple(Restart(at, number) for number, at in enumerate(ats[::8], 1))
    happened = tuple(Happened(at, at + 2 * WEEK, number, f"Event {at}") for number, at in enumerate(ats, 21))
    holidays = tuple((at, f"Public holiday {at}") for at in ats[::4])
    below = Below(happened, "events", (), "Target", holidays, "public holidays")
    control = Control(points, (moving,), ((1.0, "low"),), 900.0, restarts, below)
    whole = control_figure(control, TIMES, str, ratios(values_of(control))).to_json()
    assert len(gzip.compress(whole.encode())) < 50_000
    panels = [Panel(f"Department {k}", "ordinary variation", points, (moving,)) for k in range(MOST_PANELS)]
    small = control_multiples(panels, TIMES, str, ratios(values_of_panels(panels))).to_json()
    assert len(gzip.compress(small.encode())) < 50_000


def test_panels_share_their_axes_and_too_many_are_refused() -> None:
    panels = [
        Panel("Parks", "improving", dots(1.0, 2.0), shape="improving"),
        Panel("Roads", "", (), empty="Nothing yet."),
    ]
    figure = control_multiples(panels, TIMES, str, linear(values_of_panels(panels)))
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range and figure.layout.xaxis2.matches == "x"
    assert {note.text for note in figure.layout.annotations} == {
        '<b>Parks</b><br><span style="color:#0072B2">▲</span> improving',
        "<b>Roads</b>",
        "Nothing yet.",
    }
    with pytest.raises(ValueError, match="12"):
        control_multiples([panels[0]] * 13, TIMES, str, linear([1.0]))


def test_axes_of_ratios_are_labelled_in_plain_numbers() -> None:
    scale = ratios([2, 480])
    assert scale.place(100) - scale.place(10) == pytest.approx(scale.place(1000) - scale.place(100), abs=0.1)
    assert {10.0, 100.0} <= set(scale.steps)
    for values in ([0, 0], [7, 7], [0, 0.4], [3, 1e9], [0.0001], [999, 1000]):
        found = ratios(values)
        assert len(found.steps) >= 2 and found.range[0] < found.range[1]
        assert all(found.range[0] <= found.place(value) <= found.range[1] for value in values)
