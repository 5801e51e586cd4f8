"""The XmR chart: limits by hand, each rule by hand, and false alarms on stable series."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from metrics.change.xmr import Rule, Scale, xmr

STEADY = [10.0, 12.0] * 6  # mean 11, every moving range 2: limits 11 ± 2.6596 x 2; it ends above the mean


def signals(*after: float) -> list[dict[Rule, int]]:
    return list(xmr([*STEADY, *after], baseline=12).signals[12:])


def test_limits_by_hand() -> None:
    chart = xmr(STEADY, baseline=12)
    assert (chart.centre, chart.baseline) == (11, 12)
    assert (chart.low, chart.high) == (pytest.approx(11 - 2 * 3 / 1.128), pytest.approx(11 + 2 * 3 / 1.128))
    assert not any(chart.signals)


def test_new_points_do_not_move_the_limits() -> None:
    assert xmr([*STEADY, 90, 95, 99], baseline=12).high == xmr(STEADY, baseline=12).high


def test_on_the_log_scale_the_limits_are_not_even() -> None:
    values = [float(np.expm1(x)) for x in (2, 3) * 6]
    chart = xmr(values, baseline=12, scale="log")
    assert chart.centre == pytest.approx(np.expm1(2.5))
    assert chart.high - chart.centre > chart.centre - chart.low
    assert chart.high == pytest.approx(np.expm1(2.5 + 3 / 1.128))


@pytest.mark.parametrize(
    ("points", "rule", "side"),
    [
        ((16.4,), "outside", 1),
        ((5.6,), "outside", -1),
        ((11.5,) * 6, "one_side", 1),
        ((10, 10.5, 10.9, 11.2, 11.4, 11.6, 11.8), "trend", 1),
        ((12, 11.8, 11.6, 11.4, 11.2, 10.8, 10.6), "trend", -1),
        ((15, 11, 15), "two_of_three", 1),
        ((7, 7), "two_of_three", -1),
    ],
)
def test_each_rule_fires_on_the_point_that_completes_it(points: tuple[float, ...], rule: Rule, side: int) -> None:
    found = signals(*points)
    assert found[-1].get(rule) == side
    assert all(rule not in before for before in found[:-1])


@pytest.mark.parametrize("points", [(16.2,), (5.8,), (11.5,) * 5, (15, 11, 11, 15), (10, 10.5, 10.9, 11.2, 11.4, 11.6)])
def test_one_step_short_of_a_rule_says_nothing(points: tuple[float, ...]) -> None:
    assert signals(*points)[-1] == {}


def test_without_variation_any_other_point_is_outside() -> None:
    assert xmr([5.0] * 12 + [5.1], baseline=12).signals[-1] == {"outside": 1}


@pytest.mark.parametrize(("values", "baseline"), [([1.0] * 11, 20), ([1.0] * 30, 11)])
def test_too_short_a_baseline_is_refused(values: list[float], baseline: int) -> None:
    with pytest.raises(ValueError, match="at least 12"):
        xmr(values, baseline)


def _normal(rng: np.random.Generator) -> NDArray[np.float64]:
    return rng.normal(100, 10, 21)


def _skewed(rng: np.random.Generator) -> NDArray[np.float64]:
    return np.round(rng.lognormal(3, 0.8, 21))


@pytest.mark.parametrize(("draw", "scale"), [(_normal, "linear"), (_skewed, "log")])
def test_the_latest_point_of_a_stable_series_seldom_signals(
    draw: Callable[[np.random.Generator], NDArray[np.float64]], scale: Scale
) -> None:
    rng = np.random.default_rng(3)
    false = [bool(xmr(draw(rng).tolist(), scale=scale).signals[-1]) for _ in range(1000)]
    assert np.mean(false) <= 0.06
