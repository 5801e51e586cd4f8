"""Topics that are found in texts: learning them, and saying of new texts which one they are about."""

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from metrics.text.tokens import Tokens, tokens
from metrics.text.topics import steady
from metrics.text.topics.grouping import Groups, group_by_place, refine, settle
from metrics.text.topics.typical import set_apart
from metrics.text.topics.vectors import Vocabulary, learn_vocabulary, places

MOST = 20_000
"""Texts that a fit reads; others are assigned to what it finds."""
CANDIDATES = (4, 6, 8, 10, 12, 15, 20, 25, 30)
"""Numbers of groups that are tried when none is given."""
DRIFTED = 0.1
"""By how much the share of unclear texts must rise before topics should be found again.

Among 500 new texts of the same kind as those of the fit, chance alone raises it by that much in fewer than 1 of 100
cases (`tests/metrics/text/topics`).
"""
_SEARCHED = 6_000  # texts that the number of groups is looked for in
_PER_GROUP = 15  # texts that a group must have on average
_AGREE = 2  # of three fits, from which a text is clear
_Labels = NDArray[np.int64]


@dataclass(frozen=True)
class TopicModel:
    """Groups of texts in one language ("" when one model serves several).

    `stability` is from 0 to 1, `stabilities` that of each group; `unclear` is the share of the texts it was learned
    from that fit no group well, `least` the margin under which a text is unclear. `labels` are the groups of the texts
    that it was learned from; they are not kept in a file.
    """

    language: str
    vocabulary: Vocabulary
    groups: Groups
    stability: float
    stabilities: tuple[float, ...]
    least: float
    unclear: float
    kind: str = "tfidf"
    labels: _Labels | None = None

    @property
    def k(self) -> int:
        """The number of groups."""
        return len(self.groups.words)

    def words(self, n: int = 8) -> tuple[tuple[str, ...], ...]:
        """The words that set each group apart, as they are written most often."""
        return set_apart(np.exp(self.groups.words.astype(np.float64)), self.vocabulary.written, n)

    def assign(self, texts: "pd.Series[Any]") -> tuple[_Labels, NDArray[np.float64]]:
        """The group of each text (-1: unclear), and by how much per word it is better than the next one."""
        best, margin = self.groups.assign(_there(self.vocabulary.counts(tokens(texts, self.language))))
        return np.where(margin < self.least, -1, best), margin

    def drift(self, texts: "pd.Series[Any]") -> float:
        """By how much more of these texts are unclear than of those of the fit; from `DRIFTED` on, fit again."""
        return float((self.assign(texts)[0] < 0).mean() - self.unclear) if len(texts) else 0.0

    def to_bytes(self) -> bytes:
        """The model as a file that holds numbers and words, and no code."""
        said = {
            "language": self.language,
            "kind": self.kind,
            "stems": self.vocabulary.stems,
            "written": self.vocabulary.written,
            "stability": self.stability,
            "stabilities": self.stabilities,
            "least": self.least,
            "unclear": self.unclear,
        }
        text = np.frombuffer(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"), dtype=np.uint8)
        file = io.BytesIO()
        np.savez_compressed(file, said=text, idf=self.vocabulary.idf, words=self.groups.words, share=self.groups.share)
        return file.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "TopicModel":
        """The model that such a file holds."""
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            said = json.loads(file["said"].tobytes())
            return cls(
                said["language"],
                Vocabulary(tuple(said["stems"]), file["idf"], tuple(said["written"])),
                Groups(file["words"], file["share"]),
                said["stability"],
                tuple(said["stabilities"]),
                said["least"],
                said["unclear"],
                said["kind"],
            )


def fit(texts: "pd.Series[Any]", language: str, k: int | None = None, seed: int = 1) -> TopicModel:
    """The topics of texts in one language: `k` groups, or as many as other looks at the texts would find again.

    Stability rests on three more fits, each on 80 % of the texts. A text is unclear when fewer than two of these agree
    with the group it is in; new texts are called so under the margin that tells such texts apart best. Texts without
    any word that two texts share are in no group. Raises `ValueError` without texts.
    """
    if texts.empty:
        raise ValueError("topics are found in texts, and there are none")
    data = Texts.of(tokens(texts.iloc[:MOST], language))
    groups_wanted = k or choose_k(data, seed)
    groups = data.group(groups_wanted, seed)
    return finish(language, data, groups, _labels(data, groups), seed)


@dataclass(frozen=True)
class Texts:
    """Texts in the forms that the steps of a fit need."""

    vocabulary: Vocabulary
    counts: csr_matrix
    vectors: csr_matrix
    places: NDArray[np.float32]

    @classmethod
    def of(cls, found: Tokens) -> "Texts":
        """Of the words of texts."""
        vocabulary = learn_vocabulary(found)
        counts = vocabulary.counts(found)
        vectors = vocabulary.vectors(counts)
        return cls(vocabulary, _there(counts), vectors, places(vectors))

    def part(self, rows: _Labels) -> "Texts":
        """Some of the texts."""
        return Texts(self.vocabulary, self.counts[rows], self.vectors[rows], self.places[rows])

    def group(self, k: int, seed: int) -> Groups:
        """At most k groups of the texts."""
        k = max(1, min(k, *self.counts.shape))
        if k == 1:
            return settle(self.counts, np.zeros(self.counts.shape[0], dtype=np.int64), 1)
        return settle(self.counts, refine(self.vectors, group_by_place(self.places, k, seed), k), k)


def choose_k(data: Texts, seed: int) -> int:
    """The number of groups that fits on parts of the texts agree about most."""
    texts = data.counts.shape[0]
    if texts > _SEARCHED:
        data = data.part(np.sort(np.random.default_rng(seed).permutation(texts)[:_SEARCHED]))
    candidates = [k for k in CANDIDATES if k * _PER_GROUP <= texts] or [min(2, texts)]

    def stability(k: int) -> float:
        runs = _runs(data, k, seed)
        return steady.compare(runs[0], runs, int(runs[0].max()) + 1).overall

    return steady.finest(candidates, stability) if len(candidates) > 1 else candidates[0]


def finish(language: str, data: Texts, groups: Groups, labels: _Labels, seed: int, kind: str = "tfidf") -> TopicModel:
    """The model of these groups, with how stable they are and which texts are unclear."""
    k = len(groups.words)
    found = steady.compare(labels, _runs(data, k, seed), k)
    margin = groups.assign(data.counts)[1]
    least = _least(margin, found.agree >= _AGREE)
    unclear = float(((margin < least) | (labels < 0)).mean())
    return TopicModel(language, data.vocabulary, groups, found.overall, found.groups, least, unclear, kind, labels)


def _runs(data: Texts, k: int, seed: int) -> list[_Labels]:
    parts = enumerate(steady.samples(data.counts.shape[0], seed), start=seed + 1)
    return [_labels(data, data.part(rows).group(k, number)) for number, rows in parts]


def _labels(data: Texts, groups: Groups) -> _Labels:
    return groups.assign(data.counts)[0]


def _least(margin: NDArray[np.float64], clear: NDArray[np.bool_]) -> float:
    """The margin that tells clear texts from unclear ones with the fewest mistakes (Youden's index); 0 if all are."""
    if clear.all() or not clear.any():
        return 0.0
    order = np.argsort(margin, kind="stable")
    right = np.cumsum(~clear[order]) / (~clear).sum() - np.cumsum(clear[order]) / clear.sum()
    best = int(right.argmax())
    return float(np.nextafter(margin[order[best]], np.inf)) if right[best] > 0 else 0.0


def _there(counts: csr_matrix) -> csr_matrix:
    """1 where a text has a word: in short texts a word said twice says no more about the topic."""
    return csr_matrix((np.ones_like(counts.data), counts.indices, counts.indptr), shape=counts.shape)
