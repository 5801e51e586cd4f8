"""Texts of posts by the column: what the rules of this package share."""

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

LINKS = r"(?:https?://|www\.)\S+"
"""Web addresses, which hold question marks and dots that end no sentence."""


def lowered(texts: "pd.Series[str]") -> Any:
    """The texts in small letters and without web addresses; a missing text is empty."""
    column = pa.chunked_array([pa.array(texts, type=pa.string(), from_pandas=True)]).combine_chunks().fill_null("")
    return without(pc.utf8_lower(column), LINKS)


def without(column: Any, pattern: str) -> Any:
    """The texts with a space in place of what matches."""
    return pc.replace_substring_regex(column, pattern=pattern, replacement=" ")
