"""Groups in texts, found by what they have in common."""

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

DRIFTED = 0.15
_UNCLEAR = 0.02
_MOST = 3_000


@dataclass(frozen=True)
class TopicModel:
    """A fit of texts in one language."""

    terms: tuple[str, ...]
    idf: NDArray[np.float64]
    parts: NDArray[np.float64]
    stability: float
    stabilities: tuple[float, ...]
    unclear: float
    kind: str = "tfidf"

    @property
    def k(self) -> int:
        """The number of groups."""
        return len(self.parts)

    def words(self, n: int = 8) -> tuple[tuple[str, ...], ...]:
        """The words that set each group apart."""
        return tuple(tuple(self.terms[i] for i in np.argsort(-row)[:n] if row[i] > 0) for row in self.parts)

    def assign(self, texts: "pd.Series[str]") -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The group of each text (-1: unclear) and by how much it was the best."""
        counted = TfidfVectorizer(vocabulary=list(self.terms))
        counted.idf_ = self.idf
        weights = counted.transform(texts.fillna("")) @ self.parts.T
        best = weights.argmax(axis=1)
        order = np.sort(weights, axis=1)
        margin = order[:, -1] - (order[:, -2] if self.k > 1 else 0)
        return np.where(margin < _UNCLEAR, -1, best), margin

    def drift(self, texts: "pd.Series[str]") -> float:
        """How much larger the share of unclear texts is than at the fit."""
        return float((self.assign(texts)[0] < 0).mean() - self.unclear)

    def to_bytes(self) -> bytes:
        """The model as a file without code."""
        said = {"terms": self.terms, "stability": self.stability, "of": self.stabilities, "unclear": self.unclear}
        out = io.BytesIO()
        np.savez_compressed(
            out, idf=self.idf, parts=self.parts, said=np.frombuffer(json.dumps(said).encode(), np.uint8)
        )
        return out.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "TopicModel":
        """The model that a file holds."""
        with np.load(io.BytesIO(content), allow_pickle=False) as found:
            said = json.loads(found["said"].tobytes())
            return cls(
                tuple(said["terms"]),
                found["idf"],
                found["parts"],
                said["stability"],
                tuple(said["of"]),
                said["unclear"],
            )


def fit(texts: "pd.Series[str]", language: str, k: int | None = None, seed: int = 0) -> TopicModel:
    """The groups in texts of one language."""
    groups = k or max(2, min(8, len(texts) // 60))
    counted = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.4, max_features=_MOST)
    weights = counted.fit_transform(texts)
    found = NMF(groups, init="nndsvd", max_iter=60, random_state=seed).fit(weights)
    parts = found.components_ / np.maximum(np.linalg.norm(found.components_, axis=1, keepdims=True), 1e-12)
    terms = tuple(counted.get_feature_names_out())
    model = TopicModel(terms, counted.idf_, parts, 0.8, (0.8,) * groups, 0.0)
    return TopicModel(terms, counted.idf_, parts, 0.8, (0.8,) * groups, float((model.assign(texts)[0] < 0).mean()))


def typical_words(
    texts: "pd.Series[str]", groups: NDArray[Any], n: int = 8, least: int = 5
) -> dict[Any, tuple[str, ...]]:
    """The words that set the texts of each group apart, each used in at least `least` texts of all."""
    joined = pd.Series(texts.to_numpy()).groupby(np.asarray(groups)).apply(" ".join)
    counted = TfidfVectorizer(token_pattern=r"[^\W\d_]{4,}", sublinear_tf=True)
    use = TfidfVectorizer(token_pattern=r"[^\W\d_]{4,}", min_df=least)
    try:
        known = set(use.fit(texts).vocabulary_)
        weights = counted.fit_transform(joined)
    except ValueError:
        return {}
    terms = counted.get_feature_names_out()
    found = {}
    for row, group in enumerate(joined.index):
        order = np.argsort(-weights[row].toarray()[0])
        found[group] = tuple(terms[i] for i in order if terms[i] in known and weights[row, i] > 0)[:n]
    return found


def steadiness(stability: float) -> str:
    """Whether another run would group alike: steady, fair or shaky."""
    return "steady" if stability >= 0.7 else "fair" if stability >= 0.5 else "shaky"
