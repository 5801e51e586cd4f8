"""Finds what is stored under many hashes at once."""

import numpy as np
from numpy.typing import NDArray

_BITS = 22


class Lookup:
    """Hashes, each with a place: `Lookup(keys).find(hashes)` gives the place of each hash in `keys`, or -1.

    >>> Lookup(np.array([30, 10], dtype=np.uint64)).find(np.array([10, 20, 30], dtype=np.uint64)).tolist()
    [1, -1, 0]
    """

    def __init__(self, keys: "NDArray[np.uint64]") -> None:
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]
        self._maybe = np.zeros(1 << _BITS, dtype=bool)  # most hashes are not stored: ask here first
        self._maybe[self._slots(keys)] = True

    def find(self, hashes: "NDArray[np.uint64]") -> NDArray[np.int64]:
        """The place of each hash among the keys, -1 where there is none."""
        found = np.full(len(hashes), -1, dtype=np.int64)
        if not len(self._keys):
            return found
        asked = np.flatnonzero(self._maybe[self._slots(hashes)])
        near = np.minimum(np.searchsorted(self._keys, hashes[asked]), len(self._keys) - 1)
        there = self._keys[near] == hashes[asked]
        found[asked[there]] = self._order[near[there]]
        return found

    @staticmethod
    def _slots(hashes: "NDArray[np.uint64]") -> NDArray[np.int64]:
        return (hashes >> np.uint64(64 - _BITS)).astype(np.int64)
