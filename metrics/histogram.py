"""Medians of millions of posts from a few hundred counts.

The store keeps, per day and account, how many posts fall in each bucket of a measure. Buckets are 4 % wide, so a
value read back from its bucket is within 2 % of the real one; counts below 25 have a bucket each and come back
exact. Histograms add up over days, accounts and platforms, which medians do not.

A histogram is a series: bucket as the index, number of posts as the value.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from metrics.intervals import median_ranks

SMALLEST = 1e-7
"""Values below this share the first bucket; one interaction per ten million followers."""

GROWTH = 1.04
"""Each bucket reaches from its lower edge to 1.04 times that edge."""

EXACT_BELOW = 25
"""Below this, two neighbouring whole numbers are never in one bucket (1 / 25 = 4 %)."""


def bucket_of(values: ArrayLike) -> NDArray[np.int64]:
    """The bucket of each value: 0 for zero, else `1 + floor(ln(value / 1e-7) / ln(1.04))`.

    `values` are at least 0 and not missing: a missing value is in no bucket, so drop it first. Raises
    `ValueError` otherwise.

    >>> bucket_of([0, 1, 2, 1000]).tolist()
    [0, 411, 429, 588]
    """
    numbers = np.asarray(values, dtype=np.float64)
    if not np.all(numbers >= 0) or np.any(np.isinf(numbers)):
        raise ValueError("histogram values must be numbers of 0 or more; drop missing values first")
    buckets = np.zeros(numbers.shape, dtype=np.int64)
    positive = numbers > 0
    logs = np.log(np.maximum(numbers[positive], SMALLEST) / SMALLEST) / np.log(GROWTH)
    buckets[positive] = 1 + np.floor(logs).astype(np.int64)
    return buckets


def value_of(buckets: ArrayLike, *, whole: bool = True) -> NDArray[np.float64]:
    """The value that stands for each bucket: its geometric middle, or the one whole number below 25 in it.

    With `whole=False` (rates) always the geometric middle. Error at most `sqrt(1.04) - 1` = 2 %.

    >>> value_of([0, 411, 429]).tolist()
    [0.0, 1.0, 2.0]
    >>> value_of(588).round(1).tolist()
    1016.5
    """
    numbers = np.asarray(buckets, dtype=np.int64)
    middle = np.asarray(SMALLEST * GROWTH ** (numbers - 0.5))
    if whole:
        nearest = np.rint(middle)
        exact = (nearest >= 1) & (nearest < EXACT_BELOW) & (bucket_of(nearest) == numbers)
        middle = np.where(exact, nearest, middle)
    return np.where(numbers == 0, 0.0, middle)


def histogram(values: ArrayLike) -> "pd.Series[int]":
    """Count values per bucket.

    >>> histogram([0, 3, 3]).to_dict()
    {0: 1, 439: 2}
    """
    buckets, counts = np.unique(bucket_of(values), return_counts=True)
    return pd.Series(counts, index=buckets, dtype="int64")


def merge(frame: pd.DataFrame) -> "pd.Series[int]":
    """One histogram out of rows with `bucket` and `n`, whatever days and accounts they come from."""
    return frame.groupby("bucket")["n"].sum().astype("int64")


def order_statistics(counts: Mapping[int, int] | Any, ranks: ArrayLike, *, whole: bool = True) -> NDArray[np.float64]:
    """The values at these ranks (1 is the smallest) of the counted posts."""
    series = pd.Series(counts, dtype="int64").sort_index()
    places = np.searchsorted(series.to_numpy().cumsum(), np.asarray(ranks, dtype=np.int64))
    return value_of(series.index.to_numpy()[places], whole=whole)


def quantile(counts: Mapping[int, int] | Any, share: float, *, whole: bool = True) -> float | None:
    """The value that this share of the posts does not exceed; None without posts.

    >>> quantile(histogram([1, 2, 3, 4]), 0.9)
    4.0
    """
    n = int(pd.Series(counts, dtype="int64").sum())
    if n == 0:
        return None
    return float(order_statistics(counts, max(1, int(np.ceil(share * n))), whole=whole))


def median_with_interval(
    counts: Mapping[int, int] | Any, *, whole: bool = True, risk: float = 0.05
) -> tuple[float | None, float | None, float | None]:
    """Median and its 95 % order-statistic interval: `(median, low, high)`.

    With an even number of posts the median is the mean of the two in the middle. Below six posts no pair of
    posts encloses the median with 95 % certainty, so `low` and `high` are None; without posts all three are.
    A smaller `risk` than 5 % is for several comparisons at once.

    >>> median_with_interval(histogram([3, 1, 2]))
    (2.0, None, None)
    >>> median_with_interval(histogram([1, 2, 3, 4, 5, 6]))
    (3.5, 1.0, 6.0)
    """
    n = int(pd.Series(counts, dtype="int64").sum())
    if n == 0:
        return None, None, None
    middle = order_statistics(counts, [(n + 1) // 2, n // 2 + 1], whole=whole)
    ranks = median_ranks(n, risk)
    if ranks is None:
        return float(middle.mean()), None, None
    low, high = order_statistics(counts, ranks, whole=whole)
    return float(middle.mean()), float(low), float(high)
