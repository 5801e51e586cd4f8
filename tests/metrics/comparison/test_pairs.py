"""Pairs that differ clearly, when many stand side by side."""

import numpy as np

from metrics.comparison.pairs import clear_differences
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.reasons import too_few_posts


def share(part: int, n: int) -> Estimate:
    return Estimate(part / n, n, *wilson(part, n), platforms=("x",))


def test_the_surest_pair_comes_first() -> None:
    numbers = {"Parks": share(360, 400), "Roads": share(120, 400), "Water": share(200, 400)}
    assert clear_differences(numbers)[0] == ("Parks", "Roads")
    assert len(clear_differences(numbers)) == 3


def test_numbers_without_interval_or_value_are_in_no_pair() -> None:
    numbers = {
        "Parks": share(9, 10),
        "Roads": Estimate(0.1, 400, platforms=("x",)),
        "Water": Estimate(None, 3, reason=too_few_posts(3, 8)),
    }
    assert clear_differences(numbers) == []


def test_equal_departments_seldom_differ_although_every_pair_is_tried() -> None:
    rng = np.random.default_rng(3)
    worlds = [{str(k): share(int(part), 60) for k, part in enumerate(rng.binomial(60, 0.4, 8))} for _ in range(300)]
    assert np.mean([bool(clear_differences(world)) for world in worlds]) <= 0.06


def over(**platforms: tuple[int, int]) -> tuple[Estimate, dict[str, Estimate]]:
    """A share over several platforms, and the same on each of them."""
    part, n = (sum(column) for column in zip(*platforms.values(), strict=True))
    whole = Estimate(part / n, n, *wilson(part, n), platforms=tuple(platforms))
    return whole, {code: Estimate(k / m, m, *wilson(k, m), platforms=(code,)) for code, (k, m) in platforms.items()}


def pairs(**departments: tuple[Estimate, dict[str, Estimate]]) -> list[tuple[str, str]]:
    numbers = {name: whole for name, (whole, _inside) in departments.items()}
    return clear_differences(numbers, {name: inside for name, (_whole, inside) in departments.items()})


def test_answers_over_several_platforms_differ_when_they_do_on_the_same_platforms() -> None:
    parks, roads = over(facebook=(160, 200), x=(50, 100)), over(facebook=(40, 80), x=(20, 100))
    assert pairs(Parks=parks, Roads=roads) == [("Parks", "Roads")]
    assert clear_differences({"Parks": parks[0], "Roads": roads[0]}) == []


def test_a_difference_that_only_comes_from_the_platforms_is_none() -> None:
    parks, roads = over(facebook=(160, 200), x=(4, 20)), over(facebook=(17, 20), x=(44, 200))
    assert (parks[0].value or 0.0) - (roads[0].value or 0.0) > 0.3
    assert pairs(Parks=parks, Roads=roads) == []


def test_departments_on_different_platforms_are_not_told_apart() -> None:
    assert pairs(Parks=over(facebook=(160, 200)), Roads=over(x=(40, 200))) == []
