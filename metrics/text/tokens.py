"""The words of texts that say what they are about: without stop words, brought back to their stems.

Nothing is downloaded: the stemmers of nltk need no data, the stop words come with a package.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from nltk.stem.snowball import SnowballStemmer
from numpy.typing import NDArray

from metrics.text.words import words

_STEMMED = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
_SHORTEST = 2


@dataclass(frozen=True)
class Tokens:
    """The words of texts: for each word its text and its stem, by number; `stems` and how each is written most."""

    texts: int
    text: NDArray[np.int64]
    stem: NDArray[np.int64]
    stems: NDArray[np.object_]
    written: NDArray[np.object_]


def tokens(texts: "pd.Series[Any]", language: str) -> Tokens:
    """The words that say what the texts of one language are about.

    >>> found = tokens(pd.Series(["De afvalbakken in het park", "Volle afvalbak!", None]), "nl")
    >>> found.stems[found.stem].tolist()
    ['afvalbak', 'park', 'voll', 'afvalbak']
    """
    said = words(texts)
    stem_of, stems = pd.factorize(np.array([_stem(word, language) for word in said.forms], dtype=object))
    kept = stem_of[said.ids] >= 0 if len(said.ids) else np.zeros(0, dtype=bool)
    of = said.ids[kept]
    return Tokens(said.n, said.rows[kept], stem_of[of], stems, _written(of, said.forms, stem_of, len(stems)))


def _written(
    said: NDArray[np.int64], forms: Sequence[str], stem_of: NDArray[np.int64], stems: int
) -> NDArray[np.object_]:
    """Each stem as it is written most often."""
    often = np.bincount(said, minlength=len(forms))
    written = np.empty(stems, dtype=object)
    for word in np.argsort(often, kind="stable"):  # the most frequent last, so that it stays
        if stem_of[word] >= 0:
            written[stem_of[word]] = forms[word]
    return written


@lru_cache(maxsize=500_000)
def _stem(word: str, language: str) -> str | None:
    """The stem of a word; None for a stop word and what is too short."""
    if len(word) < _SHORTEST or not word[0].isalpha() or word in stop_words(language):
        return None
    stemmer = _stemmer(language)
    return str(stemmer.stem(word)) if stemmer else word


@lru_cache
def _stemmer(language: str) -> Any:
    name = _STEMMED.get(language)
    return SnowballStemmer(name) if name else None


@lru_cache
def stop_words(language: str) -> frozenset[str]:
    """Words of a language that say nothing about a topic; none of a language that the package does not know.

    For texts in several languages at once ("") those of Dutch and English, which most of them are in.
    """
    if not language:
        return stop_words("nl") | stop_words("en")
    if language == "en":  # the package counts "computer" and "home" among them
        from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

        return frozenset(ENGLISH_STOP_WORDS)
    from stopwordsiso import has_lang, stopwords

    return frozenset(stopwords(language)) if has_lang(language) else frozenset()
