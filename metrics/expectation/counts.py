"""How likely a count is, when posts stray lognormally around what is expected: the Poisson-lognormal distribution.

Interactions of posts are lognormal as far as anybody has looked (METRICS 3.2), but a count of three is no continuous
number: where little is expected, chance alone gives large ratios. This keeps both.

References: Bulmer (1974), "On fitting the Poisson lognormal distribution to species-abundance data"; Lancaster (1961),
"Significance tests in discrete distributions" (half of the probability of the count itself is taken).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammainc, ndtr

Floats = NDArray[np.float64]

_LARGE = 40  # counts above are as good as continuous
_REACH, _NODES = 5.5, 89
_AT_ONCE = 4_096
_NODE = np.linspace(-_REACH, _REACH, _NODES)
_WEIGHT = np.exp(-(_NODE**2) / 2) / np.exp(-(_NODE**2) / 2).sum()


def upper_tail(counts: Floats, level: Floats, spread: Floats, own: Floats | None = None) -> Floats:
    """How likely a larger count is, with half of the probability of the count itself (or the share `own` of it).

    `level` is the logarithm of what the middle post gets, `spread` the standard deviation of posts around it. With
    `own` drawn evenly between 0 and 1 the answer is even too, also where counts are small.

    >>> upper_tail(np.array([0.0, 3.0, 100.0]), np.log([0.2, 3.0, 100.0]), np.array([1.0, 1.0, 1.0])).round(3).tolist()
    [0.619, 0.497, 0.5]
    """
    large = counts > _LARGE
    found = np.empty(len(counts))
    away = np.log(np.maximum(counts[large], 1)) - level[large]
    found[large] = ndtr(-away / np.sqrt(spread[large] ** 2 + 1 / counts[large]))
    small = np.flatnonzero(~large)
    for start in range(0, len(small), _AT_ONCE):
        part = small[start : start + _AT_ONCE]
        rate = np.exp(level[part, None] + spread[part, None] * _NODE)
        count = counts[part, None]
        at_least = np.where(count > 0, gammainc(np.maximum(count, 1), rate), 1.0)
        share = 0.5 if own is None else own[part]
        found[part] = share * (at_least @ _WEIGHT) + (1 - share) * (gammainc(count + 1, rate) @ _WEIGHT)
    return found


def bounds(level: Floats, spread: Floats, risk: Floats) -> tuple[Floats, Floats]:
    """The lowest and the highest count that are not unlikely: each end is passed with probability `risk`."""
    low = _first(level, spread, 1 - risk)
    high = np.maximum(_first(level, spread, risk) - 1, 0)
    return np.minimum(low, high), high


def _first(level: Floats, spread: Floats, tail: Floats) -> Floats:
    """The first count whose upper tail is below `tail`, by halving."""
    low, high = np.full(len(level), -1.0), np.exp(level + 6 * np.sqrt(spread**2 + np.exp(-level).clip(0, 4))) + 10
    high = np.ceil(high)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2)
        below = upper_tail(np.maximum(middle, 0), level, spread) < tail
        open_ = high - low > 1
        high, low = np.where(open_ & below, middle, high), np.where(open_ & ~below, middle, low)
    return np.asarray(high)
