"""Texts as weights of their words (TF-IDF)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from metrics.text.tokens import Tokens

MOST_WORDS = 20_000
_COMMON = 0.5  # of the texts: a word in more of them says nothing
_FEWEST = 2  # texts that a word must be in
_TOGETHER, _NUMBERS = 2, 100


@dataclass(frozen=True)
class Vocabulary:
    """The stems that count, with their weights, and how each is written most often."""

    stems: tuple[str, ...]
    idf: NDArray[np.float32]
    written: tuple[str, ...]

    def counts(self, found: Tokens) -> csr_matrix:
        """A row per text: how often each word is in it."""
        if not len(found.stems) or not self.stems:
            return csr_matrix((found.texts, len(self.stems)), dtype=np.float32)
        place = pd.Index(self.stems).get_indexer(pd.Index(found.stems))
        column = place[found.stem]
        known = column >= 0
        return _counts(found.text[known], column[known], (found.texts, len(self.stems)))

    def vectors(self, counts: csr_matrix) -> csr_matrix:
        """A row per text: 1 + log of how often each word is in it, times its weight, to length 1."""
        weights = (1 + np.log(counts.data)) * self.idf[counts.indices]
        return _to_length_1(csr_matrix((weights, counts.indices, counts.indptr), shape=counts.shape))


def learn_vocabulary(found: Tokens) -> Vocabulary:
    """The words that at least two texts use and at most half of them: at most 20,000, the most frequent ones.

    The weight of a word in d of n texts is ln((1 + n) / (1 + d)) + 1.
    """
    counts = _counts(found.text, found.stem, (found.texts, len(found.stems)))
    texts_with = np.bincount(counts.indices, minlength=len(found.stems))
    useful = np.flatnonzero((texts_with >= _FEWEST) & (texts_with <= max(_FEWEST, _COMMON * found.texts)))
    kept = np.sort(useful[np.argsort(-texts_with[useful], kind="stable")[:MOST_WORDS]])
    idf = np.log((1 + found.texts) / (1 + texts_with[kept])) + 1
    return Vocabulary(tuple(found.stems[kept]), idf.astype(np.float32), tuple(found.written[kept]))


def places(vectors: csr_matrix) -> NDArray[np.float32]:
    """Where each text stands by the company of its words: the weighted mean of their vectors, to length 1.

    A word's vector is its row in the positive pointwise mutual information of all pairs of words (that at least two
    texts have together), brought down to 100 numbers. Reference: Levy, Goldberg & Dagan (2015), "Improving
    Distributional Similarity with Lessons Learned from Word Embeddings".
    """
    from sklearn.utils.extmath import randomized_svd
    from threadpoolctl import threadpool_limits

    there = csr_matrix((np.ones_like(vectors.data), vectors.indices, vectors.indptr), shape=vectors.shape)
    texts_with = np.asarray(there.sum(axis=0)).ravel()
    pairs = (there.T @ there).tocoo()
    often = pairs.data >= _TOGETHER
    row, column, n = pairs.row[often], pairs.col[often], pairs.data[often]
    information = np.maximum(np.log(n * vectors.shape[0] / (texts_with[row] * texts_with[column])), 0)
    if not information.any():  # no two texts are alike
        return np.zeros((vectors.shape[0], 1), dtype=np.float32)
    company = csr_matrix((information, (row, column)), shape=pairs.shape)
    with threadpool_limits(1):
        left, size, _ = randomized_svd(company, min(_NUMBERS, company.shape[0]), n_iter=3, random_state=0)
    found = np.asarray(vectors @ (left * size))
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12), dtype=np.float32)


def _to_length_1(rows: csr_matrix) -> csr_matrix:
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.repeat(1 / np.maximum(length, 1e-12), np.diff(rows.indptr))
    return csr_matrix(((rows.data * scale).astype(np.float32), rows.indices, rows.indptr), shape=rows.shape)


def _counts(row: NDArray[np.int64], column: NDArray[np.int64], shape: tuple[int, int]) -> csr_matrix:
    made = csr_matrix((np.ones(len(row), dtype=np.float32), (row, column)), shape=shape)
    made.sum_duplicates()
    return made
