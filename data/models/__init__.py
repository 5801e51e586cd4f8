"""The scorers that ship: word scores, weights and what is known about them."""

from functools import lru_cache

from data.models.lexicon import lexicon
from metrics.text.sentiment import Rules, Scorer

CHOICES = ("automatic", "model", "rules")
"""The best that is there; model A; the rules alone."""

__all__ = ["CHOICES", "lexicon", "scorer"]


@lru_cache
def scorer(choice: str = "automatic") -> Scorer:
    """The scorer of one of `CHOICES`."""
    if choice not in CHOICES:
        raise ValueError(f"choice is {choice!r}: use one of {', '.join(CHOICES)}.")
    return Rules(lexicon())
