"""Which texts hold one of some words or hashtags: whole words, whatever their accents and capitals."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.topics.patterns import Patterns
from metrics.text.words import LONGEST, normalised, words

_HASH = "#＃"


def said(texts: "pd.Series[Any]", wanted: Sequence[str]) -> NDArray[np.bool_]:
    """Which texts hold one of the words: `word`, `prefix*`, "two words", or `#hashtag`, which needs its sign.

    >>> said(pd.Series(["Naar het Zwembad", "#zwembad open", "zwembaden", None]), ["zwembad"]).tolist()
    [True, True, False, False]
    >>> said(pd.Series(["Naar het Zwembad", "#Zwembad!", "#zwembaden"]), ["#zwembad"]).tolist()
    [False, True, False]
    """
    plain = [one for one in wanted if one[:1] not in _HASH]
    tags = [normalised(one[1:]) for one in wanted if one[:1] in _HASH]
    found = np.zeros(len(texts), dtype=np.bool_)
    if plain and len(texts):
        found[Patterns(plain).find(words(texts)).row] = True
    if tags:
        found |= _tagged(texts, tags)
    return found


def _tagged(texts: "pd.Series[Any]", tags: Sequence[str]) -> NDArray[np.bool_]:
    pattern = re.compile(rf"[{_HASH}](?:{'|'.join(map(_as_pattern, tags))})(?!\w)")

    def holds(text: Any) -> bool:
        if not isinstance(text, str) or not any(sign in text for sign in _HASH):
            return False
        return pattern.search(normalised(text[:LONGEST])) is not None

    return np.fromiter(map(holds, texts), dtype=np.bool_, count=len(texts))


def _as_pattern(tag: str) -> str:
    return re.escape(tag.rstrip("*")) + (r"\w*" if tag.endswith("*") else "")
