"""What can be said about the tone of a text without having learned its words: scored words, emoji, marks, capitals."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics.text.characters import ALONE
from metrics.text.hashing import hashes
from metrics.text.lexicon import Hits
from metrics.text.split import Split

NAMES = (
    *("positive", "negative", "positive_count", "negative_count", "highest", "lowest", "first", "last", "total"),
    *("turned", "turned_after", "emoji_positive", "emoji_negative", "length", "exclamation", "question", "dots"),
    *("address", "mention", "hashtag", "quotation", "number", "emoji", "shouted", "drawn"),
)
"""The columns of `features`."""

_TURNED = -0.5
_MARKS = ("!", "?", "..", "http", "@", "#", '"', "0")


def features(tokens: Split, hits: Hits) -> NDArray[np.float32]:
    """One row a text, one column for each of `NAMES`."""
    count = len(tokens.first) - 1
    text = tokens.text[hits.token]
    turned = hits.negated & ~hits.emoji
    after = hits.negated_after & ~hits.emoji & ~turned
    score = np.where(turned, hits.score * _TURNED, hits.score)

    def added(values: "NDArray[Any]", of: "NDArray[np.int64]" = text) -> NDArray[np.float64]:
        return np.bincount(of, weights=values, minlength=count).astype(float)

    plus, minus = np.maximum(score, 0), np.maximum(-score, 0)
    total = added(score)
    first, last, high, low = (np.zeros(count) for _ in range(4))
    first[text[::-1]], last[text] = score[::-1], score
    np.maximum.at(high, text, score)
    np.minimum.at(low, text, score)
    size = np.diff(tokens.first)
    columns = [
        *(np.sqrt(added(one)) for one in (plus, minus)),
        *(np.sqrt(added(one > 0)) for one in (plus, minus)),
        *(high, low, first, last, total / np.sqrt(total**2 + 15)),
        *(added(np.where(one, np.sign(hits.score), 0)) for one in (turned, after)),
        *(np.sqrt(added(np.where(hits.emoji, one, 0))) for one in (plus, minus)),
        np.log1p(size),
        *(np.log1p(added(tokens.hash == mark, tokens.text)) for mark in _marks()),
        np.log1p(added(tokens.kind == ALONE, tokens.text)),
        added(tokens.shouted, tokens.text) / np.maximum(size, 1),
        np.log1p(added(tokens.drawn, tokens.text)),
    ]
    return np.column_stack(columns).astype(np.float32)


def _marks() -> NDArray[np.uint64]:
    points = np.array([ord(letter) for letter in "".join(_MARKS)], dtype=np.uint32)
    ends = np.cumsum([len(mark) for mark in _MARKS])
    return hashes(points, ends - [len(mark) for mark in _MARKS], ends)
