"""The last layer: what the parts say becomes one calibrated answer, and from where on it is called sure."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from metrics.text.sentiment.parts import log_probabilities

RIGHT = 0.75
"""Of what is called sure, this share shall be right."""

_PRIOR = 50.0  # how strongly the factors are held near 1
_Floats = NDArray[np.float32]


def fit(signs: _Floats, labels: "NDArray[np.int64]", weights: _Floats) -> tuple[_Floats, _Floats]:
    """The weights and the bias of the last layer, from what the parts said of texts they had not seen."""
    model = LogisticRegression(C=1.0, max_iter=500).fit(signs, labels, sample_weight=weights)
    return model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)


def certainty(
    signs: _Floats, last: tuple[_Floats, _Floats], labels: "NDArray[np.int64]", weights: _Floats, languages: list[str]
) -> dict[str, float]:
    """For each language the factor that makes what was seen most likely; without much evidence it stays near 1."""
    scores = signs @ last[0] + last[1]
    found = {}
    for language in sorted(set(languages)):
        here = np.array(languages) == language
        weight = weights[here] / weights[here].mean()

        def cost(factor: float, here: "NDArray[np.bool_]" = here, weight: _Floats = weight) -> float:
            said = log_probabilities(scores[here] * factor)[np.arange(here.sum()), labels[here]]
            return float(_PRIOR * np.log(factor) ** 2 - (said * weight).sum())

        found[language] = float(min(np.arange(0.6, 1.6, 0.01), key=cost))
    return found


def sure(probabilities: _Floats, labels: "NDArray[np.int64]", weights: _Floats) -> tuple[float, float]:
    """The lowest probability from which answers are right often enough, and the share of texts that reach it."""
    best, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    for least in np.arange(0.34, 0.95, 0.01):
        over = best >= least
        if over.any() and np.average(right[over], weights=weights[over]) >= RIGHT:
            return round(float(least), 2), float(weights[over].sum() / weights.sum())
    return 0.95, float((best >= 0.95).mean())
