"""A layer of one's own over the model of tones: what 200 labels of this city teach it, where that makes it better.

The layer adds to the log-probabilities of the model what words and parts of words say here, and shifts the classes as a
whole. It is held strongly to zero, so where labels say nothing the model's word stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.calibration import ENOUGH, ENOUGH_OF_CLASS
from metrics.text.grams import grams
from metrics.text.tone import TONES
from metrics.words import N_, Message, Share

_STRENGTH = (
    1.0  # of the hold to zero: with 200 labels the best of .3, 1, 3 and 10 in two of three sets of labelled texts
)
_FOLDS, _SEED, _RESAMPLES, _STEPS = 5, 4, 2000, 60
_SMALLEST = 1e-3  # of a probability, so that labels can outweigh a model that is too sure
_Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Local:
    """A layer that was better than the model alone on messages it had not seen.

    `better` is by how much macro-F1 was higher in cross-validation, with its 95 % interval; `n` how many labels it
    learned from; `version` is added to that of the model; `unseen` the tone that it gave to each of these messages
    before it had seen them.
    """

    better: tuple[float, float, float]
    n: int
    version: str
    unseen: tuple[str, ...]
    _weights: _Matrix
    _shift: _Matrix

    def apply(self, probabilities: _Matrix, texts: "pd.Series[Any]") -> _Matrix:
        """The model's probabilities (a row for each text, in the order of `TONES`) with what was learned here.

        Rows without probabilities stay without.
        """
        return _apply(probabilities, grams(texts), self._weights, self._shift)


def fit(
    texts: "pd.Series[Any]", probabilities: _Matrix, tones: Sequence[str], weights: Sequence[float] | None = None
) -> Local | Message:
    """A layer learned from labelled messages, or why there is none: too few labels, or no better than the model.

    `probabilities` are the model's, a row for each text; `tones` codes of `TONES`; `weights` how many messages each
    stands for, when the sample is stratified. Five-fold cross-validation compares layer and model on messages that the
    layer has not seen; the interval of the difference comes from drawing those messages again and again.
    """
    codes = list(TONES)
    if unknown := set(tones) - set(codes):
        raise ValueError(f"tones must be codes of TONES, got {sorted(map(str, unknown))}")
    truth = np.array([codes.index(tone) for tone in tones], dtype=np.int64)
    rarest = int(np.bincount(truth, minlength=len(codes)).min())
    if len(truth) < ENOUGH - ENOUGH_OF_CLASS or rarest < ENOUGH_OF_CLASS:
        return _too_few(len(truth), rarest)
    features = grams(texts)
    says = np.zeros(len(truth), dtype=np.int64)
    for learned, left_out in _folds(truth):
        layer = _learn(features[learned], probabilities[learned], truth[learned])
        says[left_out] = _apply(probabilities[left_out], features[left_out], *layer).argmax(axis=1)
    stands_for = np.ones(len(truth)) if weights is None else np.asarray(weights, dtype=np.float64)
    better = _difference(truth, says, probabilities.argmax(axis=1), stands_for)
    if better[1] <= 0:
        return _no_better(better, len(truth))
    unseen = tuple(codes[code] for code in says)
    return Local(better, len(truth), _version(texts, tones), unseen, *_learn(features, probabilities, truth))


def _learn(features: Any, probabilities: _Matrix, truth: NDArray[np.int64]) -> tuple[_Matrix, _Matrix]:
    """Weights and shift: a multinomial logistic regression that starts from the model's log-probabilities."""
    from scipy.optimize import minimize

    used = np.unique(features.indices)
    seen, start = features[:, used], _logs(probabilities)
    target = np.eye(len(TONES))[truth]

    def loss(point: _Matrix) -> tuple[float, _Matrix]:
        weights, shift = point[:-3].reshape(-1, 3), point[-3:]
        found = _softmax(start + seen @ weights + shift)
        value = -np.log(found[np.arange(len(truth)), truth] + 1e-12).sum() + _STRENGTH / 2 * (point @ point)
        slope = np.concatenate([(seen.T @ (found - target)).ravel(), (found - target).sum(axis=0)])
        return float(value), slope + _STRENGTH * point

    best = minimize(loss, np.zeros(3 * len(used) + 3), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    weights = np.zeros((features.shape[1], 3))
    weights[used] = best[:-3].reshape(-1, 3)
    return weights, best[-3:]


def _apply(probabilities: _Matrix, features: Any, weights: _Matrix, shift: _Matrix) -> _Matrix:
    return _softmax(_logs(probabilities) + features @ weights + shift)


def _logs(probabilities: _Matrix) -> _Matrix:
    return np.asarray(np.log(np.maximum(probabilities, _SMALLEST)), dtype=np.float64)


def _softmax(scores: _Matrix) -> _Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


def _folds(truth: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    from sklearn.model_selection import StratifiedKFold

    yield from StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(truth, truth)


def _difference(
    truth: NDArray[np.int64], layer: NDArray[np.int64], model: NDArray[np.int64], weights: _Matrix
) -> tuple[float, float, float]:
    """Macro-F1 of the layer less that of the model on the same messages, with a bootstrap interval over these."""
    of, n = len(TONES), len(truth)
    cells = np.zeros((n, of**3))
    cells[np.arange(n), (truth * of + layer) * of + model] = weights
    times = np.random.default_rng(_SEED).multinomial(n, np.full(n, 1 / n), _RESAMPLES)
    tables = (np.vstack([np.ones(n), times]) @ cells).reshape(-1, of, of, of)  # truth, layer, model
    gaps = _macro_f1(tables.sum(axis=3)) - _macro_f1(tables.sum(axis=2))
    low, high = np.quantile(gaps[1:], [0.025, 0.975])
    return float(gaps[0]), float(low), float(high)


def _macro_f1(tables: _Matrix) -> _Matrix:
    right = np.diagonal(tables, axis1=1, axis2=2)
    both = tables.sum(axis=1) + tables.sum(axis=2)
    return np.asarray((2 * right / np.maximum(both, 1e-12)).mean(axis=1), dtype=np.float64)


def _version(texts: "pd.Series[Any]", tones: Sequence[str]) -> str:
    """A short name of what it learned from, so that another set of labels makes another version."""
    said = "\n".join(f"{tone} {text}" for text, tone in zip(texts, tones, strict=True))
    return f"+l{sha256(said.encode('utf-8', 'replace')).hexdigest()[:5]}"


def _too_few(n: int, rarest: int) -> Message:
    text = N_(
        "Too few labels for a layer of your own: {n} of the {needed} needed with a tone, and {rarest} of the {each} "
        "needed of the rarest one."
    )
    values = {"n": n, "needed": ENOUGH - ENOUGH_OF_CLASS, "rarest": rarest, "each": ENOUGH_OF_CLASS}
    return Message("too_few_labels", text, values)


def _no_better(better: tuple[float, float, float], n: int) -> Message:
    gap, low, high = map(Share, better)
    text = N_(
        "A layer of your {n} labels is not clearly better than the model: the difference in F1 is {gap} ({low} to "
        "{high}). The model stays as it is."
    )
    return Message("layer_no_better", text, {"n": n, "gap": gap, "low": low, "high": high})
