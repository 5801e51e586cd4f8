"""Intervals against hand calculation, METRICS' examples and scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from metrics.intervals import difference, median_ranks, weekly_change, wilson


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(3, 4, 0.30, 0.95), (9, 12, 0.47, 0.91), (75, 100, 0.66, 0.82), (81, 143, 0.48, 0.64), (0, 10, 0.0, 0.28)],
)
def test_wilson_by_hand(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_scipys(counts: tuple[int, int]) -> None:
    expected = binomtest(*counts).proportion_ci(method="wilson")
    assert wilson(*counts) == (pytest.approx(expected.low, abs=1e-9), pytest.approx(expected.high, abs=1e-9))


@pytest.mark.parametrize("wrong", [(1, 0), (3, 2), (-1, 5)])
def test_impossible_shares_are_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="0 <= successes <= n"):
        wilson(*wrong)


@pytest.mark.parametrize("n", range(6, 61))
def test_order_statistics_hold_the_median_in_95_to_99_percent_at_every_n(n: int) -> None:
    """Exactly, for any continuous numbers: how many of `n` lie below the median is binomial."""
    ranks = median_ranks(n)
    assert ranks is not None
    held = binom.cdf(ranks[1] - 1, n, 0.5) - binom.cdf(ranks[0] - 1, n, 0.5)
    assert 0.95 <= held <= 0.9922  # the most at n = 8; elsewhere at most 0.99


@given(st.integers(1, 3000), st.sampled_from([0.05, 0.01, 0.00625]))
def test_median_ranks_are_the_narrowest_that_are_sure_enough(n: int, risk: float) -> None:
    ranks = median_ranks(n, risk)
    if ranks is None:
        assert binom.cdf(0, n, 0.5) > risk / 2
        return
    low, high = ranks
    assert low + high == n + 1
    assert binom.cdf(low - 1, n, 0.5) <= risk / 2 + 1e-12
    if n <= 1000:  # above, the normal approximation may be one rank wider
        assert binom.cdf(low, n, 0.5) > risk / 2
    else:
        assert binom.cdf(low + 1, n, 0.5) > risk / 2


def test_difference_of_two_shares_is_newcombes() -> None:
    # Newcombe (1998), table II, method 10: 56/70 - 48/80 = 0.2, interval 0.0524 to 0.3339
    first, second = (56 / 70, *wilson(56, 70)), (48 / 80, *wilson(48, 80))
    assert [round(number, 4) for number in difference(first, second)] == [0.2, 0.0524, 0.3339]


def test_weekly_change_without_any_spread() -> None:
    assert weekly_change([5] * 8, [5] * 8) == (1.0, 1.0)
    ratio, p = weekly_change([11] * 8, [5] * 8)
    assert (ratio, p) == (pytest.approx(2), 0.0)


def test_weekly_change_finds_a_doubling() -> None:
    before = [20, 25, 18, 30, 22, 19, 27, 24, 21, 26, 23, 20, 25]
    ratio, p = weekly_change([2 * week for week in before], before)
    assert ratio == pytest.approx(1.96, abs=0.02)
    assert p < 0.001
