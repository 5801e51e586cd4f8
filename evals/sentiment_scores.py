"""How good probabilities of a tone are: macro-F1 with its interval, macro-recall, accuracy and calibration error."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_RESAMPLES, _SEED, _DIGITS, _BINS = 1000, 6, 4, 15
_Ints = NDArray[np.int64]
_Floats = NDArray[np.floating[Any]]


def scores(probabilities: _Floats, labels: _Ints) -> dict[str, Any]:
    """All figures, from 0 to 1, with `n`; the class is the most likely one, also where a page says "unsure".

    >>> found = scores(np.eye(3)[[0, 1, 2, 2]], np.array([0, 1, 2, 1]))
    >>> found["n"], found["accuracy"], found["macro_recall"]
    (4, 0.75, 0.8333)
    """
    table = _table(labels, probabilities.argmax(axis=1))
    low, high = _interval(table)
    recalls = np.diag(table)[table.sum(axis=1) > 0] / table.sum(axis=1)[table.sum(axis=1) > 0]
    return {
        "n": len(labels),
        "macro_f1": round(float(macro_f1(table)), _DIGITS),
        "macro_recall": round(float(recalls.mean()), _DIGITS),
        "accuracy": round(float(np.trace(table) / table.sum()), _DIGITS),
        "ece": round(calibration_error(probabilities, labels), _DIGITS),
        "interval": [round(float(low), _DIGITS), round(float(high), _DIGITS)],
    }


def macro_f1(tables: "NDArray[np.integer[Any]]") -> "NDArray[np.float64]":
    """The mean F1 of the classes in tables of truth by answer; a class that is nowhere is left out."""
    right = np.diagonal(tables, axis1=-2, axis2=-1)
    all_ = tables.sum(axis=-1) + tables.sum(axis=-2)
    each = np.where(all_ > 0, 2 * right / np.maximum(all_, 1), 0.0)
    return np.asarray(each.sum(axis=-1) / np.maximum((all_ > 0).sum(axis=-1), 1))


def calibration_error(probabilities: _Floats, labels: _Ints) -> float:
    """How far the probability of the best class is from how often it is right, over 15 bins of equal width (ECE).

    >>> calibration_error(np.array([[0.8, 0.2, 0.0], [0.8, 0.2, 0.0]]), np.array([0, 1]))
    0.3
    """
    best = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    place = np.minimum((best * _BINS).astype(int), _BINS - 1)
    gap = np.bincount(place, weights=best - right, minlength=_BINS)
    return round(float(np.abs(gap).sum() / max(len(labels), 1)), 10)


def _table(labels: _Ints, found: _Ints) -> _Ints:
    return np.bincount(3 * labels + found, minlength=9).reshape(3, 3)


def _interval(table: _Ints) -> "NDArray[np.float64]":
    """The 95 % interval of macro-F1, by drawing as many texts again."""
    drawn = np.random.default_rng(_SEED).multinomial(table.sum(), table.ravel() / table.sum(), _RESAMPLES)
    return np.quantile(macro_f1(drawn.reshape(-1, 3, 3)), [0.025, 0.975])
