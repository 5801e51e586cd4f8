"""Which rows of a table hold the words: the one place where the engines differ.

SQLite looks in the index of words that triggers keep (`post_text`, `comment_text`). PostgreSQL matches a pattern, which
its index of trigrams narrows down. Both know words, phrases, beginnings and words that must not be there, without case
and without accents of Latin letters. Where they differ: accents that a text spells as marks of their own (`e` and
U+0301) are seen by SQLite alone, and an emoji of after 2012 that touches a word belongs to that word for SQLite.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, column, func, not_, select, table

from data.queries.unindexed import unindexed
from metrics.text.searching import Term, fold

_FEW = {"post": 3_000, "comment": 10_000}
"""Up to so many hits it pays to look them up and sort them; with more, the newest rows are soon found among them."""

_OTHER = "[^[:alnum:]]"


def matching(connection: Connection, searched: Table, wanted: Sequence[Term]) -> ColumnElement[bool]:
    """The condition that a row of `post` or `comment` holds the words; `wanted` is not empty."""
    if connection.dialect.name == "postgresql":
        return _by_pattern(searched.c.text, wanted)
    return _by_index(connection, searched, wanted)


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


def _by_pattern(text: ColumnElement[str], wanted: Sequence[Term]) -> ColumnElement[bool]:
    conditions = []
    for term in wanted:
        holds = text.regexp_match(_pattern(term), flags="i")
        conditions.append(not_(holds) if term.absent else holds)
    return and_(*conditions)


def _pattern(term: Term) -> str:
    """The regular expression of a term.

    >>> from metrics.text.searching import terms
    >>> _pattern(terms("12 ff*")[0])
    '(^|[^[:alnum:]])12([^[:alnum:]]|$)'
    """
    words = f"{_OTHER}+".join("".join(map(_letter, word)) for word in term.folded)
    return f"(^|{_OTHER}){words}" + ("" if term.beginning else f"({_OTHER}|$)")


def _letter(folded: str) -> str:
    accented = _accented().get(folded, "")
    return f"[{folded}{accented}]" if accented else folded


@cache
def _accented() -> dict[str, str]:
    """For each Latin letter, the small letters that are it with an accent; and the two forms of the Greek s."""
    found: defaultdict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), 0x3C2):
        letter = chr(code)
        if letter.islower() and fold(letter) != letter:
            found[fold(letter)] += letter
    return dict(found)
