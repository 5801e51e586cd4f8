"""How a text is written for the rules: small letters without accents, one space, and marks for what is no word."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

OTHER = "@"
"""What stands for a mention of another person."""

_STEPS = (
    (r"^\s+|\s+$", ""),
    (r"[’‘`´]", "'"),
    (r"\s*[\r\n]+\s*", " . "),  # a new line begins a new sentence
    (r"https?://\S+|www\.\S+", " [url] "),
    (r"@[\w.-]*(?:gemeente|council|city|stad|municipal|info|politie|webcare|service)[\w.-]*", " "),  # for us
    (r"\[handle\]|(^|[^\w@])[@＠]\w[\w.-]*", " @ "),
    (r"#", " "),
    (r"!+", "!"),
    (r"[?？؟][?!？؟]*", "?"),
    (r"\s+", " "),
)


def column(texts: "pd.Series[Any]") -> tuple[NDArray[np.intp], "pa.Array[Any]"]:
    """The different texts of a column, and for each row which of them it holds; what is no text is an empty one."""
    whole = np.empty(len(texts), dtype=object)
    whole[:] = [value if isinstance(value, str) else "" for value in texts.array]
    codes, unique = pd.factorize(whole)
    try:
        return codes, pa.array(unique, type=pa.string())
    except UnicodeEncodeError:  # half a character, as emoji that were cut off leave behind
        return codes, pa.array([one.encode("utf-8", "replace").decode() for one in unique], type=pa.string())


def plain(texts: "pa.Array[Any]") -> "pa.Array[Any]":
    """The texts for the rules to look at.

    >>> plain(pa.array(["Wéér niet  OPGEHAALD, @jan!!"])).to_pylist()
    ['weer niet opgehaald, @ !']
    """
    found = pc.replace_substring_regex(pc.utf8_normalize(texts, form="NFKD"), pattern=r"\p{Mn}", replacement="")
    found = pc.utf8_lower(found)
    for pattern, replacement in _STEPS:
        found = pc.replace_substring_regex(found, pattern=pattern, replacement=replacement)
    return pc.utf8_trim_whitespace(found)
