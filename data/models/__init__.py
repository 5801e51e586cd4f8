"""The scorers that ship: word scores, weights and what is known about them."""

import json
from functools import lru_cache
from typing import Any

from data.models import paths, semantic
from data.models.lexicon import lexicon
from metrics.text.sentiment import Rules, Scorer
from metrics.text.sentiment.trained import Trained
from metrics.text.sentiment.weights import SemanticWeights, Weights, load

CHOICES = ("automatic", "model", "rules")
"""The best that is there; model A; the rules alone."""

__all__ = ["CHOICES", "card", "lexicon", "scorer"]


@lru_cache
def scorer(choice: str = "automatic") -> Scorer:
    """The scorer of one of `CHOICES`: "automatic" is model B where the optional extra is installed, else model A."""
    if choice not in CHOICES:
        raise ValueError(f"choice is {choice!r}: use one of {', '.join(CHOICES)}.")
    if choice == "rules":
        return Rules(lexicon())
    if choice == "automatic" and semantic.installed():
        return Trained(_weights(), lexicon(), load(SemanticWeights, paths.B), semantic.encoder())
    return Trained(_weights(), lexicon())


@lru_cache
def card() -> dict[str, Any]:
    """The model card: sources with their terms, what was measured by language, sizes and date."""
    found: dict[str, Any] = json.loads(paths.CARD.read_text(encoding="utf-8"))
    return found


@lru_cache
def _weights() -> Weights:
    return load(Weights, paths.A)
