"""The tone as learned from labelled messages, for the languages that were learned; by the rules for all others."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from metrics.text.escapes import unescaped
from metrics.text.lexicon import Lexicon
from metrics.text.ngrams import different
from metrics.text.sentiment.features import features
from metrics.text.sentiment.parts import Network, answer, linear, log_probabilities, semantic
from metrics.text.sentiment.rules import Rules
from metrics.text.sentiment.tones import COLUMNS, as_text, table
from metrics.text.sentiment.weights import SemanticWeights, Weights
from metrics.text.split import split

Encoder = Callable[[list[str]], NDArray[np.float32]]
"""Gives each text a vector of what it means."""

CLIP = 3.0
"""Deviations from the mean up to which a feature counts."""

_AT_ONCE = 10_000
_ADDRESS, _MENTION = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE), re.compile(r"(?<!\w)@\w+")
_READ = 1000  # characters of a text that the encoder reads


class Trained:
    """A scorer from weights; with `semantic` weights and an encoder it is model B where both know the language."""

    def __init__(
        self,
        weights: Weights,
        lexicon: Lexicon,
        semantic: SemanticWeights | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self._weights, self._lexicon, self._rules = weights, lexicon, Rules(lexicon)
        self._network = Network(weights)
        self._semantic, self._encoder = semantic, encoder
        with_b = semantic is not None and encoder is not None
        self.version = f"{semantic.version}+{weights.version}" if with_b and semantic else weights.version

    def score(self, texts: "pd.Series[Any]", languages: "NDArray[np.object_]") -> pd.DataFrame:
        """As `Scorer.score` says."""
        with threadpool_limits(1):  # on matrices this thin more threads only wait
            return self._score(texts, languages)

    def _score(self, texts: "pd.Series[Any]", languages: "NDArray[np.object_]") -> pd.DataFrame:
        known = np.isin(languages.astype(str), self._weights.languages)
        learned = np.flatnonzero(known & np.array([bool(one.strip()) for one in as_text(texts)], dtype=bool))
        found = self._rules.score(texts.iloc[~known], languages[~known]) if not known.all() else None
        parts = [self._some(texts.iloc[place], languages[place]) for place in _slices(learned)]
        nothing = np.setdiff1d(np.flatnonzero(known), learned)
        empty = np.full(len(nothing), None, dtype=object)
        parts.append(table(texts.index[nothing], np.zeros((len(nothing), 3)), 1.0, empty))
        if found is not None:
            parts.append(found)
        order = np.concatenate([learned, nothing, np.flatnonzero(~known)])
        whole = pd.concat(parts)
        return whole.iloc[np.argsort(order)][list(COLUMNS)]

    def _some(self, texts: "pd.Series[Any]", languages: "NDArray[np.object_]") -> pd.DataFrame:
        given = as_text(texts)
        weights = self._weights
        signs, comparable = self.signs(given, languages)
        found = answer(signs, languages, weights)
        model, sure = np.full(len(texts), "a", dtype=object), np.full(len(texts), weights.sure)
        if self._semantic is not None and self._encoder is not None:
            at = np.flatnonzero(np.isin(languages.astype(str), self._semantic.languages))
            vectors = self._encoder([encoded(given[one]) for one in at])
            both = np.hstack([signs[at], log_probabilities(semantic(vectors, comparable[at], self._semantic))])
            found[at], model[at], sure[at] = answer(both, languages[at], self._semantic), "b", self._semantic.sure
        return table(texts.index, found, sure, model)

    def signs(
        self, texts: list[str], languages: "NDArray[np.object_]"
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What the two parts say of each text (twice three logarithms of probabilities), and its features."""
        tokens = split(texts)
        words = different(tokens)
        said = features(tokens, self._lexicon.hits(tokens, languages))
        comparable = np.clip((said - self._weights.mean) / self._weights.deviation, -CLIP, CLIP)
        parts = (linear(tokens, words, self._weights), self._network(tokens, words, comparable))
        return np.hstack([log_probabilities(one) for one in parts]), comparable


def encoded(text: str) -> str:
    """A text as the encoder was shown it when the weights were made: addresses and names are masked.

    >>> encoded("@jan zie https://example.org/a")
    '@user zie http'
    """
    text = unescaped(text[:_READ]).encode("utf-8", "replace").decode()
    return _MENTION.sub("@user", _ADDRESS.sub("http", text))


def _slices(places: "NDArray[np.intp]") -> list["NDArray[np.intp]"]:
    return [places[start : start + _AT_ONCE] for start in range(0, len(places), _AT_ONCE)]
