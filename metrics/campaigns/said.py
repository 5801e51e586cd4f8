"""Which texts hold one of some words or hashtags: whole words, whatever their accents and capitals."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.needs_reply.text import column
from metrics.text.topics.patterns import Patterns, pieces
from metrics.text.words import LONGEST, normalised, words

_HASH = "#＃"


def said(texts: "pd.Series[Any]", wanted: Sequence[str]) -> NDArray[np.bool_]:
    """Which texts hold one of the words: `word`, `prefix*`, "two words", or `#hashtag`, which needs its sign.

    >>> said(pd.Series(["Naar het Zwembad", "#zwembad open", "zwembaden", None]), ["zwembad"]).tolist()
    [True, True, False, False]
    >>> said(pd.Series(["Naar het Zwembad", "#Zwembad!", "#zwembaden"]), ["#zwembad"]).tolist()
    [False, True, False]
    """
    found = np.zeros(len(texts), dtype=np.bool_)
    rows = np.flatnonzero(_possible(texts, wanted))
    left = texts.iloc[rows]
    plain = [one for one in wanted if one[:1] not in _HASH]
    tags = [normalised(one[1:]) for one in wanted if one[:1] in _HASH]
    if plain and len(rows):
        found[rows[np.unique(Patterns(plain).find(words(left)).row)]] = True
    if tags and len(rows):
        found[rows] |= _tagged(left, tags)
    return found


def _possible(texts: "pd.Series[Any]", wanted: Sequence[str]) -> NDArray[np.bool_]:
    """Texts in which the letters of a word stand somewhere: cutting a text into words takes forty times as long."""
    parts = {max((piece.strip("*") for piece in pieces(one)), key=len, default="") for one in wanted} - {""}
    if not parts or not len(texts):
        return np.zeros(len(texts), dtype=np.bool_)
    codes, unique = column(texts)
    plain = pc.utf8_lower(pc.utf8_normalize(pc.utf8_slice_codeunits(unique, 0, LONGEST), form="NFC"))
    plain = pc.utf8_lower(pc.utf8_normalize(plain, form="NFKD"))
    plain = pc.replace_substring_regex(plain, pattern=r"[\x{0300}-\x{036f}]", replacement="")
    holds = pc.match_substring_regex(plain, pattern="|".join(map(re.escape, sorted(parts))))
    return np.asarray(holds.fill_null(False).to_numpy(zero_copy_only=False), dtype=np.bool_)[codes]


def _tagged(texts: "pd.Series[Any]", tags: Sequence[str]) -> NDArray[np.bool_]:
    pattern = re.compile(rf"[{_HASH}](?:{'|'.join(map(_as_pattern, tags))})(?!\w)")

    def holds(text: Any) -> bool:
        if not isinstance(text, str) or not any(sign in text for sign in _HASH):
            return False
        return pattern.search(normalised(text[:LONGEST])) is not None

    return np.fromiter(map(holds, texts), dtype=np.bool_, count=len(texts))


def _as_pattern(tag: str) -> str:
    return re.escape(tag.rstrip("*")) + (r"\w*" if tag.endswith("*") else "")
