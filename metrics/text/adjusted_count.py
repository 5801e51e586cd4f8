"""From what a machine says of messages to what is true of them, when it is known how often it errs in which way."""

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


def solved(rates: Table, seen: Table, other: Table) -> Table:
    """The shares of the true classes from which the seen ones come: none below zero, all of them 1.

    `rates` is how often the machine says what of each true class, `seen` its shares, `other` the share of the class
    that is known beforehand (0 without one).
    """
    of = seen.shape[1]
    rest = seen - rates[:, :, of:].sum(axis=2) * other[:, None]
    square = rates[:, :, :of] + 1e-9 * np.eye(of)  # a machine that always says the same has no inverse
    found = nearest(np.linalg.solve(square, rest[:, :, None])[:, :, 0], 1 - other)
    return found if rates.shape[2] == of else np.concatenate([found, other[:, None]], axis=1)


def nearest(points: Table, total: Table) -> Table:
    """The nearest points that have no negative part and add up to `total`.

    >>> nearest(np.array([[0.7, 0.5, -0.2]]), np.array([1.0])).round(2).tolist()
    [[0.6, 0.4, 0.0]]

    Reference: Duchi et al. (2008), "Efficient projections onto the l1-ball".
    """
    ordered = -np.sort(-points, axis=1)
    over = (np.cumsum(ordered, axis=1) - total[:, None]) / np.arange(1, points.shape[1] + 1)
    last = np.maximum((ordered > over).sum(axis=1) - 1, 0)
    return np.asarray(np.maximum(points - over[np.arange(len(points)), last][:, None], 0), dtype=np.float64)


def realised(rng: np.random.Generator, counts: NDArray[np.int64], rates: Table, shares: Table) -> Table:
    """How many messages of a slice are of each class, drawn for each class of the machine from what it can hide."""
    hides = rates * shares[:, None, :] + 1e-12
    hides /= hides.sum(axis=2, keepdims=True)
    drawn = [rng.multinomial(int(n), hides[:, says]) for says, n in enumerate(counts)]
    return np.asarray(np.sum(drawn, axis=0), dtype=np.float64)
