"""Histograms keep medians within 2 %, add up, and keep small counts exact."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.histogram import bucket_of, histogram, median_with_interval, merge, quantile, value_of
from metrics.intervals import median_ranks

SMALLEST, RESOLUTION = 1e-7, 1.04**0.5 - 1 + 1e-9
values = st.one_of(st.just(0.0), st.floats(SMALLEST, 1e12), st.integers(0, 10**9).map(float))


def test_buckets_follow_the_formula() -> None:
    given_values = np.array([0, 1e-7, 0.003, 1, 24, 25, 1234567])
    expected = [0, *(1 + int(np.floor(np.log(value / 1e-7) / np.log(1.04))) for value in given_values[1:])]
    assert bucket_of(given_values).tolist() == expected


def test_small_counts_come_back_exact() -> None:
    counts = np.arange(25)
    assert value_of(bucket_of(counts)).tolist() == counts.tolist()
    assert len(set(bucket_of(counts))) == 25


@given(values)
def test_a_value_comes_back_within_two_percent(value: float) -> None:
    for whole in (True, False):
        found = float(value_of(bucket_of(value), whole=whole))
        limit = RESOLUTION if whole is False or not 1 <= value < 25 or value.is_integer() else 0.04
        assert abs(found - value) <= limit * value


@given(st.lists(values, min_size=1))
def test_a_median_is_within_two_percent_of_the_exact_one(posts: list[float]) -> None:
    exact = np.sort(posts)
    median, low, high = median_with_interval(histogram(posts), whole=False)
    assert median == pytest.approx(float(np.median(exact)), rel=RESOLUTION)
    ranks = median_ranks(len(posts))
    if ranks is None:
        assert (low, high) == (None, None)
    else:
        assert (low, high) == tuple(pytest.approx(float(exact[rank - 1]), rel=RESOLUTION) for rank in ranks)


@given(st.lists(values), st.lists(values))
def test_histograms_add_up(one: list[float], other: list[float]) -> None:
    rows = pd.concat(histogram(part).rename_axis("bucket").rename("n").reset_index() for part in (one, other))
    assert merge(rows).to_dict() == histogram(one + other).to_dict()


@given(st.lists(st.integers(0, 24), min_size=1), st.floats(0.01, 1))
def test_quantiles_of_small_counts_are_exact(posts: list[int], share: float) -> None:
    assert quantile(histogram(posts), share) == sorted(posts)[max(1, int(np.ceil(share * len(posts)))) - 1]


def test_counts_may_come_as_a_mapping_in_any_order() -> None:
    assert median_with_interval({int(bucket_of(9)): 1, int(bucket_of(2)): 2}) == (2.0, None, None)


def test_no_posts_no_median() -> None:
    assert median_with_interval({}) == (None, None, None)
    assert quantile({}, 0.5) is None


@pytest.mark.parametrize("wrong", [-1.0, float("nan"), float("inf")])
def test_missing_and_impossible_values_are_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="drop missing values"):
        bucket_of([1.0, wrong])


def test_tiny_rates_share_the_first_bucket() -> None:
    assert bucket_of([1e-12, 1e-9]).tolist() == [1, 1]
