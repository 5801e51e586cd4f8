"""Texts cut into words, many at once, by an nltk tokenizer: what topics are known and found by."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from nltk.tokenize.regexp import RegexpTokenizer
from numpy.typing import NDArray

from metrics.needs_reply.text import column

LONGEST = 10_000
"""Characters of a text that are read."""

_END = "\n"
_WORDS = RegexpTokenizer(rf"\w+|{_END}")
_NO_WORDS = r"\[(?:[a-z]+)\]|(?:https?://|www\.)\S+|[@＠][\w.@-]+|\w[\w.+-]*@[\w.-]+"  # masks, addresses, people
_MARKS = re.compile(r"[\u0300-\u036f]")


@dataclass(frozen=True)
class Words:
    """The words of a batch of `n` texts in the order in which they stand: word `ids[i]` of `forms` in text `rows[i]`.

    A form is in small letters, with its accents.
    """

    n: int
    ids: NDArray[np.int64]
    rows: NDArray[np.int64]
    forms: list[str]

    @cached_property
    def plain(self) -> list[str]:
        """The forms without accents."""
        return [normalised(form) for form in self.forms]


def words(texts: "pd.Series[Any]") -> Words:
    """The words of texts. Masks such as [handle], addresses and names of people are left out; what is no text has none.

    >>> found = words(pd.Series(["Wéér niet opgehaald @jan", None, "de #bak, de bak"]))
    >>> [found.forms[one] for one in found.ids], found.rows.tolist()
    (['wéér', 'niet', 'opgehaald', 'de', 'bak', 'de', 'bak'], [0, 0, 0, 2, 2, 2, 2])
    """
    codes, unique = column(texts)
    plain = pc.utf8_lower(pc.utf8_normalize(pc.utf8_slice_codeunits(unique, 0, LONGEST), form="NFC"))
    plain = pc.replace_substring_regex(plain, pattern=_NO_WORDS, replacement=" ")
    plain = pc.replace_substring(plain, pattern=_END, replacement=" ")
    tokens = np.array(_WORDS.tokenize(_END.join(plain.to_pylist()) + _END), dtype=object)
    ids, forms = pd.factorize(tokens)
    ends = ids == _number(forms, _END)
    rows = np.cumsum(ends) - ends
    ids, rows = ids[~ends], rows[~ends]
    if len(unique) != len(texts):  # else each is its own, in the same order
        ids, rows = _repeated(ids, rows, codes, len(unique))
    return Words(len(texts), ids, rows, forms.tolist())


def normalised(text: str) -> str:
    """A text in small letters without accents.

    >>> normalised("Café")
    'cafe'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return _MARKS.sub("", apart)


def _number(forms: NDArray[Any], form: str) -> int:
    return int(np.flatnonzero(forms == form)[0])


def _repeated(
    ids: NDArray[np.int64], rows: NDArray[np.int64], codes: NDArray[np.intp], unique: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The words of each text, where several texts are the same one."""
    first = np.searchsorted(rows, np.arange(unique + 1))
    length = np.diff(first)[codes]
    rows = np.repeat(np.arange(len(codes)), length)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(length) - length, length)
    return ids[np.repeat(first[codes], length) + within], rows
