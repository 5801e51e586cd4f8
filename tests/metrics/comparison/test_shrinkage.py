"""Small departments move to the middle; what is left holds the truth; nobody is told apart by chance."""

import numpy as np
import pytest

from metrics.comparison.part import Part
from metrics.comparison.shrinkage import Shrunken, shrunken
from metrics.estimate import Estimate
from metrics.histogram import histogram, median_with_interval
from tests.metrics.comparison.worlds import ORDINARY, SIZES, Floats, parts, truths

RUNS = 500


def drawn(seed: int, sd: float, runs: int = RUNS) -> list[tuple[Floats, Shrunken[int]]]:
    rng = np.random.default_rng(seed)
    worlds = []
    for true in truths(rng, sd, runs):
        counted = parts(rng.binomial(SIZES, true))
        worlds.append((true, shrunken({key: part.estimate(share=True) for key, part in counted.items()}, "share")))
    return worlds


def spread(estimates: dict[int, Estimate]) -> float:
    values = [estimate.value or 0.0 for estimate in estimates.values()]
    return max(values) - min(values)


def test_equal_departments_end_within_two_points() -> None:
    worlds = drawn(1, 0.0, runs=1000)
    assert np.mean([spread(found.raw) for _, found in worlds]) == pytest.approx(0.23, abs=0.01)
    assert np.mean([spread(found.values) for _, found in worlds]) < 0.02  # 0.015


def test_equal_departments_are_told_apart_in_at_most_5_percent() -> None:
    assert np.mean([found.distinguishable for _, found in drawn(2, 0.0, runs=1000)]) <= 0.05


def test_departments_that_differ_are_told_apart() -> None:
    assert np.mean([found.distinguishable for _, found in drawn(3, ORDINARY)]) >= 0.9


@pytest.mark.parametrize("sd", [0.0, 0.02, 0.04, ORDINARY])
def test_intervals_hold_the_truth(sd: float) -> None:
    held = np.array(
        [
            [(one.low or 0.0) <= true[key] <= (one.high or 0.0) for key, one in found.values.items()]
            for true, found in drawn(4, sd)
        ]
    )
    assert held.mean() >= 0.93
    assert held.mean(axis=0).min() >= 0.9  # for small departments and for large ones


def test_they_are_nearer_the_truth_than_the_raw_shares() -> None:
    worlds = drawn(5, ORDINARY)

    def error(which: str) -> float:
        return float(
            np.mean([(getattr(w, which)[key].value - true[key]) ** 2 for true, w in worlds for key in w.values])
        )

    assert error("values") < 0.8 * error("raw")


def medians(rng: np.random.Generator, levels: Floats, n: int = 20) -> dict[int, Estimate]:
    estimates = {}
    for key, level in enumerate(levels):
        posts = rng.lognormal(level, 1.2, n)
        estimates[key] = Estimate(
            *(lambda found: (found[0], n, *found[1:]))(median_with_interval(histogram(posts), whole=False))
        )
    return estimates


@pytest.mark.parametrize("sd", [0.0, 0.4])
def test_medians_of_skewed_numbers(sd: float) -> None:
    rng = np.random.default_rng(6)
    held, apart = [], []
    for _ in range(400):
        levels = rng.normal(3.0, sd, 10)
        found = shrunken(medians(rng, levels), "log")
        held += [(one.low or 0.0) <= np.exp(levels[key]) <= (one.high or 0.0) for key, one in found.values.items()]
        apart.append(found.distinguishable)
    assert np.mean(held) >= 0.93
    if sd == 0.0:
        assert np.mean(apart) <= 0.05


def test_by_hand() -> None:
    """1, 2 and 6 with errors of one: Q = 14, tau² = (14 - 2) / 2 = 6; each keeps 6/7 of its way from the middle."""
    raw = {
        key: Estimate(value, 30, value - 1.959964, value + 1.959964)
        for key, value in zip("abc", (1, 2, 6), strict=True)
    }
    found = shrunken(raw, "linear")
    assert [one.value for one in found.values.values()] == pytest.approx([3 - 12 / 7, 3 - 6 / 7, 3 + 18 / 7], abs=1e-4)
    assert found.whole.value == pytest.approx(3.0) and found.distinguishable
    assert found.pairs == (("c", "a"), ("c", "b"))


def test_numbers_without_an_interval_stay_out() -> None:
    raw = {key: Part(70, 100).estimate(share=True) for key in "abc"} | {"d": Estimate(0.9, 5), "e": Estimate(None)}
    found = shrunken(raw, "share")
    assert list(found.values) == ["a", "b", "c"] and list(found.raw) == list("abcde")


def test_fewer_than_three_are_not_drawn_together() -> None:
    raw = {key: Part(k, 100).estimate(share=True) for key, k in zip("ab", (20, 90), strict=True)}
    found = shrunken(raw, "share")
    assert found.values == raw and found.whole.value is None
    assert found.distinguishable and found.pairs == (("b", "a"),), "two need no middle to be told apart"
    assert found.reason is not None and found.reason.english() == (
        "Not drawn together: 2 departments have a number with an interval, and that takes 3."
    )


def test_two_that_chance_explains_are_not_told_apart() -> None:
    raw = {key: Part(k, 100).estimate(share=True) for key, k in zip("ab", (50, 60), strict=True)}
    assert shrunken(raw, "share").pairs == () == shrunken({"a": raw["a"]}, "share").pairs


def test_intervals_without_width() -> None:
    alike = shrunken(
        {key: Estimate(value, 30, value, value) for key, value in zip("abc", (1, 2, 2), strict=True)}, "log"
    )
    assert alike.reason is not None and not alike.distinguishable
    one = {"d": Estimate(2, 30, 1, 4), "e": Estimate(2, 30, 1, 4)}
    some = shrunken({**{key: Estimate(1, 30, 1, 1) for key in "abc"}, **one}, "log")
    assert some.reason is None and all(found.value is not None for found in some.values.values())
