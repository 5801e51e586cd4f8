"""A small model of one's own labelled messages, offered only when it is better than the rules alone.

Where people have labelled messages of their own city, a model can learn what the rules do not know: local names, local
trouble. It looks at words and parts of words, and at what the rules say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.needs_reply.classes import classify
from metrics.needs_reply.intents import INTENTS, NEEDS_REPLY
from metrics.needs_reply.scores import f1
from metrics.text.grams import grams
from metrics.words import N_, Message, Share

LABELS, LABELS_PER_SIDE = 200, 20
"""How many labelled messages a model needs, and how many of them with and without need of a reply."""

_FOLDS, _SEED, _RESAMPLES = 5, 4, 2000


@dataclass(frozen=True, eq=False)
class Model:
    """A model that was better than the rules on messages it had not seen.

    `better` is by how much F1 was higher in cross-validation, with its 95 % interval; `n` how many messages it learned
    from; `unseen` what it said of each of these before it had seen it: whether it needs a reply.
    """

    better: tuple[float, float, float]
    n: int
    unseen: NDArray[np.bool_]
    _parts: tuple[Any, Any]

    def classify(self, texts: "pd.Series[Any]") -> pd.DataFrame:
        """Intent and language as `metrics.needs_reply.classify` gives them, with the model's say on who needs a reply.

        Where model and rules agree on that, the intent is that of the rules; else it is the one that was most common
        among the labelled messages of that side.
        """
        found = classify(texts)
        if found.empty:
            return found
        needs, common = self._parts
        says = needs.predict(_features(texts, found["intent"]))
        rules = found["intent"].isin(NEEDS_REPLY).to_numpy()
        other = np.where(says, common[True], common[False])
        return found.assign(intent=np.where(says == rules, found["intent"], other).astype(object))


def fit(texts: "pd.Series[Any]", intents: "pd.Series[Any]") -> Model | Message:
    """A model of labelled messages, or why there is none: too few labels, or no better than the rules.

    `intents` are codes of `INTENTS`. Five-fold cross-validation compares both on messages that the model has not seen;
    the interval of the difference in F1 comes from drawing those messages again and again.
    """
    if unknown := set(intents) - set(INTENTS):
        raise ValueError(f"intents must be codes of INTENTS, got {sorted(map(str, unknown))}")
    truth = intents.isin(NEEDS_REPLY).to_numpy()
    side = int(min(truth.sum(), (~truth).sum()))
    if len(texts) < LABELS or side < LABELS_PER_SIDE:
        return _too_few(len(texts), side)
    by_rules = classify(texts)["intent"]
    features = _features(texts, by_rules)
    says = np.zeros(len(truth), dtype=bool)
    for learned, left_out in _folds(truth):
        says[left_out] = _classifier().fit(features[learned], truth[learned]).predict(features[left_out])
    better = _difference(truth, says, by_rules.isin(NEEDS_REPLY).to_numpy())
    if better[1] <= 0:
        return _no_better(better, len(texts))
    common = {need: str(intents[truth == need].mode().iloc[0]) for need in (True, False)}
    return Model(better, len(texts), says, (_classifier().fit(features, truth), common))


def _too_few(n: int, side: int) -> Message:
    return Message(
        "too_few_labels",
        N_(
            "Too few labelled messages for a model of your own: {n} of the {needed} needed, and {side} of the "
            "{side_needed} needed of the rarer kind."
        ),
        {"n": n, "needed": LABELS, "side": side, "side_needed": LABELS_PER_SIDE},
    )


def _no_better(better: tuple[float, float, float], n: int) -> Message:
    gap, low, high = map(Share, better)
    return Message(
        "model_no_better",
        N_(
            "A model of your {n} labelled messages is not clearly better than the rules: the difference in F1 is {gap} "
            "({low} to {high}). The rules stay."
        ),
        {"n": n, "gap": gap, "low": low, "high": high},
    )


def _features(texts: "pd.Series[Any]", by_rules: "pd.Series[Any]") -> Any:
    """Hashed words, pairs of words and parts of words, and what the rules say."""
    from scipy.sparse import csr_matrix, hstack

    verdict = np.column_stack([by_rules == code for code in INTENTS] + [by_rules.isin(NEEDS_REPLY)]).astype(float)
    return csr_matrix(hstack([grams(texts), csr_matrix(verdict)]))


def _classifier() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=4.0, max_iter=1000)


def _folds(truth: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    from sklearn.model_selection import StratifiedKFold

    yield from StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(truth, truth)


def _difference(
    truth: NDArray[np.bool_], model: NDArray[np.bool_], rules: NDArray[np.bool_]
) -> tuple[float, float, float]:
    """F1 of the model less that of the rules on the same messages, with a bootstrap interval over the messages."""
    cells = np.bincount(4 * truth + 2 * model + rules, minlength=8)  # messages by truth and both verdicts
    drawn = np.random.default_rng(_SEED).multinomial(len(truth), cells / len(truth), _RESAMPLES)
    counts = np.vstack([cells, drawn]).reshape(-1, 2, 2, 2)
    gaps = _f1(counts.sum(axis=3)) - _f1(counts.sum(axis=2))
    low, high = np.quantile(gaps[1:], [0.025, 0.975])
    return float(gaps[0]), float(low), float(high)


def _f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """F1 of tables of counts by truth and verdict."""
    return np.asarray(f1(counts[:, 1, 1], counts[:, 0, 1], counts[:, 1, 0]), dtype=np.float64)
