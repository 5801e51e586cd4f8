"""The two parts of the trained scorer: weights of pieces and phrases that add up, and a small network over words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics.text.lookup import Lookup
from metrics.text.ngrams import Words, added, phrases, pieces
from metrics.text.sentiment.weights import SemanticWeights, Weights
from metrics.text.split import Split

_AT_ONCE = 500  # texts; what the network writes down for them stays near the processor
_Floats = NDArray[np.float32]


def linear(tokens: Split, words: Words, weights: Weights) -> _Floats:
    """The sums of the weights of a text's pieces and of its phrases, each divided by the root of how many there are."""
    slots, begin = pieces(tokens, words)
    by_word = np.column_stack([added(weights.pieces[slots], begin), np.diff(begin).astype(np.float32)])
    whole = added(by_word[words.of], tokens.first)
    slots, begin = phrases(tokens)
    said = added(weights.phrases[slots], begin)
    return np.asarray(
        whole[:, :3] / _root(whole[:, 3:]) + said / _root(np.diff(begin)[:, None]) + weights.linear_bias, np.float32
    )


class Network:
    """Words as vectors, three neighbours at a time, the strongest and the mean sign of each kind, and the features."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known = Lookup(_upper(weights.names.astype(np.uint64) << np.uint64(32)))

    def __call__(self, tokens: Split, words: Words, features: _Floats) -> _Floats:
        """Three numbers a text; `features` have been made comparable."""
        w = self._weights
        vectors = w.vectors[self._known.find(_upper(words.hash))]  # what is not known has place -1: the last row
        before, here, after = (vectors @ one for one in w.windows)
        before, after = (np.vstack([one, np.zeros((1, one.shape[1]), np.float32)]) for one in (before, after))
        of, nobody = words.of, len(words.hash)
        same = tokens.text[1:] == tokens.text[:-1]
        previous = np.r_[nobody, np.where(same, of[:-1], nobody)][: len(of)].astype(np.int64)
        following = np.r_[np.where(same, of[1:], nobody), nobody][: len(of)].astype(np.int64)
        rows = [
            self._pooled(here, before, after, of, previous, following, tokens.first[start : start + _AT_ONCE + 1])
            for start in range(0, len(tokens.first) - 1, _AT_ONCE)
        ]
        pooled = np.vstack(rows) if rows else np.zeros((0, len(w.out) - features.shape[1]), np.float32)
        return np.asarray(np.hstack([pooled, features]) @ w.out + w.out_bias, np.float32)

    def _pooled(
        self,
        here: _Floats,
        before: _Floats,
        after: _Floats,
        of: "NDArray[np.int64]",
        previous: "NDArray[np.int64]",
        following: "NDArray[np.int64]",
        first: "NDArray[np.int64]",
    ) -> _Floats:
        part = slice(int(first[0]), int(first[-1]))
        signs = here[of[part]]
        signs += before[previous[part]]
        signs += after[following[part]]
        signs += self._weights.hidden_bias
        np.maximum(signs, 0, out=signs)
        size = np.diff(first)
        some = np.flatnonzero(size)
        strongest = np.zeros((len(size), signs.shape[1]), np.float32)
        if len(some):
            strongest[some] = np.maximum.reduceat(signs, first[some] - first[0], axis=0)
        return np.hstack([strongest, added(signs, first - first[0]) / _root(size[:, None])])


def semantic(vectors: _Floats, features: _Floats, weights: SemanticWeights) -> _Floats:
    """Three numbers a text from the vector of the whole text and its features."""
    signs = np.hstack([vectors, features]) @ weights.semantic_hidden + weights.semantic_hidden_bias
    return np.asarray(np.maximum(signs, 0) @ weights.semantic_out + weights.semantic_out_bias, np.float32)


def answer(
    signs: _Floats, languages: "NDArray[np.object_]", weights: "Weights | SemanticWeights"
) -> NDArray[np.float32]:
    """The calibrated probabilities from what the parts say of texts in languages that were learned."""
    certainty = weights.certainty[np.searchsorted(weights.languages, languages.astype(str))][:, None]
    return np.exp(log_probabilities((signs @ weights.stack + weights.stack_bias) * certainty))


def log_probabilities(scores: _Floats) -> _Floats:
    """The logarithms of the probabilities that belong to these scores."""
    scores = scores - scores.max(axis=1, keepdims=True, initial=-1e9)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), np.float32)


def _root(counts: "NDArray[Any]") -> _Floats:
    return np.asarray(np.sqrt(np.maximum(counts, 1)), np.float32)


def _upper(names: "NDArray[np.uint64]") -> NDArray[np.uint64]:
    """Only the upper half counts, as the table keeps only that."""
    return names & np.uint64(0xFFFFFFFF00000000)
