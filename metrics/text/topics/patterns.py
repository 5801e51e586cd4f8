"""Words that people look for: `word`, `prefix*`, `*suffix`, `*part*`, and some words in a row ("grof vuil*")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.text.words import Words, normalised

_PIECE = re.compile(r"[\w*]+")
_NOWHERE = np.empty(0, dtype=np.int64)


def pieces(pattern: str) -> tuple[str, ...]:
    """The words of a pattern, as they are compared with those of a text.

    >>> pieces("Auto's"), pieces("grof vuil*")
    (('auto', 's'), ('grof', 'vuil*'))
    """
    return tuple(one for one in _PIECE.findall(normalised(pattern)) if one.strip("*"))


def letters(pattern: str) -> int:
    """How many letters a pattern says: the more, the more it means.

    >>> letters("*vergunning*"), letters("grof vuil*")
    (10, 8)
    """
    return sum(len(one.strip("*")) for one in pieces(pattern))


@dataclass(frozen=True)
class Found:
    """Where patterns were found: pattern `pattern[i]` in text `row[i]`, at words `at[i]` to `at[i] + length[i]`."""

    row: NDArray[np.int64]
    at: NDArray[np.int64]
    length: NDArray[np.int64]
    pattern: NDArray[np.int64]


class Patterns:
    """Patterns, ready to be looked for in many texts."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._pieces = [pieces(one) for one in patterns]
        single = sorted({piece for one in self._pieces for piece in one})
        self._number = {piece: number for number, piece in enumerate(single)}
        self._exact = {one: n for one, n in self._number.items() if "*" not in one}
        self._starts = {one[:-1]: n for one, n in self._number.items() if one.endswith("*") and one[0] != "*"}
        self._ends = {one[1:]: n for one, n in self._number.items() if one[0] == "*" and not one.endswith("*")}
        self._parts = [(one.strip("*"), n) for one, n in self._number.items() if one[0] == "*" and one.endswith("*")]
        self._any_part = "|".join(re.escape(part) for part, _ in self._parts)

    def find(self, words: Words) -> Found:
        """Every place where a pattern stands in the texts, in the order of the patterns."""
        form, piece = self._forms(words.plain)
        places = [_NOWHERE] * len(self._number)
        by_form = np.argsort(words.ids, kind="stable")
        first = np.searchsorted(words.ids, np.arange(len(words.forms) + 1), sorter=by_form)
        for number in np.unique(piece):
            of = form[piece == number]
            places[number] = np.sort(np.concatenate([by_form[first[one] : first[one + 1]] for one in of]))
        at, length, which = [], [], []
        for pattern, parts in enumerate(self._pieces):
            here = places[self._number[parts[0]]] if parts else _NOWHERE
            for step, part in enumerate(parts[1:], start=1):
                here = _followed(here, places[self._number[part]], step, words.rows)
            at.append(here)
            length.append(np.full(len(here), len(parts)))
            which.append(np.full(len(here), pattern))
        starts = _joined(at)
        return Found(words.rows[starts], starts, _joined(length), _joined(which))

    def _forms(self, plain: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of the different words each piece fits: pairs of word and piece."""
        pairs = [(form, piece) for form, word in enumerate(plain) for piece in self._whole(word)]
        if self._parts and len(plain):
            some = pc.match_substring_regex(pa.array(plain, type=pa.string()), pattern=self._any_part)
            for form in np.flatnonzero(some.to_numpy(zero_copy_only=False)).tolist():
                pairs += [(form, number) for part, number in self._parts if part in plain[form]]
        found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def _whole(self, word: str) -> Iterable[int]:
        exact = self._exact.get(word)
        if exact is not None:
            yield exact
        for cut in range(1, len(word) + 1):
            start, end = self._starts.get(word[:cut]), self._ends.get(word[-cut:])
            if start is not None:
                yield start
            if end is not None:
                yield end


def _followed(
    here: NDArray[np.int64], there: NDArray[np.int64], step: int, rows: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Those places after which, `step` words further in the same text, stands what is at `there`."""
    here = here[np.isin(here + step, there)]
    return np.asarray(here[rows[here] == rows[here + step]], dtype=np.int64)


def _joined(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.asarray(np.concatenate([_NOWHERE, *parts]), dtype=np.int64)
