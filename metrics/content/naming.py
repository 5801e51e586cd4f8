"""Which texts name whom: departments and organisations, by their name or their handle.

A name counts as whole words, in capitals or not, with accents or without, alone or as @handle. A name of under
`SHORTEST` characters is too often an ordinary word, so it counts only as @handle or in exactly its own capitals. A
name without any letter or digit is never found. Web addresses are left out, and so are the servers of mail addresses
and handles that only begin with the name (@parks.example does not name @parks).

A name that is an ordinary word as well ("Sport") is found in every text that uses the word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from metrics.content.texts import LINKS, column

SHORTEST = 4

_WORD = re.compile(r"\w+")
_LINK = re.compile(LINKS)
_GOES_ON = re.compile(r"\w|[.@]\w")  # after a handle: then it is another one
_AT_ONCE = 3_000  # letters in one expression; some thousands more make it a hundred times slower


class Name(NamedTuple):
    """A name of somebody: `target` is who that is. `handle`: it counts with an @ only."""

    target: str
    text: str
    handle: bool = False


@dataclass(frozen=True)
class _Wanted:
    """A name as it is looked for in folded texts; `exact` finds a short one in its own capitals."""

    target: str
    text: str
    plain: bool
    exact: re.Pattern[str] | None


class Naming:
    """Many names, looked up in many texts. The longest word of each name tells which few may be in a text."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Prepare the names, which costs some microseconds for each."""
        given = list(dict.fromkeys(names))
        self._by_word: dict[str, list[_Wanted]] = {}
        for name, text in zip(given, folded([name.text for name in given]).to_pylist(), strict=True):
            words = _WORD.findall(text)
            if words:
                self._by_word.setdefault(max(words, key=len), []).append(_wanted(name, text))
        self._patterns = list(_patterns(self._by_word))

    def found(self, texts: "pd.Series[str]") -> Iterator[tuple[int, str]]:
        """Each target that a text names, once, with the place of the text.

        >>> naming = Naming([Name("parks", "Beheer & Groen"), Name("house", "buurthuis"), Name("rail", "NS")])
        >>> texts = pd.Series(["Dank @Buurthuis en beheer & groén!", "ns", "De NS rijdt", "buurthuizen", None])
        >>> sorted(naming.found(texts))
        [(0, 'house'), (0, 'parks'), (2, 'rail')]
        """
        small = folded(texts)
        near = np.zeros(len(small), dtype=bool)
        for pattern in self._patterns:
            near |= np.asarray(pc.match_substring_regex(small, pattern=pattern))
        places = pa.array(np.flatnonzero(near))
        few = (some.to_pylist() for some in (places, column(texts).take(places), small.take(places)))
        for place, written, text in zip(*few, strict=True):
            for target in self._targets(_spaced(text), written):
                yield place, target

    def _targets(self, text: str, written: str) -> Iterable[str]:
        words = self._by_word.keys() & set(_WORD.findall(text))
        wanted = (one for word in words for one in self._by_word[word])
        return {one.target for one in wanted if _is_in(one, text, written)}


def folded(texts: Any) -> Any:
    """The texts as an Arrow column, in small letters and without accents; a missing text is empty.

    >>> folded(["Cafe\N{COMBINING ACUTE ACCENT} Één", None]).to_pylist()
    ['cafe een', '']
    """
    written = column(texts)
    accented = pc.invert(pc.string_is_ascii(written))
    bare = pc.utf8_normalize(written.filter(accented), form="NFKD")
    bare = pc.replace_substring_regex(bare, pattern=r"\pM+", replacement="")
    return pc.utf8_lower(pc.replace_with_mask(written, accented, bare))


def _patterns(words: Iterable[str]) -> Iterator[str]:
    """Expressions that together find every text with one of these words."""
    part: list[str] = []
    for word in sorted(words):
        if sum(map(len, part)) + len(word) > _AT_ONCE and part:
            yield _any_of(part)
            part = []
        part.append(word)
    if part:
        yield _any_of(part)


def _any_of(words: list[str]) -> str:
    return rf"(?:^|[^\pL\pN_])(?:{'|'.join(words)})(?:$|[^\pL\pN_])"


def _spaced(text: str) -> str:
    return " ".join(_LINK.sub(" ", text).split())


def _wanted(name: Name, text: str) -> _Wanted:
    own = " ".join(name.text.split())
    short = len(own) < SHORTEST
    exact = re.compile(rf"(?<![\w@]){re.escape(own)}(?!\w)") if short and not name.handle else None
    return _Wanted(name.target, " ".join(text.split()), not name.handle and not short, exact)


def _is_in(wanted: _Wanted, text: str, written: str) -> bool:
    start = text.find(wanted.text)
    while start >= 0:
        if _stands_alone(wanted, text, start):
            return True
        start = text.find(wanted.text, start + 1)
    return wanted.exact is not None and wanted.exact.search(_LINK.sub(" ", written)) is not None


def _stands_alone(wanted: _Wanted, text: str, start: int) -> bool:
    end = start + len(wanted.text)
    if text[:start].endswith("@"):
        before = text[start - 2 : start - 1] if start > 1 else ""
        return not (_is_word(before) or before in tuple("@./")) and not _GOES_ON.match(text, end)
    if not wanted.plain or (_is_word(wanted.text[0]) and _is_word(text[start - 1 : start] if start else "")):
        return False
    return not (_is_word(wanted.text[-1]) and _is_word(text[end : end + 1]))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
