"""Texts of posts by the column: what the rules of this package share."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

LINKS = r"(?:https?://|www\.)\S+"
"""Web addresses, which hold question marks and dots that end no sentence."""

_TEXTS_AT_ONCE = 20_000


def lowered(texts: "pd.Series[str]") -> Any:
    """The texts in small letters and without web addresses; a missing text is empty."""
    column = pa.chunked_array([pa.array(texts, type=pa.string(), from_pandas=True)]).combine_chunks().fill_null("")
    return without(pc.utf8_lower(column), LINKS)


def without(column: Any, pattern: str) -> Any:
    """The texts with a space in place of what matches."""
    return pc.replace_substring_regex(column, pattern=pattern, replacement=" ")


def of_bytes(characters: str, beyond_ascii: bool) -> NDArray[np.bool_]:
    """A table for `runs`: which bytes are one of these (ASCII) characters; `beyond_ascii` is for all other bytes."""
    table = np.zeros(256, dtype=bool)
    table[[ord(one) for one in characters]] = True
    table[128:] = beyond_ascii
    return table


def runs(column: Any, first: NDArray[np.bool_], inside: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How often, in each text, a character of `first` stands at the start or after one that is not `inside`.

    Many times faster than counting matches of an expression, because it looks at all bytes of all texts at once.

    >>> letters = of_bytes("abcdefgh", beyond_ascii=True)
    >>> runs(pa.array(["a bad cafe", "", "é"]), letters, letters).tolist()
    [3.0, 0.0, 1.0]
    """
    found = [np.zeros(0)]
    for start in range(0, len(column), _TEXTS_AT_ONCE):
        part = column.slice(start, _TEXTS_AT_ONCE)
        ended = pc.binary_join_element_wise(part, " ", "").cast(pa.large_string())
        _valid, ends, content = ended.buffers()
        offsets = np.frombuffer(ends, np.int64)[: len(part) + 1]
        content = np.frombuffer(content, np.uint8)[: offsets[-1]]
        begins = first[content]
        begins[1:] &= ~inside[content[:-1]]
        before = np.concatenate([[0], np.cumsum(begins, dtype=np.int32)])
        found.append(np.diff(before[offsets]).astype(np.float64))
    return np.concatenate(found)
