"""Hand-computed and brute-force cases of the Poisson-lognormal distribution."""

import numpy as np
import pytest
from scipy import stats

from metrics.expectation.counts import bounds, upper_tail


@pytest.mark.parametrize("count", [0, 1, 4, 12])
def test_without_spread_it_is_the_poisson_distribution(count: int) -> None:
    found = upper_tail(np.array([float(count)]), np.log([3.0]), np.array([1e-6]))
    assert found[0] == pytest.approx(stats.poisson.sf(count, 3.0) + stats.poisson.pmf(count, 3.0) / 2, abs=1e-6)


@pytest.mark.parametrize(
    ("level", "spread", "count"), [(0.3, 1.2, 3), (5.0, 0.8, 25), (5.0, 1.0, 60), (60.0, 1.0, 500)]
)
def test_it_is_what_drawing_gives(level: float, spread: float, count: int) -> None:
    random = np.random.default_rng(1)
    drawn = random.poisson(level * np.exp(spread * random.normal(size=2_000_000)))
    share = np.mean(drawn > count) + np.mean(drawn == count) / 2
    found = upper_tail(np.array([float(count)]), np.log([level]), np.array([spread]))
    assert found[0] == pytest.approx(share, rel=0.06)


def test_the_range_is_where_the_tails_are() -> None:
    level, spread, risk = np.log([0.1, 3.0, 40.0, 2_000.0]), np.array([1.0, 0.5, 1.2, 0.8]), np.full(4, 0.025)
    low, high = bounds(level, spread, risk)
    assert (low <= np.exp(level)).all() and (np.exp(level) <= high + 1).all()
    assert (upper_tail(high, level, spread) >= 0.025).all()
    assert (upper_tail(high + 1, level, spread) < 0.025).all()
    assert high[0] == 1 and low[0] == 0
    assert high[3] == pytest.approx(2_000 * np.exp(1.96 * 0.8), rel=0.01)


def test_the_tail_falls_with_the_count_also_where_the_method_changes() -> None:
    counts = np.arange(0.0, 80.0)
    tail = upper_tail(counts, np.full(80, np.log(8.0)), np.ones(80))
    assert (np.diff(tail) < 0).all()
