"""Texts of posts by the column: what the rules of this package share."""

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

LINKS = r"(?:https?://|www\.)\S+"
"""Web addresses, which hold question marks and dots that end no sentence."""


def lowered(texts: "pd.Series[str]") -> Any:
    """The texts in small letters and without web addresses; a missing text is empty."""
    return without(pc.utf8_lower(column(texts)), LINKS)


def column(texts: Any) -> Any:
    """The texts as one Arrow array; a missing text is empty.

    >>> column(pd.concat([pd.Series([], dtype="str")] * 2)).type, column(["a", None]).to_pylist()
    (DataType(string), ['a', ''])
    """
    array = pa.array(texts, type=pa.string(), from_pandas=True)
    return pa.chunked_array([array], type=pa.string()).combine_chunks().fill_null("")


def without(texts: Any, pattern: str) -> Any:
    """The texts with a space in place of what matches."""
    return pc.replace_substring_regex(texts, pattern=pattern, replacement=" ")
