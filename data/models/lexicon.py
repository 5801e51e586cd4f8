"""The lists of scored words that ship."""

from functools import lru_cache

import numpy as np

from data.models.paths import LEXICON
from metrics.text.lexicon import Lexicon

PATH = LEXICON


@lru_cache
def lexicon() -> Lexicon:
    """The scored words of all languages."""
    found = {}
    with np.load(PATH) as table:
        for name in table.files:
            if name.startswith("words_"):
                language = name.removeprefix("words_")
                words = table[name].tobytes().decode().split("\n")
                found[language] = (words, table[f"scores_{language}"].tolist())
    return Lexicon(found)
