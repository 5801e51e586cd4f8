"""Texts cut into tokens, many at once: words in small letters, punctuation, and each emoji or ideograph by itself."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.text import characters
from metrics.text.characters import ALONE, GAP, LIMIT, WORD
from metrics.text.escapes import unescaped
from metrics.text.hashing import hashes

LONGEST = 4000
"""Characters of a text that are read: more of the same does not change the tone."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PILE = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")  # more accents than any letter has
_ACCENT = re.compile("[\u0300-\u036f]")
_BREAK, _AT, _APOSTROPHE, _HASH = (ord(mark) for mark in "\n@'#")
_AFTER = 3  # so many letters after an apostrophe are a word of their own (l'amour, but don't)
_Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Split:
    """The tokens of a batch: token t is `points[start[t]:end[t]]`, of kind `kind[t]`, in text `text[t]`.

    `hash` names a token; mentions of persons share one. `shouted` is in capitals, `drawn` has a letter drawn out.
    Tokens `first[i]` to `first[i + 1]` are those of text i.
    """

    points: NDArray[np.uint32]
    start: _Ints
    end: _Ints
    kind: NDArray[np.uint8]
    text: _Ints
    hash: NDArray[np.uint64]
    shouted: NDArray[np.bool_]
    drawn: NDArray[np.bool_]
    first: _Ints

    def words(self) -> list[str]:
        """The tokens as they are read, for tests and for people.

        >>> split(["Wat een MOOIE dag!!! @jan 👍🏽"]).words()
        ['wat', 'een', 'mooie', 'dag', '!!', '@', '👍']
        """
        text = "".join(map(chr, self.points))
        return [
            "@" if text[a] == "@" else text[a:b] for a, b in zip(self.start.tolist(), self.end.tolist(), strict=True)
        ]


def split(texts: Sequence[str]) -> Split:
    """The tokens of these texts; what is no text has none."""
    raw = _points(texts)
    under = np.minimum(raw, LIMIT - 1)
    raw, under = (one[~characters.unseen()[under]] for one in (raw, under))
    points = np.where(raw < LIMIT, characters.small()[under], raw)
    again = _drawn_out(points)
    longer = np.r_[False, again[1:] & ~again[:-1]] if len(again) else again
    keep = ~again
    kept = np.cumsum(keep) - 1
    drawn_at = np.zeros(int(keep.sum()) + 1, dtype=bool)
    drawn_at[kept[longer]] = True
    points, under = points[keep], under[keep]
    kind = characters.kinds()[under]
    kind[points >= LIMIT - 1] = ALONE
    inside = _apostrophes(points, kind)
    kind[inside] = WORD
    start, end = _runs(points, kind, inside)
    first_kind, mention = kind[start], points[start] == _AT
    text = np.cumsum(points == _BREAK)[start] - 1
    named = hashes(points, start, np.where(mention, start + 1, end))
    big = np.r_[0, np.cumsum(characters.capitals()[under])]
    drawn = np.r_[0, np.cumsum(drawn_at)]
    count = len(texts)
    return Split(
        points,
        start,
        end,
        first_kind,
        text,
        named,
        (big[end] - big[start] == end - start) & (end - start > 1) & (first_kind == WORD),
        drawn[end] > drawn[start],
        np.searchsorted(text, np.arange(count + 1)).astype(np.int64),
    )


def _points(texts: Iterable[str]) -> NDArray[np.uint32]:
    """All texts in one row of code points, each after a line break; addresses are one word."""
    parts = [one[:LONGEST] if isinstance(one, str) else "" for one in texts]
    if any("\n" in one for one in parts):
        parts = [one.replace("\n", " ") for one in parts]
    whole = _ADDRESS.sub(" http ", unescaped("\n" + "\n".join(parts) if parts else ""))
    if _ACCENT.search(whole):
        whole = unicodedata.normalize("NFC", _PILE.sub(r"\1", whole))
    return np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _drawn_out(points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which characters are the third or later of the same: they are left out."""
    same = np.r_[False, points[1:] == points[:-1]][: len(points)]
    again = same & np.r_[False, same[:-1]][: len(points)]
    return np.asarray(again & (points != _BREAK))


def _apostrophes(points: NDArray[np.uint32], kind: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which apostrophes stand within a word."""
    letter = kind == WORD
    before, after = np.r_[False, letter[:-1]][: len(points)], np.r_[letter[1:], False][: len(points)]
    return np.asarray((points == _APOSTROPHE) & before & after)


def _runs(points: NDArray[np.uint32], kind: NDArray[np.uint8], inside: NDArray[np.bool_]) -> tuple[_Ints, _Ints]:
    """Where tokens start and end."""
    size = len(points)
    before = np.r_[np.uint8(GAP), kind[:-1]][:size]
    after_at = np.r_[False, points[:-1] == _AT][:size]
    opens = (kind != GAP) & ((kind != before) | (kind == ALONE))
    opens[1:] |= (points[:-1] == _HASH) & (kind[1:] != GAP)
    opens |= (points == _HASH) | (points == _AT)
    opens &= ~(after_at & (kind == WORD))  # the name belongs to the mention
    long = kind == WORD
    for step in range(1, _AFTER):
        long[:-step] &= (kind[step:] == WORD) & ~inside[step:]
        long[-step:] = False
    opens |= np.r_[False, inside[:-1]][:size] & long
    start = np.flatnonzero(opens)
    closes = np.r_[opens[1:] | (kind[1:] == GAP), True][:size] & (kind != GAP)
    return start.astype(np.int64), np.flatnonzero(closes).astype(np.int64) + 1
