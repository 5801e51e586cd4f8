"""Words compared without accents: exports of one language write them, leave them out, or mix them up."""

import unicodedata

from loaders.files.reading.headers import normalise


def plain(text: str) -> str:
    """A name without accents and case.

    >>> plain("Citt\u00e0 principali")
    'citta principali'
    """
    letters = unicodedata.normalize("NFKD", normalise(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
