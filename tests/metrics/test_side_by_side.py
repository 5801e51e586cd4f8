"""Pairs that differ clearly, when many stand side by side."""

import numpy as np

from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.reasons import too_few_posts
from metrics.side_by_side import clear_differences


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
