"""Names for pieces of text: 64-bit hashes of many pieces at once, the same on every machine and in every batch."""

import numpy as np
from numpy.typing import NDArray

_P = 0x9E3779B97F4A7C15 | 1
_P_INVERSE = pow(_P, -1, 1 << 64)
_Hashes = NDArray[np.uint64]


def mixed(values: "NDArray[np.uint64]") -> _Hashes:
    """Spread the bits of each value over all 64 (the finaliser of splitmix64)."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def hashes(points: "NDArray[np.uint32]", start: "NDArray[np.int64]", end: "NDArray[np.int64]") -> _Hashes:
    """The hash of each piece `points[start:end]`, wherever it stands.

    A polynomial over the characters from running sums, so that the work does not grow with the number of pieces.

    >>> row = np.array([7, 8, 9, 7, 8], dtype=np.uint32)
    >>> one, other = hashes(row, np.array([0, 3]), np.array([2, 5]))
    >>> bool(one == other)
    True
    """
    size = len(points)
    powers = _powers(_P, size)
    sums = np.zeros(size + 1, dtype=np.uint64)
    np.cumsum(mixed(points.astype(np.uint64) + np.uint64(1)) * powers, out=sums[1:])
    back = _powers(_P_INVERSE, size + 1)
    return mixed((sums[end] - sums[start]) * back[start])


def together(*parts: _Hashes) -> _Hashes:
    """The hash of a row of pieces, in this order."""
    found = parts[0]
    for part in parts[1:]:
        found = mixed(found * np.uint64(_P) + part)
    return found


def _powers(base: int, size: int) -> _Hashes:
    row = np.full(size, base, dtype=np.uint64)
    row[:1] = 1
    return np.cumprod(row, dtype=np.uint64)
