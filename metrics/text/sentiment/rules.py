"""The tone by rules that nobody had to train: scored words, emoji, negations, and what is said louder."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.lexicon import Lexicon
from metrics.text.sentiment.tones import as_text, table
from metrics.text.split import split

VERSION = "rules1"

SURE = 0.45
"""Below this probability of the best class the tone is unsure."""

_TURNED = -0.74
"""What is left of a score beside a negation: "not good" is less bad than "bad" (as VADER measured it)."""
_LOUDER = 1.3  # for capitals and drawn out letters
_HALF_WAY = 15.0  # as VADER: so that one more word says less the more there are
_STEEP, _NEUTRAL = 3.0, 0.55

_AT_ONCE = 20_000


class Rules:
    """A scorer for every language that has scored words; elsewhere only emoji count, and without them nothing.

    The probabilities are set by hand, so that no text with research terms is behind them.
    """

    version = VERSION

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def score(self, texts: "pd.Series[Any]", languages: "NDArray[np.object_]") -> pd.DataFrame:
        """As `Scorer.score` says."""
        parts = [
            self._some(as_text(texts.iloc[start : start + _AT_ONCE]), languages[start : start + _AT_ONCE])
            for start in range(0, len(texts), _AT_ONCE)
        ]
        found = np.concatenate([probabilities for probabilities, _ in parts]) if parts else np.empty((0, 3))
        scored = np.concatenate([scored for _, scored in parts]) if parts else np.empty(0, dtype=bool)
        return table(texts.index, found, SURE, _model(scored))

    def _some(
        self, texts: list[str], languages: "NDArray[np.object_]"
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        tokens = split(texts)
        hits = self._lexicon.hits(tokens, languages)
        value = hits.score * np.where(hits.negated | hits.negated_after, _TURNED, 1.0)
        value = np.where(tokens.shouted[hits.token] | tokens.drawn[hits.token], value * _LOUDER, value)
        text = tokens.text[hits.token]
        total = np.bincount(text, weights=value, minlength=len(texts))
        seen = np.bincount(text, minlength=len(texts)) > 0
        says_something = np.diff(tokens.first) > 0
        return _probabilities(total.astype(float)), (self._lexicon.scored(languages) & says_something) | seen


def _probabilities(total: "NDArray[np.float64]") -> NDArray[np.float64]:
    strength = _STEEP * total / np.sqrt(total**2 + _HALF_WAY)
    odds = np.exp(np.column_stack([-strength, np.full(len(total), _NEUTRAL), strength]))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _model(scored: "NDArray[np.bool_]") -> NDArray[np.object_]:
    found = np.full(len(scored), None, dtype=object)
    found[scored] = "rules"
    return found
