"""What each character is for the tokens: part of a word, a mark, a symbol or a gap; and its small letter."""

import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

GAP, MARK, WORD, ALONE = range(4)
"""Between tokens; punctuation, whose runs are one token; letters and digits, the same; a token in itself."""

LIMIT = 0x20000
"""From this code point on every character is an ideograph or unassigned: alone, and the same in small letters."""

_ALONE = (  # scripts without spaces between words, and pictures
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2190, 0x21FF),
    (0x2300, 0x23FF),
    (0x25A0, 0x27BF),
    (0x2B00, 0x2BFF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x1F000, 0x1FAFF),
)
_UNSEEN = (0x00AD, 0x034F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF)
"""Characters without a shape of their own (joiners, selectors, direction marks): they would hide what is written."""
_SKIN = (0x1F3FB, 0x1F400)
_SAME = {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": ".", "–": "-"}


@lru_cache
def kinds() -> NDArray[np.uint8]:
    """The kind of each code point under `LIMIT`."""
    found = np.full(LIMIT, GAP, dtype=np.uint8)
    for point in range(LIMIT):
        category = unicodedata.category(chr(point))
        if category[0] in "LNM":
            found[point] = WORD
        elif category[0] in "PS":
            found[point] = MARK
    found[ord("_")] = WORD
    for first, last in _ALONE:
        part = found[first : last + 1]
        part[part != GAP] = ALONE
    return found


@lru_cache
def small() -> NDArray[np.uint32]:
    """The small letter of each code point under `LIMIT`, with one kind of quotation mark and of digit (0)."""
    found = np.arange(LIMIT, dtype=np.uint32)
    for point in range(LIMIT):
        letter = chr(point)
        lower = _SAME.get(letter, letter.lower())
        found[point] = ord(lower) if len(lower) == 1 else point
        if letter.isdecimal():
            found[point] = ord("0")
    return found


@lru_cache
def capitals() -> NDArray[np.bool_]:
    """Whether each code point under `LIMIT` is a capital letter."""
    return np.array([chr(point).isupper() for point in range(LIMIT)])


@lru_cache
def unseen() -> NDArray[np.bool_]:
    """Whether each code point under `LIMIT` is left out, because it has no shape of its own or only a skin colour."""
    found = np.zeros(LIMIT, dtype=bool)
    found[list(_UNSEEN)] = True
    found[_SKIN[0] : _SKIN[1]] = True
    return found
