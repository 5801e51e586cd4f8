"""Learns the sentiment models from labelled texts: `python -m evals.train_sentiment DIR [--out DIR] [--card FILE]`.

DIR holds `sentiment_train.csv.gz` and `sentiment_dev.csv.gz` (columns source, lang, label, text). It writes the tables
of weights, the model card as JSON and, for people, as Markdown. The texts themselves go nowhere. The optional extra is
needed for it (`requirements-semantic.txt`); to use what was learned it is not. The same input gives the same tables.

Every figure in the card was measured on texts that the parts had not seen: by leaving out one third of the training
texts at a time (in English whole topics), and on the dev texts, which are learned from only in the very last round.
"""

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from data.models import lexicon, paths, semantic
from evals.sentiment_training import card, linear, meaning, stack, texts, vectors
from evals.sentiment_training.network import Learner
from evals.sentiment_training.network import Texts as Rows
from metrics.text.ngrams import different
from metrics.text.sentiment.features import features
from metrics.text.sentiment.parts import Network, answer, log_probabilities
from metrics.text.sentiment.parts import linear as linear_part
from metrics.text.sentiment.parts import semantic as semantic_part
from metrics.text.sentiment.trained import CLIP
from metrics.text.sentiment.weights import SemanticWeights, Weights, save
from metrics.text.split import split

VERSION_A, VERSION_B = "a2", "b2"
_SEED, _FOLDS, _TOPICS = 6, 3, 20
_Floats = NDArray[np.float32]
_Ints = NDArray[np.int64]
_Kind = TypeVar("_Kind", Weights, SemanticWeights)


class Trainer:
    """The texts in every form that a part learns from, and what the parts make of some of them."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.labels = table["label"].to_numpy(np.int64)
        self.weights = texts.balanced(table)
        self.languages = tuple(sorted(table["lang"].unique()))
        self._tokens = split(table["text"].tolist())
        hits = lexicon().hits(self._tokens, table["lang"].to_numpy(object))
        raw = features(self._tokens, hits)
        self._mean, self._deviation = raw.mean(axis=0), raw.std(axis=0) + 1e-6
        comparable = np.clip((raw - self._mean) / self._deviation, -CLIP, CLIP)
        self._counts = linear.counts(self._tokens)
        self._names, known = vectors.of_words(table.loc[table["part"] == "train", "text"], self.languages)
        self._vectors = np.vstack([known, np.zeros((1, known.shape[1]), np.float32)])
        place = np.searchsorted(self._names, self._tokens.hash >> np.uint64(32)).clip(max=len(self._names) - 1)
        found = self._names[place] == self._tokens.hash >> np.uint64(32)
        self._rows = Rows(np.where(found, place, len(self._names)), self._tokens.first, comparable)
        self.meaning = vectors.of_texts(table["text"])

    def learn(self, places: _Ints, seed: int) -> tuple[Weights, SemanticWeights]:
        """The parts of both models from these texts, without their last layers."""
        labels, weights = self.labels[places], self.weights[places]
        pieces, phrases, bias = linear.fit(tuple(one[places] for one in self._counts), labels, weights)
        learner = Learner(self._vectors, self._rows.features.shape[1], seed)
        learner.learn(self._rows.some(places), labels, weights)
        w = learner.weights
        added = meaning.fit(self.meaning[places], self._rows.features[places], labels, weights, seed)
        found = Weights(
            *(VERSION_A, self.languages, 1.0, self._mean, self._deviation, pieces, phrases, bias),
            *(self._names.astype(np.uint32), learner.table(), w["windows"], w["hidden_bias"], w["out"], w["out_bias"]),
            *_no_last_layer(6, self.languages),
        )
        covered = tuple(one for one in self.languages if one in semantic.LANGUAGES)
        return found, SemanticWeights(VERSION_B, covered, 1.0, *added, *_no_last_layer(9, covered))

    def signs(self, learned: tuple[Weights, SemanticWeights]) -> _Floats:
        """What the three parts say of all texts: nine logarithms of probabilities."""
        weights, added = learned
        words = different(self._tokens)
        parts = (
            linear_part(self._tokens, words, weights),
            Network(weights)(self._tokens, words, self._rows.features),
            semantic_part(self.meaning, self._rows.features, added),
        )
        return np.hstack([log_probabilities(one) for one in parts])


def unseen_signs(trainer: Trainer, fold: _Ints) -> _Floats:
    """For each text what parts say that had not seen it; for the dev texts the mean over all rounds."""
    found = np.zeros((len(fold), 9), dtype=np.float32)
    for left_out in range(_FOLDS):
        said = trainer.signs(trainer.learn(np.flatnonzero((fold >= 0) & (fold != left_out)), _SEED + left_out))
        found[fold == left_out] = said[fold == left_out]
        found[fold < 0] += said[fold < 0] / _FOLDS
        print(f"round {left_out + 1} of {_FOLDS} after {time.process_time():.0f} s", file=sys.stderr)
    return found


def topics(table: pd.DataFrame, meaning: _Floats) -> _Ints:
    """Which topic each English training text is about, -1 for all others."""
    found = np.full(len(table), -1)
    large = np.flatnonzero((table["source"] == "semeval1316").to_numpy())
    if len(large) >= _TOPICS:
        found[large] = KMeans(_TOPICS, n_init=1, max_iter=30, random_state=_SEED).fit_predict(meaning[large])
    return found


def with_last_layer(
    weights: _Kind, signs: _Floats, trainer: Trainer, table: pd.DataFrame, fold: _Ints
) -> tuple[_Kind, float, _Floats]:
    """The weights with their last layer, the share of texts that are sure, and the probabilities of unseen texts."""
    seen, languages = fold >= 0, table["lang"].to_numpy(object)
    labels, weight = trainer.labels[seen], trainer.weights[seen]
    last = stack.fit(signs[seen], labels, weight)
    factor = stack.certainty(signs[seen], last, labels, weight, languages[seen].tolist())
    certainty = np.array([factor[language] for language in weights.languages], np.float32)
    found = replace(weights, stack=last[0], stack_bias=last[1], certainty=certainty)
    probabilities = answer(signs, languages, found)
    sure, share = stack.sure(probabilities[seen], labels, weight)
    return replace(found, sure=sure), share, probabilities


def _no_last_layer(width: int, languages: tuple[str, ...]) -> tuple[_Floats, _Floats, _Floats]:
    return np.zeros((width, 3), np.float32), np.zeros(3, np.float32), np.ones(len(languages), np.float32)


def train(table: pd.DataFrame, out: Path, card_path: Path) -> None:
    """Learn, measure and write everything."""
    trainer = Trainer(table)
    fold = texts.folds(table, topics(table, trainer.meaning), _FOLDS, _SEED)
    signs = unseen_signs(trainer, fold)
    learned = trainer.learn(np.arange(len(table)), _SEED)
    a, share_a, said_a = with_last_layer(learned[0], signs[:, :6], trainer, table, fold)
    b, share_b, said_b = with_last_layer(learned[1], signs, trainer, table, fold)
    out.mkdir(parents=True, exist_ok=True)
    save(a, out / paths.A.name)
    save(b, out / paths.B.name)
    found = card.made(table, fold, {"a": (a.sure, share_a, said_a), "b": (b.sure, share_b, said_b)})
    files = (out / paths.A.name, out / paths.B.name, paths.LEXICON)
    found["sizes"] = {path.name: path.stat().st_size for path in files}
    found["training"] = {
        "cpu_seconds": round(time.process_time()),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    card.write(found, out / paths.CARD.name, card_path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train; the exit code is 1 when the folder is refused or something is missing."""
    parser = argparse.ArgumentParser(prog="python -m evals.train_sentiment", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, default=paths.FOLDER, help="where the tables go")
    parser.add_argument("--card", type=Path, default=card.PAGE, help="where the readable model card goes")
    asked = parser.parse_args(arguments)
    try:
        table = texts.read(asked.folder)
    except texts.RefusedFolderError as error:
        print(error, file=sys.stderr)
        return 1
    missing = vectors.needed()
    if missing:
        print(missing, file=sys.stderr)
        return 1
    with threadpool_limits(1):  # so that sums are made in the same order everywhere
        train(table, asked.out, asked.card)
    return 0


if __name__ == "__main__":
    sys.exit(main())
