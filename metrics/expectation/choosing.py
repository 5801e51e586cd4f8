"""Which posts stand out among so many, so that chance alone makes next to none."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from metrics.expectation.model import RISK

Floats = NDArray[np.float64]

LEAST_INTERACTIONS = 10
"""Three likes where a fifth of one was expected are no example."""
PER_QUARTER = 3
"""So many posts of one account and quarter are shown, so that nobody fills the page."""
FALSE_SHARE = 0.1
"""At most so many of the posts that stand out do so by chance, on average."""


def least_surprise(surprise: Floats, judged: int) -> float | None:
    """From which surprise on posts stand out, given those that exceed their range of `judged` posts; None: none does.

    Benjamini and Hochberg's procedure over all judged posts: those below their range cannot be among the found. Without
    any post that truly stands out, it finds some in at most 10 % of cases.

    Reference: Benjamini & Hochberg (1995), "Controlling the false discovery rate".

    >>> least_surprise(np.array([2.0, 2.4, 4.5]), 1000)
    4.5
    >>> least_surprise(np.array([2.0, 2.4]), 1000) is None
    True
    """
    order = np.sort(surprise)[::-1]
    passed = np.flatnonzero(ndtr(-order) <= FALSE_SHARE * np.arange(1, len(order) + 1) / max(judged, 1))
    return float(order[passed[-1]]) if len(passed) else None


def expected_by_chance(judged: int) -> float:
    """How many of so many posts exceed their range by chance."""
    return judged * RISK / 2
