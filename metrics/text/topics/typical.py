"""The words that set groups of texts apart, and whether they go together."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from metrics.text.tokens import tokens

_WORDS_FOR_NPMI = 10


def set_apart(use: NDArray[np.float64], written: Sequence[str], n: int) -> tuple[tuple[str, ...], ...]:
    """The words of each group by c-TF-IDF: `use` has how often each group uses each word, a row per group.

    A word weighs tf x ln(1 + A / f): its share of the words of the group, the mean number of words of a group, and how
    often all use it. Reference: Grootendorst (2022), "BERTopic: Neural topic modeling with a class-based TF-IDF".

    >>> set_apart(np.array([[9.0, 1, 8], [0, 9, 8]]), ["bin", "bus", "we"], 2)
    (('bin', 'we'), ('bus', 'we'))
    """
    share = use / np.maximum(use.sum(axis=1, keepdims=True), 1e-12)
    weight = share * np.log1p(use.sum() / len(use) / np.maximum(use.sum(axis=0), 1e-12))
    order = np.argsort(-weight, axis=1, kind="stable")[:, :n]
    return tuple(
        tuple(written[word] for word in row if use[group, word] > 0) for group, row in enumerate(order.tolist())
    )


def typical_words(
    texts: "pd.Series[Any]", groups: NDArray[Any], language: str, n: int = 8, least: int = 5
) -> dict[Any, tuple[str, ...]]:
    """The words that set the texts of each group apart, each used in at least `least` texts of the group.

    `groups` names the group of each text; texts of the group None are left out of the answer.
    """
    found = tokens(texts, language)
    codes, names = pd.factorize(groups)
    if not len(found.stems) or not len(names):
        return {}
    pairs = np.unique(np.stack([found.text, found.stem]), axis=1)
    group = codes[pairs[0]]
    known = group >= 0
    shape = (len(names), len(found.stems))
    use = np.bincount(group[known] * shape[1] + pairs[1][known], minlength=shape[0] * shape[1]).reshape(shape)
    seldom = use < least
    weighed = set_apart(use.astype(np.float64), found.written.tolist(), shape[1] if n > shape[1] else 10 * n)
    place = {word: number for number, word in enumerate(found.written.tolist())}
    return {
        name: tuple(word for word in words if not seldom[number, place[word]])[:n]
        for number, (name, words) in enumerate(zip(names, weighed, strict=True))
    }


def npmi(words: Sequence[Sequence[str]], counts: csr_matrix, written: Sequence[str]) -> float | None:
    """How well the ten typical words of a group go together: -1 never in one text, 0 as by chance, 1 always together.

    The mean normalised pointwise mutual information of all pairs, over all groups, in the same texts; None without a
    pair. Reference: Bouma (2009), "Normalized (Pointwise) Mutual Information in Collocation Extraction".
    """
    place = {word: number for number, word in enumerate(written)}
    there = csr_matrix((np.ones_like(counts.data), counts.indices, counts.indptr), shape=counts.shape).tocsc()
    values = []
    for group in words:
        columns = there[:, [place[word] for word in group[:_WORDS_FOR_NPMI] if word in place]]
        together = np.asarray((columns.T @ columns).todense(), dtype=np.float64) / max(counts.shape[0], 1)
        for one, other in combinations(range(together.shape[0]), 2):
            both, apart = together[one, other], together[one, one] * together[other, other]
            values.append(-1.0 if both == 0 else np.log(both / apart) / -np.log(both) if both < 1 else 1.0)
    return float(np.mean(values)) if values else None
