"""How hard a post reads: a language level from the length of its sentences and words.

Dutch by Douma's formula, English by Flesch's, which Douma adapted::

    nl  206.84  - 0.93  * words per sentence - 77   * syllables per word
    en  206.835 - 1.015 * words per sentence - 84.6 * syllables per word

Douma and Flesch name what a score means; the language levels are our default, because nobody has calibrated these
formulas to them: A2 is their "easy" and easier, B1 "fairly easy" and "standard", B2 "fairly difficult", C1 "difficult"
and harder. Both scores describe sentences and words, not whether a text is clear; on a short text they say nothing, so
one of under `FEWEST_WORDS` words has no level. Web addresses, @names and #tags do not count as words.

References: Flesch (1949), "The art of readable writing"; Douma (1960), "De leesbaarheid van landbouwbladen".
"""

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.content.counting import Counts, counts
from metrics.content.texts import lowered, without

FEWEST_WORDS = 30
LEVELS: tuple[str, ...] = ("A2", "B1", "B2", "C1")
"""From easy to hard."""

_Floats = NDArray[np.float64]
T = TypeVar("T", float, _Floats)
_NO_WORDS = r"[@#][\pL\pN_@.-]+"


@dataclass(frozen=True)
class _Language:
    """A formula, the scores where a harder level begins, how syllables are counted, and words that give it away."""

    constant: float
    per_sentence: float
    per_syllable: float
    cuts: tuple[float, float, float]
    silent: str  # what looks like a syllable and is none
    common: str


LANGUAGES: dict[str, _Language] = {
    "nl": _Language(
        *(206.84, 0.93, 77.0, (80.0, 60.0, 45.0)),
        silent="",
        common="de het een en van met je jij we wij ook dat die bij aan om er te uw kan dan nog hoe wat al zo",
    ),
    "en": _Language(
        *(206.835, 1.015, 84.6, (80.0, 60.0, 50.0)),
        silent=r"[aeiouy][a-z]*(?:[^aeiouyl\W]e|[^aeiouytd\W]ed)\b",  # made, walked; not table, wanted
        common="the and of to for you our are be not by has it its who all how out new but was had one do if he",
    ),
}

_LEAST_COMMON = 0.1
"""Of the words of a text in a language, at least so many are among its most common ones."""


def levels(texts: "pd.Series[str]") -> "pd.Series[str]":
    """Language and level of each text, as "nl:B1"; missing when it is too short, or neither Dutch nor English.

    >>> easy = "De brug is weer open. Je kunt er nu over met de fiets. Met de auto kan het nog niet. " * 2
    >>> levels(pd.Series([easy, "De brug is weer open."])).tolist()
    ['nl:A2', nan]
    """
    found = np.full(len(texts), None, dtype=object)
    long = np.flatnonzero(texts.str.len().to_numpy(np.float64, na_value=0) >= 2 * FEWEST_WORDS - 1)
    words = without(lowered(texts.iloc[long]), _NO_WORDS)
    counted = counts(words, [language.common.split() for language in LANGUAGES.values()])
    spoken = np.where(counted.words >= FEWEST_WORDS, _language(counted), "")
    for code, language in LANGUAGES.items():
        here = np.flatnonzero(spoken == code)
        found[long[here]] = _levels(code, language, words.take(pa.array(here)), counted, here)
    return pd.Series(found, index=texts.index, dtype="str")


def score(code: str, words: T, sentences: T, syllables: T) -> T:
    """Reading ease by the formula of a language, from counts: 100 is very easy, 0 very hard.

    >>> round(score("nl", words=100, sentences=10, syllables=150), 1)
    82.0
    """
    language = LANGUAGES[code]
    return language.constant - language.per_sentence * words / sentences - language.per_syllable * syllables / words


def _language(counted: Counts) -> "np.ndarray":
    """By the common words of each language: the one that clearly has more of them, or "".

    On texts of this length that is as sure as a language identifier, 25 times faster, and other languages get none.
    """
    dutch, english = (common / np.maximum(counted.words, 1) for common in counted.common)
    return np.select(
        [(dutch >= _LEAST_COMMON) & (dutch >= 2 * english), (english >= _LEAST_COMMON) & (english >= 2 * dutch)],
        ["nl", "en"],
        "",
    )


def _levels(code: str, language: _Language, texts: Any, counted: Counts, here: NDArray[np.int64]) -> "np.ndarray":
    words, sentences, syllables = (column[here] for column in counted[:3])
    if language.silent:
        syllables = syllables - np.asarray(pc.count_substring_regex(texts, pattern=language.silent))
    ease = score(code, words.astype(np.float64), np.maximum(sentences, 1), np.maximum(syllables, words))
    harder = np.sum([ease < cut for cut in language.cuts], axis=0)
    names = [f"{code}:{level}" for level in LEVELS]
    return np.array([names[level] for level in harder.tolist()], dtype=object)
