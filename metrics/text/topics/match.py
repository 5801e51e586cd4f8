"""Which topic of a list each text is about, by the words of the topics."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.topics.named import NamedTopic
from metrics.text.topics.patterns import Found, Patterns, letters
from metrics.text.words import Words, normalised, words

__all__ = ["explain", "match", "normalised"]

_LONG = 1_000  # letters that no pattern has: one more word counts for more than any number of letters


def match(texts: "pd.Series[Any]", languages: NDArray[Any], topics: Sequence[NamedTopic]) -> NDArray[np.object_]:
    """The id of the topic that each text is about; None where no topic has a word in it.

    A topic is known by its words of the language of the text; by all its words where the language is unknown, or the
    topic has none of that language. A word of the text counts for the topic with the most specific pattern (most
    letters) there. The topic with most different words wins; then the one with most letters, a pinned one, the first.

    >>> pool = NamedTopic("pool", {"en": "Pool"}, {"en": ("pool", "swim*")})
    >>> match(pd.Series(["Swimming is fun", "Hello"]), np.array(["en", "en"], dtype=object), [pool]).tolist()
    ['pool', None]
    """
    found = np.full(len(texts), None, dtype=object)
    known = {language for topic in topics for language in topic.words}
    codes = np.array([language if language in known else "" for language in languages], dtype=object)
    for language in sorted(set(codes)):
        rows = np.flatnonzero(codes == language)
        found[rows] = _best(words(texts.iloc[rows]), language or None, topics)
    return found


def explain(text: str, topic: NamedTopic, language: str | None = None) -> tuple[str, ...]:
    """The words of a text by which it is about a topic, in its order; none where a word rules the topic out.

    >>> pool = NamedTopic("pool", {"en": "Pool"}, {"en": ("pool", "swim*")}, {"en": ("car pool",)})
    >>> explain("Swimming in the new POOL", pool), explain("A car pool", pool)
    (('swimming', 'pool'), ())
    """
    those = words(pd.Series([text]))
    if len(Patterns(topic.without(language)).find(those).at):
        return ()
    found = Patterns(topic.of(language)).find(those)
    spans = sorted({(int(at), int(at + length)) for at, length in zip(found.at, found.length, strict=True)})
    return tuple(dict.fromkeys(" ".join(those.forms[i] for i in those.ids[start:end]) for start, end in spans))


def _best(those: Words, language: str | None, topics: Sequence[NamedTopic]) -> NDArray[np.object_]:
    said = [(word, place) for place, topic in enumerate(topics) for word in topic.of(language)]
    value = np.zeros((those.n, max(len(topics), 1)), dtype=np.int64)
    owner = np.array([place for _, place in said], dtype=np.int64)
    size = np.array([letters(word) for word, _ in said], dtype=np.int64)
    found = _most_specific(Patterns([word for word, _ in said]).find(those), size, len(those.ids))
    topic, form = owner[found.pattern], those.ids[found.at]
    _, once = np.unique((found.row * len(topics) + topic) * len(those.forms) + form, return_index=True)
    np.add.at(value, (found.row[once], topic[once]), (_LONG * found.length + size[found.pattern])[once])
    _rule_out(value, those, language, topics)
    order = sorted(range(len(topics)), key=lambda place: (not topics[place].pinned, place))
    best = np.array(order, dtype=np.int64)[value[:, order].argmax(axis=1)] if topics else np.zeros(those.n, np.int64)
    ids = np.array([*(topic.id for topic in topics), None], dtype=object)
    return ids[np.where(value[np.arange(those.n), best] > 0, best, len(topics))]


def _most_specific(found: Found, size: NDArray[np.int64], places: int) -> Found:
    """Without what stands inside something longer, or at the same words with fewer letters."""
    most = np.zeros(places, dtype=np.int64)  # the most letters of a pattern at each word
    weight = _LONG * found.length + size[found.pattern]
    for step in range(int(found.length.max(initial=0))):
        long = found.length > step
        np.maximum.at(most, found.at[long] + step, weight[long])
    keep = most[found.at] == weight
    return Found(found.row[keep], found.at[keep], found.length[keep], found.pattern[keep])


def _rule_out(value: NDArray[np.int64], those: Words, language: str | None, topics: Sequence[NamedTopic]) -> None:
    said = [(word, place) for place, topic in enumerate(topics) for word in topic.without(language)]
    found = Patterns([word for word, _ in said]).find(those)
    value[found.row, np.array([place for _, place in said], dtype=np.int64)[found.pattern]] = 0
