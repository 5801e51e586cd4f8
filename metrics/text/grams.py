"""Words, pairs of words and parts of words as columns of a sparse matrix, for small models of one's own labels."""

from typing import Any

import pandas as pd

SLOTS = 2**16
"""Columns of each kind: pieces are hashed, so that no list of words has to be kept."""


def grams(texts: "pd.Series[Any]") -> Any:
    """A sparse matrix, a row for each text of length about 1 in both kinds; what is no text has an empty row.

    >>> grams(pd.Series(["weer geen bus", None])).shape
    (2, 131072)
    """
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import HashingVectorizer

    words = [text.lower() if isinstance(text, str) else "" for text in texts]
    if not words:
        return csr_matrix((0, 2 * SLOTS))
    parts = [
        HashingVectorizer(analyzer=kind, ngram_range=span, n_features=SLOTS, alternate_sign=False).transform(words)
        for kind, span in (("word", (1, 2)), ("char_wb", (2, 5)))
    ]
    return csr_matrix(hstack(parts))
