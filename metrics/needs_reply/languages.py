"""Which language a message is in, where the Dutch and the English rules do not agree about it."""

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.needs_reply.engine import RULE_SETS
from metrics.needs_reply.text import column, plain

OTHER = "other"
"""Neither Dutch nor English."""
MIXED = "mixed"
"""Dutch and English in one message."""

_MET = ("nl", "en", "de", "fr", "es", "it", "pt", "pl", "tr", "ar", "ro", "bg", "uk", "ru", "el", "hu", "zh", "id")
_CLEAR = 2  # more common words of one language than of the other, from which nobody needs to look further
_SURE = 0.9  # how sure the identifier must be that a text is in a third language
_MANY = 3  # common words of both languages, from which a text is mixed


def languages(texts: "pa.Array[Any]") -> NDArray[np.object_]:
    """nl, en, mixed or other for texts of `text.plain`: by common words, and where these are even by py3langid.

    >>> languages(pa.array(["de straat is weer vuil", "the street is dirty", "quand est-ce que vous ouvrez"])).tolist()
    ['nl', 'en', 'other']
    """
    nl, en = (_common_words(texts, language) for language in ("nl", "en"))
    found = np.where(nl > en, "nl", "en").astype(object)
    found[np.minimum(nl, en) >= _MANY] = MIXED
    for place in np.flatnonzero(np.abs(nl - en) < _CLEAR):
        if found[place] != MIXED:
            found[place] = _identified(texts[int(place)].as_py(), int(nl[place]), int(en[place]))
    return found


def language_of(texts: "pd.Series[Any]") -> NDArray[np.object_]:
    """The language of each text of a column, as `languages` says it."""
    codes, unique = column(texts)
    return languages(plain(unique))[codes]


def _common_words(texts: "pa.Array[Any]", language: str) -> NDArray[np.int64]:
    pattern = rf"\b(?:{'|'.join(RULE_SETS[language].words)})\b"
    return np.asarray(pc.count_substring_regex(texts, pattern=pattern).to_numpy(zero_copy_only=False), dtype=np.int64)


def _identified(text: str, nl: int, en: int) -> str:
    ranked = _identifier().rank(text)
    best, sure = ranked[0]
    if best not in RULE_SETS and sure >= _SURE and nl + en <= 1:
        return OTHER
    if nl != en:
        return "nl" if nl > en else "en"
    return str(next(language for language, _ in ranked if language in RULE_SETS))


@lru_cache
def _identifier() -> Any:
    """py3langid for the languages that Dutch towns meet; our own, so that nothing changes for others."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_MET)
    return identifier
