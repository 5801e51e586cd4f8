"""How positive or negative the words of a text are, by lists of scored words and the negations beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from metrics.text.characters import MARK
from metrics.text.hashing import hashes, together
from metrics.text.lookup import Lookup
from metrics.text.negation import NEGATORS
from metrics.text.split import Split, split

EVERY = "*"
"""Stands for every language: the scores of emoji."""
LONGEST = 4
"""Tokens that a scored expression may have."""
WINDOW = 3
"""Tokens around a scored word in which a negation turns it."""

_Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Hits:
    """The scored words of a batch, in the order of the texts: which token, its score (-5 to 5) and what is near it."""

    token: NDArray[np.int64]
    score: _Floats
    negated: NDArray[np.bool_]
    negated_after: NDArray[np.bool_]
    emoji: NDArray[np.bool_]


class Lexicon:
    """Scored words by language: `Lexicon({"nl": (["mooi"], [3])})`, with `EVERY` for those of all languages."""

    def __init__(self, words: Mapping[str, tuple[Sequence[str], Sequence[int]]]) -> None:
        self.languages = frozenset(words) - {EVERY}
        self._words = words

    def scored(self, languages: "NDArray[np.object_]") -> NDArray[np.bool_]:
        """Of which texts the language has scored words."""
        return np.isin(languages.astype(str), list(self.languages))

    def hits(self, tokens: Split, languages: "NDArray[np.object_]") -> Hits:
        """The scored words of texts in these languages (one a text; None has only the words of every language).

        Of expressions that overlap the longest counts. A negation counts up to three tokens before or after, as far
        as no punctuation stands between.
        """
        salt = _salts(languages)[tokens.text]
        size = len(tokens.hash)
        found, taken, emoji = np.zeros(size, np.float32), np.zeros(size, bool), np.zeros(size, bool)
        lookup, scores = self._scores
        row = np.arange(size)
        for length in range(LONGEST, 0, -1):
            starts = row[: max(0, size - length + 1)]
            starts = starts[tokens.text[starts] == tokens.text[starts + length - 1]]
            starts = starts[self._opens[length][tokens.hash[starts] >> np.uint64(48)]]
            name = together(*(tokens.hash[starts + step] for step in range(length)))
            for own in (True, False):
                place = lookup.find(together(name, salt[starts] if own else np.full(len(starts), _salt(EVERY))))
                hit = (place >= 0) & ~taken[starts]
                at = starts[hit]
                found[at], emoji[at] = scores[place[hit]], not own
                for step in range(length):
                    taken[at + step] = True
        at = np.flatnonzero(found)
        before, after = self._negated(tokens, salt, at)
        return Hits(at, found[at], before, after, emoji[at])

    def _negated(
        self, tokens: Split, salt: "NDArray[np.uint64]", at: "NDArray[np.int64]"
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Whether a negation stands shortly before, and shortly after, each of these tokens."""
        negates = self._negators.find(together(tokens.hash, salt)) >= 0
        size, last = len(tokens.hash), len(tokens.hash) - 1
        sides = []
        for direction in (-1, 1):
            open_, found = np.ones(len(at), bool), np.zeros(len(at), bool)
            for step in range(1, WINDOW + 1):
                near = at + direction * step
                inside = (near >= 0) & (near < size)
                near = np.clip(near, 0, max(last, 0))
                open_ &= inside & (tokens.text[near] == tokens.text[at]) & (tokens.kind[near] != MARK)
                found |= open_ & negates[near]
            sides.append(found)
        return sides[0], sides[1]

    @cached_property
    def _scores(self) -> tuple[Lookup, _Floats]:
        keys, scores = [], []
        for language, (words, given) in self._words.items():
            names, usable, _ = _names(words)
            keys.append(together(names, np.full(len(names), _salt(language))))
            scores.append(np.asarray(given, dtype=np.float32)[usable])
        return Lookup(np.concatenate(keys)), np.concatenate(scores)

    @cached_property
    def _opens(self) -> dict[int, NDArray[np.bool_]]:
        """For each length: with which tokens (by the first bits of their hash) expressions of that length begin."""
        found = {length: np.zeros(1 << 16, dtype=bool) for length in range(1, LONGEST + 1)}
        found[1][:] = True
        for words, _ in self._words.values():
            _, _, first = _names(words)
            for length, opening in first.items():
                found[length][opening >> np.uint64(48)] = True
        return found

    @cached_property
    def _negators(self) -> Lookup:
        keys = []
        for language, words in NEGATORS.items():
            names, _, _ = _names(words.split())
            keys.append(together(names, np.full(len(names), _salt(language))))
        return Lookup(np.concatenate(keys))


def _names(
    words: Sequence[str],
) -> tuple[NDArray[np.uint64], NDArray[np.int64], dict[int, NDArray[np.uint64]]]:
    """The hash of each expression that can be found, which ones these are, and the first tokens by length."""
    tokens = split(words)
    length = np.diff(tokens.first)
    names = np.zeros(len(words), dtype=np.uint64)
    first = {}
    for size in range(1, LONGEST + 1):
        of_size = np.flatnonzero(length == size)
        start = tokens.first[:-1][of_size]
        names[of_size] = together(*(tokens.hash[start + step] for step in range(size)))
        first[size] = tokens.hash[start]
    usable = np.flatnonzero((length >= 1) & (length <= LONGEST))
    return names[usable], usable, first


def _salt(language: str) -> np.uint64:
    points = np.array([ord(letter) for letter in language], dtype=np.uint32)
    return np.uint64(hashes(points, np.array([0]), np.array([len(points)]))[0])


def _salts(languages: "NDArray[np.object_]") -> NDArray[np.uint64]:
    codes, place = np.unique(languages.astype(str), return_inverse=True)
    return np.array([_salt(str(code)) for code in codes], dtype=np.uint64)[place]
