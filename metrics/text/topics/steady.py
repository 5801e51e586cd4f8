"""Whether another look at the same texts would find the same groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.words import N_

Steadiness = Literal["steady", "fair", "shaky"]
WORDS: dict[Steadiness, str] = {
    "steady": N_("steady"),
    "fair": N_("fair"),
    "shaky": N_("shaky: another run may group differently"),
}
RUNS, SHARE = 3, 0.8
"""So many fits, each on so large a part of the texts."""
STEADY, FAIR = 0.7, 0.5
"""Stability from which groups are called steady and fair. A judgement, not a result."""
_NEARLY = 0.1
_Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Stability:
    """How alike the groups of several fits are: in all, of each group, and for each text how many fits agree."""

    overall: float
    groups: tuple[float, ...]
    agree: _Labels


def steadiness(stability: float) -> Steadiness:
    """In a word: another run would group alike ("steady"), mostly alike ("fair"), or perhaps differently ("shaky").

    >>> [steadiness(value) for value in (0.8, 0.5, 0.2)]
    ['steady', 'fair', 'shaky']
    """
    if stability >= STEADY:
        return "steady"
    return "fair" if stability >= FAIR else "shaky"


def compare(main: _Labels, runs: Sequence[_Labels], k: int) -> Stability:
    """The stability of the k groups `main`, by the labels that other fits gave to the same texts.

    Overall: the mean adjusted Rand index between the runs. Of a group: the mean over the runs of the Jaccard index of
    the run's group that is most like it. A text's fit agrees when its group is the one matched with its main group.
    """
    from scipy.optimize import linear_sum_assignment
    from sklearn.metrics import adjusted_rand_score

    overall = float(np.mean([adjusted_rand_score(one, other) for one, other in combinations(runs, 2)]))
    best, agree = np.zeros((len(runs), k)), np.zeros(len(main), dtype=np.int64)
    for number, run in enumerate(runs):
        alike = _jaccard(main, run, k)
        best[number] = alike.max(axis=1)
        match = np.full(k, -2)
        of_main, of_run = linear_sum_assignment(-alike)
        match[of_main] = of_run
        agree += (main >= 0) & (match[main.clip(0)] == run)
    return Stability(overall, tuple(best.mean(axis=0).round(4).tolist()), agree)


def _jaccard(one: _Labels, other: _Labels, k: int) -> NDArray[np.float64]:
    others = max(int(other.max(initial=0)) + 1, 1)
    both = (one >= 0) & (other >= 0)
    pairs = np.bincount(one[both] * others + other[both], minlength=k * others)
    together = pairs.reshape(k, others).astype(np.float64)
    sizes = [np.bincount(labels[labels >= 0], minlength=n) for labels, n in ((one, k), (other, others))]
    return together / np.maximum(sizes[0][:, None] + sizes[1][None, :] - together, 1)


def samples(texts: int, seed: int) -> list[_Labels]:
    """The rows of each fit's part of the texts, in order."""
    random = np.random.default_rng(seed)
    return [np.sort(random.permutation(texts)[: max(1, round(SHARE * texts))]) for _ in range(RUNS)]


def finest(candidates: Sequence[int], stability: Callable[[int], float]) -> int:
    """The largest number of groups about which fits agree nearly as much as about any other number.

    Fewer groups are nearly always steadier, and say less.

    >>> finest([4, 6, 8], {4: 0.9, 6: 0.85, 8: 0.6}.__getitem__)
    6
    """
    found = {k: stability(k) for k in candidates}
    return max(k for k, value in found.items() if value >= max(found.values()) - _NEARLY)
