"""Pieces of words and of sentences as slots of a table of weights, for many texts at once.

A word is looked at once in a batch, however often it is written: its pieces (2 to 5 characters, not across gaps) add up
to one row, and a text is the sum of its words.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.text.hashing import hashes, mixed, together
from metrics.text.split import Split

BITS = 18
"""A table has 2 ** 18 slots; pieces that fall into the same one share its weight."""
SIZES = (2, 3, 4, 5)

_READ = 24  # characters of a word; longer ones are no words
_OPEN, _CLOSE, _AT = (ord(mark) for mark in "<>@")
_Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """The different words of a batch: word w is `hash[w]`, first seen as token `seen[w]`; token t is `of[t]`."""

    hash: NDArray[np.uint64]
    seen: _Ints
    of: _Ints


def different(tokens: Split) -> Words:
    """The different words of a batch."""
    found, seen, of = np.unique(tokens.hash, return_index=True, return_inverse=True)
    return Words(found, seen.astype(np.int64), of.astype(np.int64))


def pieces(tokens: Split, words: Words) -> tuple[_Ints, _Ints]:
    """The slot of each piece of each word, in the order of the words, and where the pieces of each word begin.

    >>> from metrics.text.split import split
    >>> tokens = split(["ja"])
    >>> slots, begin = pieces(tokens, different(tokens))
    >>> len(slots), begin.tolist()  # <j ja a> <ja ja> <ja>
    (6, [0, 6])
    """
    start = tokens.start[words.seen]
    size = np.minimum(tokens.end[words.seen] - start, _READ)
    size[tokens.points[start] == _AT] = 1
    edge = np.r_[0, np.cumsum(size + 2)]
    row = np.full(edge[-1], _CLOSE, dtype=np.uint32)
    row[edge[:-1]] = _OPEN
    word = np.repeat(np.arange(len(size)), size)
    inside = np.arange(len(word)) + 2 * word + 1
    row[inside] = tokens.points[np.arange(len(word)) + (start - np.r_[0, np.cumsum(size)[:-1]])[word]]
    word = np.repeat(np.arange(len(size)), size + 2)
    room = edge[1:][word] - np.arange(len(row))
    found, owner = [], []
    for length in SIZES:
        at = np.flatnonzero(room >= length)
        found.append(_slots(hashes(row, at, at + length) + np.uint64(length)))
        owner.append(word[at])
    of = np.concatenate(owner)
    order = np.argsort(of, kind="stable")
    return np.concatenate(found)[order], np.searchsorted(of[order], np.arange(len(size) + 1)).astype(np.int64)


def phrases(tokens: Split) -> tuple[_Ints, _Ints]:
    """The slot of each word and of each two words in a row, in the order of the texts, and where each text begins."""
    single = _slots(tokens.hash)
    pair = np.flatnonzero(tokens.text[1:] == tokens.text[:-1])
    double = _slots(together(tokens.hash[pair], tokens.hash[pair + 1]) + np.uint64(1))
    text = np.concatenate([tokens.text, tokens.text[pair]])
    order = np.argsort(text, kind="stable")
    count = len(tokens.first) - 1
    return np.concatenate([single, double])[order], np.searchsorted(text[order], np.arange(count + 1)).astype(np.int64)


def added(rows: "NDArray[np.float32]", begin: _Ints) -> NDArray[np.float32]:
    """The sums of the rows from each beginning to the next; 0 where there are none."""
    found = np.zeros((len(begin) - 1, *rows.shape[1:]), dtype=np.float32)
    some = np.flatnonzero(np.diff(begin))
    if len(some):
        found[some] = np.add.reduceat(rows, begin[some], axis=0)
    return found


def _slots(names: "NDArray[np.uint64]") -> _Ints:
    return (mixed(names) >> np.uint64(64 - BITS)).astype(np.int64)
