"""The second part: a small convolutional network over the vectors of words (after Kim, 2014), by gradient descent."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_Floats = NDArray[np.float32]
_Ints = NDArray[np.int64]
_WINDOW = (-1, 0, 1)
_WIDTH, _HIDDEN = 64, 128
_EPOCHS, _BATCH, _RATE, _DECAY = 6, 256, 1e-3, 1e-4
_DROPPED_WORDS, _DROPPED_SIGNS = 0.2, 0.4


@dataclass(frozen=True)
class Texts:
    """Texts as rows of the table of words: text i is `words[first[i]:first[i + 1]]`; and their features."""

    words: _Ints
    first: _Ints
    features: _Floats

    def some(self, places: _Ints) -> "Texts":
        """These texts alone."""
        size = self.first[places + 1] - self.first[places]
        first = np.r_[0, np.cumsum(size)]
        at = np.repeat(self.first[places] - first[:-1], size) + np.arange(first[-1])
        return Texts(self.words[at], first, self.features[places])


class Learner:
    """Learns `weights`; `vectors` are given and stay, the last row stands for words that are not known."""

    def __init__(self, vectors: _Floats, features: int, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._vectors = vectors
        size = vectors.shape[1]
        self.weights: dict[str, _Floats] = {
            "project": self._drawn((size, _WIDTH), size**-0.5),
            "unknown": np.zeros(_WIDTH, np.float32),
            "windows": self._drawn((len(_WINDOW), _WIDTH, _HIDDEN), (2 / (_WIDTH * len(_WINDOW))) ** 0.5),
            "hidden_bias": np.zeros(_HIDDEN, np.float32),
            "out": self._drawn((2 * _HIDDEN + features, 3), 0.05),
            "out_bias": np.zeros(3, np.float32),
        }
        self._means = {name: np.zeros_like(value) for name, value in self.weights.items()}
        self._squares = {name: np.zeros_like(value) for name, value in self.weights.items()}
        self._steps = 0

    def learn(self, texts: Texts, labels: "NDArray[np.int64]", weights: _Floats) -> None:
        """Go through all texts several times, in another order each time."""
        wanted = np.eye(3, dtype=np.float32)[labels]
        for epoch in range(_EPOCHS):
            order = self._random.permutation(len(labels))
            for start in range(0, len(order), _BATCH):
                places = order[start : start + _BATCH]
                share = (weights[places] / weights[places].sum())[:, None]
                self._step(texts.some(places), wanted[places], share, _RATE * (1 - epoch / _EPOCHS))

    def table(self) -> _Floats:
        """The projected vector of each word."""
        found = self._vectors @ self.weights["project"]
        found[-1] = self.weights["unknown"]
        return found

    def _drawn(self, shape: tuple[int, ...], scale: float) -> _Floats:
        return (self._random.normal(size=shape) * scale).astype(np.float32)

    def _kept(self, shape: tuple[int, ...], dropped: float) -> _Floats:
        return (self._random.random(shape) >= dropped).astype(np.float32)

    def _step(self, texts: Texts, wanted: _Floats, share: _Floats, rate: float) -> None:
        """Forward and back for one batch (dropout on words and on signs), then one step of Adam."""
        w, size, count = self.weights, np.diff(texts.first), len(texts.first) - 1
        unique, of = np.unique(texts.words, return_inverse=True)
        unknown = unique == len(self._vectors) - 1
        known = self._vectors[unique]
        projected = known @ w["project"]
        projected[unknown] = w["unknown"]
        kept = self._kept((len(of), 1), _DROPPED_WORDS)
        text = np.repeat(np.arange(count), size)
        at = np.arange(len(of)) + text + 1  # a row of zeros before each text, and one at the end
        row = np.zeros((len(of) + count + 1, _WIDTH), np.float32)
        row[at] = projected[of] * kept
        signs = sum((row[at + step] @ w["windows"][k] for k, step in enumerate(_WINDOW)), w["hidden_bias"][None, :])
        np.maximum(signs, 0, out=signs)
        some, root = np.flatnonzero(size), np.sqrt(np.maximum(size, 1)).astype(np.float32)[:, None]
        strongest, mean = (np.zeros((count, _HIDDEN), np.float32) for _ in range(2))
        strongest[some] = np.maximum.reduceat(signs, texts.first[some], axis=0)
        mean[some] = np.add.reduceat(signs, texts.first[some], axis=0) / root[some]
        mask = self._kept((count, len(w["out"])), _DROPPED_SIGNS) / (1 - _DROPPED_SIGNS)
        shown = np.hstack([strongest, mean, texts.features]) * mask
        scores = shown @ w["out"] + w["out_bias"]
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))

        error = (odds / odds.sum(axis=1, keepdims=True) - wanted) * share
        slope: dict[str, Any] = {"out": shown.T @ error, "out_bias": error.sum(axis=0)}
        back = (error @ w["out"].T) * mask
        to_signs = np.where(signs == strongest[text], back[text, :_HIDDEN], 0)
        to_signs += (back[:, _HIDDEN : 2 * _HIDDEN] / root)[text]
        to_signs *= signs > 0
        slope["hidden_bias"] = to_signs.sum(axis=0)
        slope["windows"] = np.stack([row[at + step].T @ to_signs for step in _WINDOW])
        to_row = np.zeros_like(row)
        for k, step in enumerate(_WINDOW):
            to_row[at + step] += to_signs @ w["windows"][k].T
        gather = sparse.csr_array((kept[:, 0], (of, np.arange(len(of)))), shape=(len(unique), len(of)))
        to_words = gather @ to_row[at]
        slope["unknown"] = to_words[unknown].sum(axis=0)
        to_words[unknown] = 0
        slope["project"] = known.T @ to_words
        self._adam(slope, rate)

    def _adam(self, slope: dict[str, _Floats], rate: float) -> None:
        self._steps += 1
        for name, value in slope.items():
            mean, square = self._means[name], self._squares[name]
            mean += 0.1 * (value - mean)
            square += 0.001 * (value * value - square)
            step = (mean / (1 - 0.9**self._steps)) / (np.sqrt(square / (1 - 0.999**self._steps)) + 1e-8)
            self.weights[name] -= (rate * step).astype(np.float32)
            if value.ndim > 1:
                self.weights[name] *= 1 - rate * _DECAY
