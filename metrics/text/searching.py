"""What people type to search: words, "phrases", beginnings* and -words that must not be there; and where they stand.

A word is a run of letters and digits; case and accents of Latin letters do not count. This is what SQLite's tokenizer
`unicode61 remove_diacritics 2` does, and what `data.search` asks of PostgreSQL.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 200
"""Characters of a search that are read."""

SHORTEST_BEGINNING = 3
"""Letters that a star needs before it; with fewer it would stand for half the dictionary."""

_MOST = 12
_TERM = re.compile(r"([-\u2212\u2013])?(?:\"([^\"]*)\"?|([^\s\"]+))(\*)?")
_QUOTES = str.maketrans("\u201c\u201d\u201e\u201f\u00ab\u00bb", '""""""')
_FIRST_MARK, _LAST_MARK = "\u0300", "\u0331"


@dataclass(frozen=True)
class Term:
    """A word, or words that follow each other. The last one may be a `beginning`; an `absent` one must not be there.

    `words` are as they were typed, `folded` without case and accents.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    beginning: bool = False
    absent: bool = False


@dataclass(frozen=True)
class Token:
    """A word of a text, without case and accents, and where it stands."""

    folded: str
    first: int
    end: int


def terms(typed: str) -> tuple[Term, ...]:
    """What is searched for; empty when nothing is, or when only words are named that must not be there.

    >>> [(one.folded, one.beginning, one.absent) for one in terms('Parkeren afval* -"Één boom"')]
    [(('parkeren',), False, False), (('afval',), True, False), (('een', 'boom'), False, True)]
    >>> terms('-boom'), terms('!? " *')
    ((), ())
    """
    found = []
    for match in _TERM.finditer(typed[:LONGEST].translate(_QUOTES)):
        minus, phrase, word, star = match.groups()
        text = phrase if phrase is not None else word
        tokens = tuple(tokens_of(text))
        if tokens:
            starred = bool(star) or (phrase is None and text.endswith("*"))
            beginning = starred and len(tokens[-1].folded) >= SHORTEST_BEGINNING
            words = tuple(text[one.first : one.end] for one in tokens)
            found.append(Term(words, tuple(one.folded for one in tokens), beginning, bool(minus)))
    kept = tuple(found[:_MOST])
    return kept if any(not term.absent for term in kept) else ()


def tokens_of(text: str) -> Iterator[Token]:
    """The words of a text, in order.

    >>> [one.folded for one in tokens_of("Café-terras, 2e_rij")]
    ['cafe', 'terras', '2e', 'rij']
    """
    letters: list[str] = []
    first = 0
    for place, character in enumerate(text):
        if _is_mark(character) and letters:
            continue
        folded = fold(character)
        if folded:
            if not letters:
                first = place
            letters.append(folded)
        elif letters:
            yield Token("".join(letters), first, place)
            letters = []
    if letters:
        yield Token("".join(letters), first, len(text))


def places(text: str, wanted: Sequence[Term]) -> list[tuple[int, int]]:
    """Where the words that were searched for stand in a text: from and to, in order and without overlap.

    >>> places("Parkeren bij het park", terms("park*"))
    [(0, 8), (17, 21)]
    """
    tokens = list(tokens_of(text))
    found = {
        (token.first, token.end)
        for term in wanted
        if not term.absent
        for start in range(len(tokens) - len(term.folded) + 1)
        if _stands(tokens, start, term)
        for token in tokens[start : start + len(term.folded)]
    }
    return sorted(found)


def _stands(tokens: Sequence[Token], start: int, term: Term) -> bool:
    *before, last = term.folded
    if any(tokens[start + place].folded != word for place, word in enumerate(before)):
        return False
    there = tokens[start + len(before)].folded
    return there.startswith(last) if term.beginning else there == last


@lru_cache(maxsize=4096)
def fold(character: str) -> str:
    """A letter or digit without case and accent; empty for anything else.

    >>> fold("É"), fold("ø"), fold("_"), fold("Ж")
    ('e', 'ø', '', 'ж')
    """
    if unicodedata.category(character)[0] not in "LN" and unicodedata.category(character) != "Co":
        return ""
    small = character.casefold()
    if len(small) != 1:  # "ß" and its like stay one letter
        small = character.lower()[0]
    base = unicodedata.normalize("NFD", small)[0]
    return base if base.isascii() else small


def _is_mark(character: str) -> bool:
    """A combining accent: part of the word, of no weight."""
    return _FIRST_MARK <= character <= _LAST_MARK
