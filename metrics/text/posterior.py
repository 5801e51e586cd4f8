"""How often the machine says what of which true class, as draws that carry the uncertainty of a labelled sample.

The sample is stratified: within each stratum (platform x what the machine said when the sample was drawn) it is random.
So each stratum has its own table of what the machine says now by what people said, and the tables add up by the sizes
of the strata.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DRAWS, SEED = 2000, 9
_PRIOR = 1.0  # labels' worth of trust, in each stratum, in strata with the same class on other platforms
_CELL = 0.25  # labels' worth of trust in each error that nobody saw: what was never labelled is rare, not absent
_LOST = 2  # labels, so that the spread is that of the unbiased variance of a mean
_LEAST = 0.5  # how much a stratum with hardly any label is known, in labels

Tables = NDArray[np.float64]


def tables(labels: pd.DataFrame, strata: pd.DataFrame, says: list[str], true: list[str]) -> tuple[Tables, Tables]:
    """Tables of shares, what the machine says by what is true: of the sampled messages, and of messages like them.

    `labels` has the columns platform, drawn_as (its stratum), predicted (what the machine says now) and value; `strata`
    platform, predicted and size. Shape of both: 1 + DRAWS, len(says), len(true); the best guess comes first.

    Each stratum is a Dirichlet distribution around its labelled shares, with a little trust in the strata of the same
    class on other platforms; its spread is that of the variance of a mean, `p (1 - p) / (n - 1)`. For the sampled
    messages it is narrower by `1 - n / N`, for what the sample holds is known; for others, the sampled messages are
    themselves a sample, of `N`. Tests show that intervals from these draws hold the truth in 93 to 97 of 100 samples.

    Reference: Cochran (1977), "Sampling Techniques", sections 5.3 to 5.5.
    """
    counts = _counts(labels, strata, says, true)
    size = strata["size"].to_numpy(np.float64)
    n = counts.sum(axis=1)
    shared, unseen = _shared(counts, strata["predicted"].to_numpy(object), len(true))
    guess = np.where(n[:, None] > 0, counts / np.maximum(n, 1)[:, None], shared)[None]
    mean = counts + _PRIOR * shared + unseen
    mean /= mean.sum(axis=1, keepdims=True)
    known = np.maximum(n - _LOST, _LEAST)
    rng = np.random.default_rng(SEED)
    drawn = rng.standard_gamma(np.broadcast_to(mean * known[:, None], (DRAWS, *mean.shape))) + 1e-12 * mean
    drawn /= drawn.sum(axis=2, keepdims=True)
    left = np.sqrt(1 - np.minimum(n, size) / size)[:, None]
    weight = np.broadcast_to(size / size.sum(), (1 + DRAWS, len(size)))
    like = np.concatenate([weight[:1], rng.dirichlet(size, DRAWS)])
    parts = ((mean + (drawn - mean) * left, weight), (drawn, like))
    shape = (1 + DRAWS, len(says), len(true))
    sampled, others = (np.einsum("dhc,dh->dc", np.concatenate([guess, one]), by).reshape(shape) for one, by in parts)
    return sampled, others


def _counts(labels: pd.DataFrame, strata: pd.DataFrame, says: list[str], true: list[str]) -> Tables:
    """Labels of each stratum by cell: what the machine says now, what people said."""
    place = {key: at for at, key in enumerate(zip(strata["platform"], strata["predicted"], strict=True))}
    counts = np.zeros((len(strata), len(says) * len(true)))
    columns = (labels[name] for name in ("platform", "drawn_as", "predicted", "value"))
    for platform, drawn_as, predicted, value in zip(*columns, strict=True):
        counts[place[platform, drawn_as], says.index(predicted) * len(true) + true.index(value)] += 1
    return counts


def _shared(counts: Tables, drawn_as: NDArray[np.object_], true: int) -> tuple[Tables, Tables]:
    """For each stratum the shares of all strata of its class, and its part in the trust in what nobody saw.

    What the machine says in none of them it is taken never to say of such messages.
    """
    shares, unseen = np.empty_like(counts), np.empty_like(counts)
    for code in dict.fromkeys(drawn_as):
        here = drawn_as == code
        pooled = counts[here].sum(axis=0)
        said = pooled.reshape(-1, true).any(axis=1)
        possible = np.repeat(said | ~said.any(), true)
        shares[here] = pooled / pooled.sum() if pooled.any() else possible / possible.sum()
        unseen[here] = _CELL * possible / here.sum()
    return shares, unseen
