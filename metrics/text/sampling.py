"""Which messages people label: a random sample in which rare classes have enough cases.

The sample is stratified by platform and by the class that the machine gives. A plain random one of 200 would hold ten
messages of a class that one in twenty has, and no share of it could be told.
"""

from typing import Any

import numpy as np
import pandas as pd

SAMPLE = 200
"""Messages of a round, by default: from so many labels on, shares can be told (metrics.text.calibration)."""
TWICE = 50
"""How many of them a second person labels too."""

_LEAST = 10  # of a stratum, where it has them and the sample has room for them
_OF_CLASS = 5  # every class of the machine gets at least a fifth of the sample, where it has so many


def allocate(sizes: "pd.Series[Any]", n: int = SAMPLE) -> "pd.Series[Any]":
    """How many messages to draw of each stratum; `sizes` has the levels platform and predicted.

    Ten of each stratum (fewer where they would take more than half of the sample), a fifth of the sample of each class
    of the machine, and the rest where the sample is thinnest for the size of the stratum. Never more than there are.

    >>> strata = pd.MultiIndex.from_product([["x"], ["negative", "positive"]], names=["platform", "predicted"])
    >>> allocate(pd.Series([900, 60], index=strata), 100).tolist()
    [80, 20]
    """
    size = sizes.to_numpy(np.int64)
    predicted = sizes.index.get_level_values("predicted").to_numpy(object)
    drawn = np.minimum(size, min(_LEAST, n // (2 * max(len(size), 1))))
    for code in dict.fromkeys(predicted):
        here = predicted == code
        _fill(drawn, np.where(here, size, 0), min(n // _OF_CLASS, int(size[here].sum())) - int(drawn[here].sum()))
    _fill(drawn, size, min(n, int(size.sum())) - int(drawn.sum()))
    return pd.Series(drawn, index=sizes.index)


def _fill(drawn: Any, size: Any, more: int) -> None:
    """Add messages one by one where the share that is drawn is smallest."""
    for _ in range(more):
        thin = np.where(drawn < size, (drawn + 0.5) / np.maximum(size, 1), np.inf)
        drawn[int(np.argmin(thin))] += 1


def positions(sizes: "pd.Series[Any]", n: int, seed: int) -> dict[tuple[str, str], list[int]]:
    """Which messages of each stratum to draw: positions from 1, in any fixed order of its messages.

    >>> strata = pd.MultiIndex.from_tuples([("x", "neutral")], names=["platform", "predicted"])
    >>> positions(pd.Series([3], index=strata), 10, seed=1)
    {('x', 'neutral'): [1, 2, 3]}
    """
    rng = np.random.default_rng(seed)
    found = {}
    for stratum, size, drawn in zip(sizes.index, sizes.tolist(), allocate(sizes, n).tolist(), strict=True):
        found[stratum] = sorted((rng.choice(size, size=drawn, replace=False) + 1).tolist())
    return found


def in_order(items: pd.DataFrame, seed: int, twice: int = TWICE) -> pd.DataFrame:
    """The drawn messages in random order, with `place` (from 0) and `twice` (1 for those that a second person labels).

    Random, so that whoever stops halfway has labelled a sample of all, and cannot tell what the machine said.
    """
    order = np.random.default_rng([seed, 1]).permutation(len(items))
    places = np.arange(len(items))
    return items.iloc[order].reset_index(drop=True).assign(place=places, twice=(places < twice).astype(np.int64))
