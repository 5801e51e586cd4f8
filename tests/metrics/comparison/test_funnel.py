"""Who is flagged: hardly anybody by chance or ordinary variation, and true outliers."""

import numpy as np
import pytest

from metrics.comparison.funnel import FAR, Funnel, funnel
from metrics.comparison.part import Part
from tests.metrics.comparison.worlds import ORDINARY, SHARE, SIZES, parts, truths

RUNS = 8000


def drawn(seed: int, sd: float, runs: int = RUNS) -> list[Funnel[int]]:
    rng = np.random.default_rng(seed)
    return [funnel(parts(rng.binomial(SIZES, true)), share=True) for true in truths(rng, sd, runs)]


def flagged(worlds: list[Funnel[int]]) -> float:
    return float(np.mean([len(world.flagged) for world in worlds]))


def test_ordinary_variation_is_seldom_flagged() -> None:
    assert flagged(drawn(1, ORDINARY)) <= 0.2  # 0.19


def test_limits_that_know_chance_alone_would_flag_1_6_of_ten() -> None:
    rng = np.random.default_rng(2)
    counted = rng.binomial(SIZES, truths(rng, ORDINARY, 20_000))
    centre = counted.sum(axis=1, keepdims=True) / SIZES.sum()
    z = (counted / SIZES - centre) / np.sqrt(centre * (1 - centre) / SIZES)
    assert (np.abs(z) > FAR).sum(axis=1).mean() == pytest.approx(1.6, abs=0.1)


def test_equal_departments_are_hardly_ever_flagged() -> None:
    assert flagged(drawn(3, 0.0, runs=2000)) <= 0.02


def found(seed: int, sd: float, gap: float, runs: int = 1000) -> float:
    """How often a department of 150 cases, so much from the others, is flagged on its side."""
    rng = np.random.default_rng(seed)
    sizes = SIZES.copy()
    sizes[6] = 150
    hits = 0
    for true in truths(rng, sd, runs):
        true[6] = SHARE + gap
        hits += funnel(parts(rng.binomial(sizes, true), sizes), share=True).points[6].side == (
            "high" if gap > 0 else "low"
        )
    return hits / runs


@pytest.mark.parametrize("gap", [-0.2, 0.2])
def test_an_outlier_of_20_points_is_found_in_80_percent(gap: float) -> None:
    assert found(4, 0.0, gap) >= 0.8  # low 0.83, high 0.95


def test_also_when_the_others_vary_by_two_points() -> None:
    assert (found(5, 0.02, -0.2) + found(5, 0.02, 0.2)) / 2 >= 0.8  # low 0.75, high 0.93


def test_where_departments_vary_widely_20_points_are_no_outlier() -> None:
    """With a known sd of 8.3 points the limits for 150 cases lie 28 points from the middle."""
    assert 0.1 <= found(6, ORDINARY, -0.2) <= 0.4


@pytest.mark.parametrize(("departments", "least"), [(4, 0.2), (5, 0.5), (6, 0.6), (8, 0.75), (25, 0.9)])
def test_with_few_departments_and_with_many(departments: int, least: float) -> None:
    rng = np.random.default_rng(departments)
    sizes = np.geomspace(12, 600, departments).round().astype(int)
    place = int(np.abs(sizes - 150).argmin())
    sizes[place] = 150
    runs = 1000
    worlds = (funnel(parts(rng.binomial(sizes, p), sizes), share=True) for p in truths(rng, ORDINARY, runs, sizes))
    assert np.mean([len(world.flagged) for world in worlds]) <= max(0.2, 0.025 * departments)
    hits = 0
    for true in truths(rng, 0.0, runs, sizes):
        true[place] = SHARE + rng.choice([-0.2, 0.2])
        hits += place in funnel(parts(rng.binomial(sizes, true), sizes), share=True).flagged
    assert hits / runs >= least


def test_heavy_weeks_do_not_flag_either() -> None:
    """Rates by reach, whose variance is many times that of a count: the limits follow the design effect."""
    rng = np.random.default_rng(7)
    reach, spread = SIZES * 1000.0, 40.0
    flags = 0
    for _ in range(1000):
        k = rng.gamma(reach * 0.02 / spread, spread)
        world = {place: Part(float(k[place]), float(reach[place]), spread, cases=20) for place in range(10)}
        flags += len(funnel(world, share=False).flagged)
    assert flags / 1000 <= 0.1


def test_the_band_says_what_the_sides_say() -> None:
    for world in drawn(8, ORDINARY, runs=300):
        for point in world.points.values():
            _, _, lowest, highest = world.band(point.effective)
            assert (lowest <= point.value <= highest) == (point.side == "within")


def test_by_hand() -> None:
    """Three of 70 in 100: each lies at asin(sqrt(70.375 / 100.75)) = 0.98953, with variance 1 / 402; the middle has
    1 / 1206. So the 95 % limits are at 0.98953 -+ 1.96 x 0.0576: (sin(0.87664)² x 100.75 - 0.375) / 100, and upwards.
    """
    world = funnel(dict.fromkeys("abc", Part(70, 100)), share=True)
    assert world.centre == pytest.approx(0.7) and world.tau == 0.0 and world.points["a"].z == pytest.approx(0.0)
    low, high, lowest, highest = world.band(100)
    assert low == pytest.approx(0.5914, abs=2e-4) and high == pytest.approx(0.7985, abs=2e-4)
    assert lowest < low and high < highest


def test_a_large_outlier_does_not_hide_itself() -> None:
    """388 of 1,752 cases, 20 points below: it does not pull the middle down to itself."""
    rng = np.random.default_rng(9)
    hits = 0
    for true in truths(rng, 0.0, 500):
        true[8] = SHARE - 0.2
        hits += funnel(parts(rng.binomial(SIZES, true)), share=True).points[8].side == "low"
    assert hits / 500 >= 0.9  # 0.94; with the number of all together as the middle, 0.56


def test_a_design_effect_makes_a_department_smaller() -> None:
    others = {place: Part(140, 200) for place in range(9)}
    assert "x" in funnel({**others, "x": Part(105, 200)}, share=True).flagged
    world = funnel({**others, "x": Part(105, 200, spread=4.0)}, share=True)
    assert world.points["x"].side == "within" and world.points["x"].effective == 50


def test_few_cases_are_drawn_and_not_judged() -> None:
    parts_ = {place: Part(140, 200) for place in range(9)} | {"x": Part(0, 9), "y": Part(5, 5000, 1.0, cases=4)}
    world = funnel(parts_, share=True)
    assert [world.points[key].side for key in ("x", "y")] == ["too_few", "too_few"]
    assert world.points["x"].z is None and world.centre == pytest.approx(0.7)


def test_fewer_than_three_departments_are_not_judged() -> None:
    world = funnel({"a": Part(10, 200), "b": Part(190, 200), "c": Part(3, 9)}, share=True)
    assert world.reason is not None and not world.flagged
    assert world.reason.english() == ("Not judged: 2 departments have 10 cases or more, and a comparison needs 3.")


@pytest.mark.parametrize("share", [True, False])
def test_limits_that_judge_nobody_lie_around_the_line_that_is_drawn(share: bool) -> None:
    world = funnel({"a": Part(20, 100), "b": Part(40, 200)}, share=share)
    assert world.centre == pytest.approx(0.2)
    for n in (30, 60, 200):

        def place(value: float, n: int = n) -> float:
            shifted = (value * n + 0.375) / (n + 0.75) if share else value + 0.375 / n
            return float(np.arcsin(np.sqrt(shifted)) if share else np.sqrt(shifted))

        low, high, _, _ = world.band(n)
        assert (place(low) + place(high)) / 2 == pytest.approx(place(0.2))
