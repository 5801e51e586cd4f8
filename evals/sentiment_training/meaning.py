"""The third part, for model B only: small networks over the vector of the whole text, of which the mean counts."""

import warnings

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

_NETWORKS, _HIDDEN, _EPOCHS, _DECAY = 4, 64, 8, 1e-2
_SCALE = 20.0  # vectors have length 1 in 512 directions: this brings their numbers near those of the features
_Floats = NDArray[np.float32]


def fit(
    vectors: _Floats, features: _Floats, labels: "NDArray[np.int64]", weights: _Floats, seed: int
) -> tuple[_Floats, _Floats, _Floats, _Floats]:
    """The weights of all networks as those of one: hidden layer, its bias, last layer, its bias."""
    shown = np.hstack([vectors * _SCALE, features])
    scale = np.r_[np.full(vectors.shape[1], _SCALE), np.ones(features.shape[1])][:, None]
    hidden, hidden_bias, out, out_bias = [], [], [], []
    for number in range(_NETWORKS):
        model = MLPClassifier(
            (_HIDDEN,), alpha=_DECAY, max_iter=_EPOCHS, batch_size=256, random_state=_NETWORKS * seed + number
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # stopping early is part of the regularisation
            model.fit(shown, labels, sample_weight=weights)
        hidden.append(model.coefs_[0] * scale)
        hidden_bias.append(model.intercepts_[0])
        out.append(model.coefs_[1] / _NETWORKS)
        out_bias.append(model.intercepts_[1] / _NETWORKS)
    return (
        np.hstack(hidden).astype(np.float32),
        np.hstack(hidden_bias).astype(np.float32),
        np.vstack(out).astype(np.float32),
        np.sum(out_bias, axis=0).astype(np.float32),
    )
