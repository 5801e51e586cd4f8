"""Groups of texts, in three steps: a start by the company that words keep, a classifier, and a mixture that keeps it.

1. k-means on the means of the word vectors of each text (`vectors.places`): short texts share few words, but their
   words often stand beside the same others.
2. A classifier learns from the most central texts of each group and assigns all of them again, six times. After
   Rakib, Zeh, Jankowska & Milios (2020), "Enhancement of Short Text Clustering by Iterative Classification".
3. A mixture in which a text belongs to one group and draws its words from it (Yin & Wang 2014, "A Dirichlet multinomial
   mixture model-based approach for short text clustering") learns the groups. It needs only the words of a text to say
   how likely each group is, so new texts are assigned by it. More turns of it made groups of titles worse.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

CENTRAL = 0.7
"""Share of the texts of a group that the classifier learns from."""
_ROUNDS = 6
_STARTS, _TURNS = 10, 50  # of k-means: with fewer starts one in ten fits misses the best groups
_UNSEEN = 0.1  # what the mixture gives to a word that no text of a group has
_Floats = NDArray[np.float64]
_Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Groups:
    """What texts of each group are like: logarithms of how likely a word is, a row per group, and a group itself."""

    words: NDArray[np.float32]
    share: NDArray[np.float32]

    def likelihood(self, counts: csr_matrix) -> _Floats:
        """The logarithm of how likely each text is in each group; `counts` has a row per text, a column per word."""
        return np.asarray(counts @ self.words.T, dtype=np.float64) + self.share

    def assign(self, counts: csr_matrix) -> tuple[_Labels, _Floats]:
        """The best group of each text, and by how much per word it is better than the second; without words: -1, 0."""
        likely = self.likelihood(counts)
        words = np.diff(counts.indptr)
        if likely.shape[1] == 1:
            return np.where(words > 0, 0, -1), np.where(words > 0, np.inf, 0.0)
        top = np.partition(likely, -2, axis=1)[:, -2:]
        margin = (top[:, 1] - top[:, 0]) / np.maximum(words, 1)
        return np.where(words > 0, likely.argmax(axis=1), -1), np.where(words > 0, margin, 0.0)


def group_by_place(places: NDArray[np.float32], k: int, seed: int) -> _Labels:
    """The group of each text by k-means of the places."""
    import warnings

    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    with warnings.catch_warnings(), threadpool_limits(1):  # on matrices this thin more threads only wait
        warnings.simplefilter("ignore", ConvergenceWarning)  # fewer different texts than groups: some stay empty
        means = KMeans(k, n_init=_STARTS, max_iter=_TURNS, random_state=seed)
        return np.asarray(means.fit_predict(places), dtype=np.int64)


def refine(vectors: csr_matrix, labels: _Labels, k: int) -> _Labels:
    """The groups after rounds of learning from the most central texts of each."""
    said = np.diff(vectors.indptr) > 0
    weights = _complement(vectors, np.where(said, labels, -1), k)
    for _ in range(_ROUNDS):
        labels = np.asarray(vectors @ weights.T).argmax(axis=1)
        weights = _complement(vectors, _central(vectors, labels, k), k)
    return np.asarray(np.asarray(vectors @ weights.T).argmax(axis=1), dtype=np.int64)


def settle(counts: csr_matrix, labels: _Labels, k: int) -> Groups:
    """The mixture that these groups come to, in one turn; `counts` has 1 where a text has a word.

    A group that no text belongs to any more is left out, so that there may be fewer than k.
    """
    said = np.diff(counts.indptr) > 0
    member = np.zeros((counts.shape[0], k))
    member[said, labels[said]] = 1
    likely = _mixture(counts, member).likelihood(counts)
    member = np.exp(likely - likely.max(axis=1, keepdims=True)) * said[:, None]
    member /= np.maximum(member.sum(axis=1, keepdims=True), 1e-300)
    groups = _mixture(counts, member)
    used = np.unique(groups.likelihood(counts).argmax(axis=1)[said]) if said.any() else np.arange(1)
    return Groups(groups.words[used], groups.share[used])


def _mixture(counts: csr_matrix, member: _Floats) -> Groups:
    words = np.asarray((counts.T @ member).T) + _UNSEEN
    words = np.log(words / words.sum(axis=1, keepdims=True))
    return Groups(words.astype(np.float32), np.log(member.sum(axis=0) + 1).astype(np.float32))


def _central(vectors: csr_matrix, labels: _Labels, k: int) -> _Labels:
    """The labels of the texts that are most like the mean of their group; -1 for the others."""
    centre = _sums(vectors, labels, k)
    centre /= np.maximum(np.linalg.norm(centre, axis=1, keepdims=True), 1e-12)
    row = np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr))
    near = np.bincount(row, vectors.data * centre[labels[row], vectors.indices], minlength=vectors.shape[0])
    kept = np.full(len(labels), -1, dtype=np.int64)
    for group in range(k):
        own = np.flatnonzero(labels == group)
        if len(own):
            kept[own[np.argsort(-near[own], kind="stable")[: max(1, round(CENTRAL * len(own)))]]] = group
    return kept


def _complement(vectors: csr_matrix, labels: _Labels, k: int) -> _Floats:
    """Complement naive Bayes: a word speaks for a group when texts of all other groups seldom have it.

    Reference: Rennie, Shih, Teevan & Karger (2003), "Tackling the Poor Assumptions of Naive Bayes Text Classifiers".
    """
    sums = _sums(vectors, labels, k)
    others = sums.sum(axis=0) - sums + 1
    return np.asarray(-np.log(others / others.sum(axis=1, keepdims=True)))


def _sums(vectors: csr_matrix, labels: _Labels, k: int) -> _Floats:
    known = np.flatnonzero(labels >= 0)
    member = csr_matrix((np.ones(len(known)), (labels[known], known)), shape=(k, vectors.shape[0]))
    return np.asarray((member @ vectors).todense(), dtype=np.float64)
