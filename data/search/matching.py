"""Which rows of a table hold the words: the one place where the engines differ.

SQLite looks in the index of words that triggers keep (`post_text`, `comment_text`). PostgreSQL matches a pattern, which
its index of trigrams narrows down. Both know words, phrases, beginnings and words that must not be there, without case
and without accents of Latin letters. Where they differ: accents that a text spells as marks of their own (`e` and
U+0301) are seen by SQLite alone, and an emoji of after 2012 that touches a word belongs to that word for SQLite.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    column,
    func,
    literal_column,
    not_,
    select,
    table,
)

from data.queries.unindexed import unindexed
from metrics.text.searching import Term, fold

_FEW = {"post": 3_000, "comment": 10_000}
"""Up to so many hits it pays to look them up and sort them; with more, the newest rows are soon found among them."""

_OTHER = "[^[:alnum:]]"

RARE = r"[\u0100-\u024F\u1E00-\u1EFF]"
"""Letters with an accent that Western European languages do without: in PostgreSQL's index of texts that hold one."""


def matching(connection: Connection, searched: Table, wanted: Sequence[Term]) -> list[ColumnElement[bool]]:
    """Conditions of which a row of `post` or `comment` that holds the words meets one; `wanted` is not empty."""
    if connection.dialect.name == "postgresql":
        return _by_patterns(searched.c.text, wanted)
    return [_by_index(connection, searched, wanted)]


def _by_index(connection: Connection, searched: Table, wanted: Sequence[Term]) -> ColumnElement[bool]:
    rows = _indexed(searched, wanted)
    few = _FEW[searched.name]
    counted = select(func.count()).select_from(rows.limit(few + 1).subquery())
    many = (connection.scalar(counted) or 0) > few
    # of many, go through the days, newest first, and not through all hits
    return (unindexed(searched.c.id) if many else searched.c.id).in_(rows)


def _indexed(searched: Table, wanted: Sequence[Term]) -> Select[tuple[int]]:
    name = f"{searched.name}_text"
    index = table(name, column("rowid"), column(name))
    return select(index.c.rowid).where(index.c[name].op("MATCH")(_full_text(wanted)))


def _full_text(wanted: Sequence[Term]) -> str:
    """The query in SQLite's language. Every word is quoted, so nothing that is typed means anything else.

    >>> from metrics.text.searching import terms
    >>> _full_text(terms('NEAR afval* -"oude boom"'))
    '("NEAR" AND "afval" *) NOT "oude boom"'
    """
    quoted = [(f'"{" ".join(term.words)}"' + " *" * term.beginning, term.absent) for term in wanted]
    present = " AND ".join(words for words, absent in quoted if not absent)
    return f"({present})" + "".join(f" NOT {words}" for words, absent in quoted if absent)


def _by_patterns(text: ColumnElement[str], wanted: Sequence[Term]) -> list[ColumnElement[bool]]:
    """Texts without rare letters apart from those with them, which have an index of their own.

    A pattern with every letter that is an `a` with an accent stands for so many trigrams that the index is of no use.
    """
    plain, whole = ([_pattern(term, letters) for term in wanted] for letters in (_frequent(), _accented()))
    if plain == whole:
        return [_by_pattern(text, wanted, whole)]
    rare = text.regexp_match(literal_column(f"'{RARE}'", Text))
    return [and_(_by_pattern(text, wanted, plain), not_(rare)), and_(rare, _by_pattern(text, wanted, whole))]


def _by_pattern(text: ColumnElement[str], wanted: Sequence[Term], patterns: Sequence[str]) -> ColumnElement[bool]:
    holds = (text.regexp_match(pattern, flags="i") for pattern in patterns)
    return and_(*(not_(one) if term.absent else one for one, term in zip(holds, wanted, strict=True)))


def _pattern(term: Term, letters: Mapping[str, str]) -> str:
    """The regular expression of a term, with the other forms of each letter.

    >>> from metrics.text.searching import terms
    >>> _pattern(terms("12 ff*")[0], {})
    '(^|[^[:alnum:]])12([^[:alnum:]]|$)'
    >>> _pattern(terms("één*")[0], {"e": "éë"})
    '(^|[^[:alnum:]])[eéë][eéë]n'
    """
    words = f"{_OTHER}+".join("".join(_letter(one, letters) for one in word) for word in term.folded)
    return f"(^|{_OTHER}){words}" + ("" if term.beginning else f"({_OTHER}|$)")


def _letter(folded: str, letters: Mapping[str, str]) -> str:
    others = letters.get(folded, "")
    return f"[{folded}{others}]" if others else folded


@cache
def _accented() -> dict[str, str]:
    """For each Latin letter, the small letters that are it with an accent; and the two forms of the Greek s."""
    found: defaultdict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), 0x3C2):
        letter = chr(code)
        if letter.islower() and fold(letter) != letter:
            found[fold(letter)] += letter
    return dict(found)


@cache
def _frequent() -> dict[str, str]:
    """The same without the letters that are rare."""
    return {folded: re.sub(RARE, "", letters) for folded, letters in _accented().items()}
