"""Which topic of a list each text is about, by the words of the topics."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.topics.named import NamedTopic


def normalised(text: str) -> str:
    """A text in small letters without accents.

    >>> normalised("Café")
    'cafe'
    """
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


def match(texts: "pd.Series[str]", languages: NDArray[Any], topics: Sequence[NamedTopic]) -> NDArray[Any]:
    """The id of the topic with most hits in each text; None where no topic has any."""
    plain = [normalised(str(text)) for text in texts]
    hits = np.zeros((len(plain), len(topics) or 1))
    for place, topic in enumerate(topics):
        found, not_found = _pattern(topic.words), _pattern(topic.excluded)
        for row, text in enumerate(plain):
            if not (not_found and not_found.search(text)):
                hits[row, place] = len(found.findall(text)) if found else 0
    best = hits.argmax(axis=1)
    chosen = [topics[i].id if topics and hits[row, i] else None for row, i in enumerate(best)]
    return np.array(chosen, dtype=object)


def _pattern(words: Any) -> "re.Pattern[str] | None":
    every = [normalised(word) for found in words.values() for word in found]
    if not every:
        return None
    parts = (re.escape(word).replace(r"\*", r"\w*") for word in every)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
