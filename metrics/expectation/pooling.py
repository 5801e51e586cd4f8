"""A robust fit with partial pooling, of counts that vary more than chance alone would make them.

Neither statsmodels nor scikit-learn has one: `RLM` and `HuberRegressor` do not pool groups, `MixedLM` is not robust.
Where nothing is pooled and counts are large, this gives what `RLM` gives (`tests/metrics/expectation`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

Floats = NDArray[np.float64]

_HUBER = 1.345  # beyond so many standard deviations a post counts for less: 95 % as good as least squares without any
_TO_DEVIATION = 1.4826  # from the median absolute deviation to the standard deviation, in a normal distribution
_LEAST_SPREAD, _MOST_SPREAD = 0.05, 5.0
_LOWEST, _HIGHEST = -5.0, 25.0  # logarithms of counts
_ROUNDS, _STILL = 60, 2e-3
_AT_FIRST = 0.3  # standard deviation of groups, before the data say more
_LEAST_VARIANCE = 1e-6


@dataclass(frozen=True)
class Pooled:
    """Coefficients, their variances, how far groups of each factor lie apart (variance), and the spread of posts."""

    coefficients: Floats
    variances: Floats
    between: Mapping[str, float]
    spread: float


def pooled_fit(
    table: sparse.csr_array, counts: Floats, factors: Mapping[str, slice], prior: tuple[Floats, Floats]
) -> Pooled:
    """Explain the logarithm of the level of counts by the columns of a table.

    A count is taken for Poisson around a level that strays lognormally: `log level = table @ coefficients + spread x
    normal`. Fitted on `log(1 + count)` by iterated weights, Huber's for counts that lie far off, so a few hits do not
    lift what is expected of all. Groups of a factor are drawn from a normal distribution, whose variance is estimated
    with them (EM): groups with few posts stay near the others. `prior` are mean and precision of each column outside
    the factors; precision 0 leaves a column free.

    References: Huber (1964), "Robust estimation of a location parameter"; McCullagh & Nelder (1989), "Generalized
    linear models", chapter 9 (quasi-likelihood); Dempster, Laird & Rubin (1977), "Maximum likelihood from incomplete
    data via the EM algorithm"; Gelman & Hill (2007), "Data analysis using regression and multilevel models".
    """
    seen = np.log1p(counts)
    mean, precision = prior
    between = dict.fromkeys(factors, _AT_FIRST**2)
    spread = 1.0
    level = np.full(len(counts), np.log(np.expm1(np.maximum(np.median(seen), 0.1))))
    coefficients = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        slope, middle, variance = on_log_scale(level, spread)
        rest = seen - middle
        far = np.abs(rest) / np.sqrt(variance)
        spread = float(np.clip(spread * _TO_DEVIATION * np.median(far), _LEAST_SPREAD, _MOST_SPREAD))
        weight = slope**2 / variance * np.where(far > _HUBER, _HUBER / np.maximum(far, _HUBER), 1.0)
        pull = precision.copy()
        for name, span in factors.items():
            pull[span] = 1 / between[name]
        weighted = table.multiply(weight[:, None]).tocsr()
        inverse = np.linalg.inv((table.T @ weighted).toarray() + np.diag(pull))
        target = weighted.T @ (level + np.clip(rest / slope, -3.0, 3.0)) + pull * mean
        before, coefficients = coefficients, inverse @ target
        for name, span in factors.items():
            size = max(span.stop - span.start, 1)
            found = float((coefficients[span] ** 2 + np.diag(inverse)[span]).sum()) / size
            between[name] = max(found, _LEAST_VARIANCE)
        level = np.clip(table @ coefficients, _LOWEST, _HIGHEST)
        if np.max(np.abs(coefficients - before)) < _STILL:
            break
    return Pooled(coefficients, np.diag(inverse).copy(), between, spread)


def on_log_scale(level: Floats, spread: float) -> tuple[Floats, Floats, Floats]:
    """Slope, mean and variance of `log(1 + count)` at these (log) levels, to the second order."""
    slope = expit(level)
    own = slope * (1 - slope)  # of Poisson counts
    middle = np.logaddexp(0.0, level) + own * (spread**2 - 1) / 2
    return slope, middle, slope**2 * spread**2 + own
