"""Planted reversals are found, null data raise no false alarm, and standardised intervals hold the truth."""

import numpy as np
import pytest

from metrics.comparison.paradox import Reversal, reversals
from metrics.comparison.part import Part
from metrics.comparison.standardised import standardised
from tests.metrics.comparison.worlds import Floats, Ints

FACEBOOK = {"A": Part(60, 10_000), "B": Part(240, 30_000)}
INSTAGRAM = {"A": Part(2_400, 40_000), "B": Part(700, 10_000)}
BOTH = {"A": Part(2_460, 50_000), "B": Part(940, 40_000)}
MIX = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.4, 0.3, 0.3], [0.2, 0.6, 0.2]])
"""What part of the cases of four departments is on each of three platforms."""


def test_the_example_of_the_manual_is_found() -> None:
    """B wins on both platforms (0.8 against 0.6 %, 7 against 6 %) and loses overall (2.35 against 4.9 %)."""
    [found] = reversals(BOTH, {"facebook": FACEBOOK, "instagram": INSTAGRAM})
    assert (found.higher, found.lower, found.everywhere) == ("A", "B", True)
    assert found.pooled.value == pytest.approx(0.0492 - 0.0235)
    at_mix = standardised({"facebook": FACEBOOK, "instagram": INSTAGRAM})
    # 40 of 90 thousand on Facebook: 4/9 x 0.6 % + 5/9 x 6 % and 4/9 x 0.8 % + 5/9 x 7 %
    assert (at_mix["A"].value, at_mix["B"].value) == (pytest.approx(0.0360), pytest.approx(0.04244, abs=1e-5))
    assert found.standardised.value == pytest.approx(-0.00644, abs=1e-5)


def test_so_it_is_as_a_rate() -> None:
    assert len(reversals(BOTH, {"facebook": FACEBOOK, "instagram": INSTAGRAM}, share=False)) == 1


def test_a_tenth_of_the_evidence_is_not_enough() -> None:
    def tenth(parts: dict[str, Part]) -> dict[str, Part]:
        return {key: Part(part.k, part.n, spread=20.0) for key, part in parts.items()}

    assert reversals(tenth(BOTH), {"facebook": tenth(FACEBOOK), "instagram": tenth(INSTAGRAM)}) == ()


def test_the_same_order_inside_is_no_reversal() -> None:
    assert reversals(BOTH, {"instagram": INSTAGRAM}) == ()  # one stratum that both have
    swapped = {"A": FACEBOOK["B"], "B": FACEBOOK["A"]}, {"A": INSTAGRAM["B"], "B": INSTAGRAM["A"]}
    pooled = {"A": Part(3_640, 80_000), "B": Part(160, 50_000)}
    assert reversals(pooled, dict(zip("fi", swapped, strict=True))) == ()


def check(rng: np.random.Generator, rates: Floats, sizes: Ints) -> tuple[Reversal[int, int], ...]:
    """One check of four departments; `rates` are the true shares by department and stratum."""
    cells = np.maximum((MIX * sizes[:, None]).astype(int), 1)
    counted = rng.binomial(cells, rates)
    pooled = {d: Part(int(counted[d].sum()), int(cells[d].sum())) for d in range(4)}
    strata = {s: {d: Part(int(counted[d, s]), int(cells[d, s])) for d in range(4)} for s in range(3)}
    return reversals(pooled, strata)


@pytest.mark.parametrize("rates", [(0.5, 0.5, 0.5), (0.2, 0.5, 0.8), (0.02, 0.05, 0.1)])
def test_departments_that_are_equal_inside_seldom_raise_an_alarm(rates: tuple[float, ...]) -> None:
    rng = np.random.default_rng(1)
    alarms = [bool(check(rng, np.tile(rates, (4, 1)), rng.integers(40, 1500, 4))) for _ in range(400)]
    assert np.mean(alarms) <= 0.03


def test_planted_reversals_are_found() -> None:
    """The second is worse on each platform by 10 points, and better overall as it is where people answer more."""
    rng = np.random.default_rng(2)
    rates = np.tile((0.3, 0.5, 0.8), (4, 1))
    rates[1] -= 0.1
    found = [check(rng, rates, np.full(4, 1000)) for _ in range(400)]
    assert np.mean([any((one.higher, one.lower) == (1, 0) for one in told) for told in found]) >= 0.8


@pytest.mark.parametrize(
    ("rates", "sizes", "least"),
    [
        ((0.2, 0.5, 0.8), (30, 60, 100, 40), 0.94),
        ((0.2, 0.5, 0.8), (200, 400, 800, 1500), 0.94),
        ((0.03, 0.05, 0.1), (200, 400, 800, 1500), 0.94),
        ((0.03, 0.05, 0.1), (30, 60, 100, 40), 0.92),  # strata of three cases, of which one in twenty counts
    ],
)
def test_standardised_intervals_hold_the_truth(rates: tuple[float, ...], sizes: tuple[int, ...], least: float) -> None:
    rng = np.random.default_rng(3)
    cells = np.maximum((MIX * np.array(sizes)[:, None]).astype(int), 1)
    truth = float(np.array(rates) @ (cells.sum(axis=0) / cells.sum()))
    held = []
    for _ in range(600):
        counted = rng.binomial(cells, np.tile(rates, (4, 1)))
        strata = {s: {d: Part(int(counted[d, s]), int(cells[d, s])) for d in range(4)} for s in range(3)}
        held += [(one.low or 0) <= truth <= (one.high or 0) for one in standardised(strata).values()]
    assert least <= np.mean(held) <= 0.99


def test_only_strata_that_all_have_count() -> None:
    strata = {
        "f": {"A": Part(5, 20), "B": Part(10, 20)},
        "x": {"A": Part(19, 20)},
        "i": {"A": Part(0, 0), "B": Part(3, 9)},
    }
    found = standardised(strata)
    assert (found["A"].value, found["B"].value, found["A"].n) == (0.25, 0.5, 20)
    assert standardised(strata, among=["A"])["A"].value == pytest.approx(24 / 40)


def test_without_a_stratum_in_common_there_is_nothing() -> None:
    assert standardised({"f": {"A": Part(5, 20)}, "x": {"B": Part(5, 20)}}) == {} == standardised({})


def test_unknown_spread_in_a_stratum_leaves_no_interval() -> None:
    unknown = Part(5, 200, float("inf"), 10)
    found = standardised({"f": {"A": unknown, "B": Part(9, 200)}}, share=False)
    assert found["A"].value == pytest.approx(0.025) and found["A"].low is None and found["B"].low is not None
