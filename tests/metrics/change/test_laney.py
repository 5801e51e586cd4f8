"""Laney's chart by hand, and on shares whose truth is known."""

import numpy as np
import pytest

from metrics.change.laney import laney

MANY = np.full(12, 1000.0)


def even(share: float, n: np.ndarray) -> np.ndarray:
    """Shares that go up and down by the same step around a share."""
    return n * (share + 0.05 * np.where(np.arange(len(n)) % 2, 1, -1))


def test_limits_by_hand() -> None:
    k = even(0.5, MANY)
    chart = laney(k, MANY, baseline=12)
    points = np.arcsin(np.sqrt((k[:2] + 0.375) / 1000.75))
    sigma = (points[1] - points[0]) / 1.128  # every step between neighbours is the same
    low, high = ((1000.75 * np.sin(points.mean() + side * 3 * sigma) ** 2 - 0.375) / 1000 for side in (-1, 1))
    assert chart.centre[0] == pytest.approx(0.5)
    assert (chart.low[0], chart.high[0]) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))
    assert chart.sigma_z == pytest.approx(sigma / (0.5 / np.sqrt(1000.5)), rel=1e-6)


def test_limits_widen_with_few_cases_and_stay_inside_0_and_1() -> None:
    n = np.append(MANY, [10.0, 1000.0])
    chart = laney(0.97 * n, n, baseline=12)
    assert chart.high[12] - chart.low[12] > 5 * (chart.high[13] - chart.low[13])
    assert (chart.high <= 1).all()
    assert (chart.low >= 0).all()
    assert 0.97 - chart.low[12] > chart.high[12] - 0.97


def test_nothing_varies_less_than_chance() -> None:
    assert laney(0.3 * MANY, MANY, baseline=12).sigma_z == 1


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_weeks_of_nothing_but_hits_or_misses_are_no_signal(share: float) -> None:
    n = np.arange(10.0, 40.0)[::-1]  # ever fewer cases
    assert not any(laney(share * n, n).signals)


def test_a_season_moves_centre_and_limits() -> None:
    season = np.tile([0.1, -0.1], 12)
    n = np.full(24, 400.0)
    k = n * np.sin(np.arcsin(np.sqrt(0.5)) + season) ** 2
    chart = laney(k, n, season=season)
    assert not any(chart.signals)
    assert chart.centre[0] == pytest.approx(k[0] / 400, abs=0.002)
    assert chart.low[0] > chart.low[1]


def test_too_short_a_baseline_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 12"):
        laney(MANY[:8], MANY[:8] * 2, baseline=8)


def test_plain_p_charts_cry_wolf_with_many_cases_and_laney_does_not() -> None:
    rng = np.random.default_rng(8)
    runs, plain, ours = 400, 0, 0
    for _ in range(runs):
        n = rng.integers(400, 4000, 40).astype(float)
        k = rng.binomial(n.astype(int), rng.beta(30, 70, 40)).astype(float)
        pooled = k[:20].sum() / n[:20].sum()
        plain += abs(k[-1] / n[-1] - pooled) > 3 * np.sqrt(pooled * (1 - pooled) / n[-1])
        ours += bool(laney(k, n).signals[-1])
    assert plain / runs > 0.4
    assert ours / runs <= 0.06
