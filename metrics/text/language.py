"""Which language each text is in, by py3langid."""

import re
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MET = (
    *("ar", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "fy", "ga", "he"),
    *("hi", "hr", "hu", "id", "is", "it", "ja", "ko", "ku", "lt", "lv", "mk", "mt", "nl", "no", "pl", "pt", "ro", "ru"),
    *("sk", "sl", "so", "sq", "sr", "sv", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh"),
)
"""Languages that European towns meet; py3langid knows rarer ones, and takes short texts for them."""

SURE = 0.15
"""How sure py3langid must be. Under it a language is a guess: on short texts wrong more than once in five."""

_NOT_WORDS = re.compile(r"(?:https?://|www\.)\S*|\bhttp\b|[@#]\w+")
_LETTERS = re.compile(r"[^\W\d_]")
_ENOUGH_LETTERS = 3
_READ = 1000  # characters that are enough to know a language


def identify(texts: "pd.Series[Any]") -> NDArray[np.object_]:
    """The language code of each text ("nl", "en", ...), or None where the text is too short or unclear.

    Addresses, mentions and hashtags say little about the language and are left out, as far as something else is left.

    >>> identify(pd.Series(["Wanneer wordt het afval opgehaald?", "👍", None])).tolist()
    ['nl', None, None]
    """
    codes, unique = pd.factorize(texts)
    found = np.array([_language(one) for one in unique] + [None], dtype=object)
    return found[codes]  # what is missing has code -1: the last


def _language(text: object) -> str | None:
    if not isinstance(text, str):
        return None
    text = text[:_READ]
    plain = _NOT_WORDS.sub(" ", text)
    if len(_LETTERS.findall(plain)) < _ENOUGH_LETTERS:
        plain = text.replace("#", " ")
        if len(_LETTERS.findall(plain)) < _ENOUGH_LETTERS:
            return None
    language, sure = _identifier().classify(plain.encode("utf-8", "replace").decode())
    return str(language) if sure >= SURE else None


@lru_cache
def _identifier() -> Any:
    """Our own, so that nothing changes for others."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(MET)
    return identifier
