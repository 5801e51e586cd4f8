"""How good a classification is: precision, recall and F1, each with its interval."""

from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from metrics.intervals import wilson

_RESAMPLES, _SEED = 4000, 4
_DIGITS = 4


class Score(TypedDict):
    """A share from 0 to 1 with its 95 % interval, and on how many messages it rests; None: there were none."""

    value: float | None
    low: float | None
    high: float | None
    interval: list[float] | None
    n: int


def scores(truth: "NDArray[np.bool_]", found: "NDArray[np.bool_]") -> dict[str, Any]:
    """Precision, recall and F1 of what was `found` to need a reply, against what in `truth` does; `n` messages in all.

    Precision: of the messages that were found, how many do need a reply. Recall: of those that need one, how many
    were found. Both with Wilson's interval; F1, their harmonic mean, with a bootstrap over the messages.

    >>> found = scores(np.array([True, True, False, False]), np.array([True, False, False, True]))
    >>> found["n"], found["precision"]["value"], found["recall"]["n"]
    (4, 0.5, 2)
    """
    right, wrong = int((truth & found).sum()), int((~truth & found).sum())
    missed, quiet = int((truth & ~found).sum()), int((~truth & ~found).sum())
    return {
        "n": len(truth),
        "precision": share(right, right + wrong),
        "recall": share(right, right + missed),
        "f1": _f1(right, wrong, missed, quiet),
    }


def share(part: int, n: int) -> Score:
    """A share of n messages with Wilson's interval."""
    return _score(part / n, *wilson(part, n), n) if n else _score(None, None, None, 0)


def f1(right: Any, wrong: Any, missed: Any) -> Any:
    """The harmonic mean of precision and recall from counts; 0 where nothing was right.

    >>> float(f1(8, 2, 2))
    0.8
    """
    return 2 * right / np.maximum(2 * right + wrong + missed, 1)


def _f1(right: int, wrong: int, missed: int, quiet: int) -> Score:
    n = right + wrong + missed + quiet
    if not right + wrong + missed:
        return _score(None, None, None, n)
    drawn = np.random.default_rng(_SEED).multinomial(n, np.array([right, wrong, missed, quiet]) / n, _RESAMPLES)
    low, high = np.quantile(f1(drawn[:, 0], drawn[:, 1], drawn[:, 2]), [0.025, 0.975])
    return _score(float(f1(right, wrong, missed)), float(low), float(high), n)


def _score(value: float | None, low: float | None, high: float | None, n: int) -> Score:
    value, low, high = (None if one is None else round(one, _DIGITS) for one in (value, low, high))
    return {"value": value, "low": low, "high": high, "interval": None if low is None else [low, high or 0.0], "n": n}
