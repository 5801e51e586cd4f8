"""Words, sentences and syllables of many texts at once, from their bytes.

An expression that is matched word by word costs more than everything else of an import; looking at all bytes of all
texts in one array does not. Texts are UTF-8 in small letters; letters beyond ASCII are those of Latin scripts.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_TEXTS_AT_ONCE = 20_000
_Bytes = NDArray[np.uint8]
_Flags = NDArray[np.bool_]
_Ints = NDArray[np.int64]


def _table(characters: bytes | range) -> _Flags:
    table = np.zeros(256, dtype=bool)
    table[list(characters)] = True
    return table


_ALPHABET = b"abcdefghijklmnopqrstuvwxyz"
_IS_LETTER, _IS_WITHIN, _IS_VOWEL, _IS_LATIN, _IS_STOP, _IS_BREAK = (np.uint8(1 << bit) for bit in range(6))
_KIND = np.zeros(256, dtype=np.uint8)
"""What each byte is, one bit for each kind."""
for _kind, _characters in (
    (_IS_LETTER, _ALPHABET),
    (_IS_WITHIN, _ALPHABET + b"0123456789'-"),
    (_IS_VOWEL, b"aeiouy"),
    (_IS_LATIN, range(0xC3, 0xC6)),  # first byte of an accented letter
    (_IS_STOP, b".!?"),
    (_IS_BREAK, b"\n"),
):
    _KIND[list(_characters)] |= _kind
_TREMA = _table(b"\xa4\xab\xaf\xb6\xbc")  # second byte, after 0xC3: begins a syllable of its own (coördinatie)
_ACCENT = _table(b"\xa0\xa1\xa2\xa8\xa9\xaa\xac\xad\xae\xb2\xb3\xb4\xb9\xba\xbb")
_AFTER_STOP = _table(b" \n\t\r\"')\xe2")
_PLACE = np.zeros(256, dtype=np.int64)  # of a letter in the alphabet
_PLACE[list(_ALPHABET)] = np.arange(1, 27)
_SHORT, _BASE = 3, 27


class Counts(NamedTuple):
    """What was counted, a number for each text. `common` has one array for each list of words that was given."""

    words: _Ints
    sentences: _Ints
    syllables: _Ints
    common: tuple[_Ints, ...]


def counts(texts: Any, common: Iterable[Iterable[str]]) -> Counts:
    """Words, sentences (that hold a word), syllables (runs of vowels), and how often words of each list occur.

    The lists may hold words of two or three letters. A word begins with a letter; digits, ' and - may be inside.

    >>> found = counts(pa.array(["de brug, nu. de coördinatie kost 3.500 euro!", ""]), [["de", "het"]])
    >>> [column.tolist() for column in (found.words, found.sentences, found.syllables, found.common[0])]
    [[7, 0], [2, 0], [12, 0], [2, 0]]
    """
    tables = [_words_table(words) for words in common]
    column = pc.replace_substring(
        pc.replace_substring(texts, pattern="’", replacement="'"), pattern="…", replacement="."
    )
    found = [_counted(column.slice(start, _TEXTS_AT_ONCE), tables) for start in range(0, len(column), _TEXTS_AT_ONCE)]
    if not found:
        none = np.zeros(0, dtype=np.int64)
        return Counts(none, none, none, tuple(none for _ in tables))
    words, sentences, syllables, *rest = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Counts(words, sentences, syllables, tuple(rest))


def _counted(texts: Any, tables: list[_Flags]) -> tuple[_Ints, ...]:
    ended = pc.binary_join_element_wise(texts, "\n ", "").cast(pa.large_string())
    _valid, ends, content = ended.buffers()
    offsets = np.frombuffer(ends, np.int64)[: len(texts) + 1]
    held = np.frombuffer(content, np.uint8)[: offsets[-1]]
    kind = _KIND[held]
    latin = np.flatnonzero(kind & _IS_LATIN)  # few: the accents are put in one by one
    second = latin + 1
    kind[latin] |= _IS_LETTER | _IS_WITHIN
    kind[second] |= _IS_LETTER | _IS_WITHIN
    kind[second] |= _IS_VOWEL * (_ACCENT | _TREMA)[held[second]]
    kind[latin] |= _IS_VOWEL * _ACCENT[held[second]]
    stops = np.flatnonzero(kind & _IS_STOP)
    kind[stops[_AFTER_STOP[held[stops + 1]]]] |= _IS_BREAK

    starts = _beginnings(kind & _IS_LETTER, kind & _IS_WITHIN)
    vowels = kind & _IS_VOWEL
    edges = np.searchsorted(starts, offsets)
    line = np.cumsum(kind & _IS_BREAK != 0, dtype=np.int32)[starts]  # a text ends with a break: no two share a line
    opening = np.flatnonzero(np.diff(line, prepend=-1))
    return (
        np.diff(edges),
        np.diff(np.searchsorted(opening, edges)),
        np.diff(np.searchsorted(_beginnings(vowels, vowels), offsets)),
        *_common(held, kind & _IS_WITHIN != 0, starts, edges, tables),
    )


def _beginnings(first: _Bytes, inside: _Bytes) -> _Ints:
    """Where a byte of the first kind follows one that is not of the second. Texts end with a byte of neither."""
    begins = first != 0
    begins[1:] &= inside[:-1] == 0
    return np.flatnonzero(begins)


def _common(held: _Bytes, within: _Flags, starts: _Ints, edges: _Ints, tables: list[_Flags]) -> list[_Ints]:
    """Words of two or three letters are numbers in base 27, looked up in a table."""
    padded = np.concatenate([held, np.zeros(_SHORT + 1, np.uint8)])
    inside = np.concatenate([within, np.zeros(_SHORT + 1, bool)])
    long = inside[starts + 1].astype(np.int64)
    for place in (2, 3):
        long += inside[starts + place] & (long == place - 1)
    code = _PLACE[padded[starts]]
    for place in (1, 2):
        code = code * _BASE + np.where(long >= place, _PLACE[padded[starts + place]], 0)
    code[long >= _SHORT] = 0
    return [np.diff(np.searchsorted(np.flatnonzero(table[code]), edges)) for table in tables]


def _words_table(words: Iterable[str]) -> _Flags:
    table = np.zeros(_BASE**_SHORT, dtype=bool)
    for word in words:
        first, second, third = (_PLACE[ord(letter)] for letter in word.ljust(_SHORT))
        table[(first * _BASE + second) * _BASE + third] = True
    return table
