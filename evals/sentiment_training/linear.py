"""The first part: weights of pieces of words and of phrases, by logistic regression."""

import warnings

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from metrics.text.ngrams import BITS, different, phrases, pieces
from metrics.text.split import Split

_SEEN = 2  # texts that a slot is seen in to get a weight
_RARE = 0.75  # how strongly rare pieces count more (an exponent of the inverse document frequency)
_C = 3.0
_STEPS = 50  # stopping early is part of the regularisation
_Floats = NDArray[np.float32]


def counts(tokens: Split) -> tuple[sparse.csr_array, sparse.csr_array]:
    """How often each text has each piece, and each phrase, divided by the root of how many it has."""
    words = different(tokens)
    texts = len(tokens.first) - 1
    by_word = _rows(*pieces(tokens, words))
    of = sparse.csr_array((np.ones(len(words.of), np.float32), words.of, tokens.first), shape=(texts, len(words.hash)))
    return _scaled(of @ by_word), _scaled(_rows(*phrases(tokens)))


def fit(
    rows: tuple[sparse.csr_array, sparse.csr_array], labels: "NDArray[np.int64]", weights: _Floats
) -> tuple[_Floats, _Floats, _Floats]:
    """The weights of pieces, those of phrases and the bias."""
    columns, scales, kept = [], [], []
    for one in rows:
        seen = np.bincount(one.indices, minlength=1 << BITS)
        slots = np.flatnonzero(seen >= _SEEN)
        scale = (np.log(len(labels) / (1 + seen[slots])) / 5).clip(0.01) ** _RARE
        columns.append(one[:, slots] @ sparse.diags_array(scale.astype(np.float32)))
        scales.append(scale)
        kept.append(slots)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = LogisticRegression(C=_C, max_iter=_STEPS).fit(
            sparse.hstack(columns).tocsr(), labels, sample_weight=weights
        )
    tables = []
    start = 0
    for slots, scale in zip(kept, scales, strict=True):
        table = np.zeros((1 << BITS, 3), dtype=np.float32)
        table[slots] = (model.coef_[:, start : start + len(slots)] * scale).T
        start += len(slots)
        tables.append(table)
    return tables[0], tables[1], model.intercept_.astype(np.float32)


def _rows(slots: "NDArray[np.int64]", begin: "NDArray[np.int64]") -> sparse.csr_array:
    found = sparse.csr_array((np.ones(len(slots), np.float32), slots, begin), shape=(len(begin) - 1, 1 << BITS))
    found.sum_duplicates()
    return found


def _scaled(rows: sparse.csr_array) -> sparse.csr_array:
    size = np.maximum(rows.sum(axis=1), 1)
    return (sparse.diags_array((1 / np.sqrt(size)).astype(np.float32)) @ rows).tocsr()
