"""Search in own posts and in what citizens wrote: the newest texts that hold the words.

Own posts are for whoever may read; messages of citizens are masked, and for whoever may read texts. Replies of the
organisation are in neither: they are read with what they answer.
"""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
from sqlalchemy import Engine, Select, select, tuple_, union_all

from data.access import Access
from data.filters import Filters
from data.queries.frames import empty, read_on
from data.schema import comment, post
from data.search import statements
from data.search.statements import NO_TOPIC, NOT_SCORED
from metrics.text.searching import terms

__all__ = ["MOST", "NOT_SCORED", "NO_TOPIC", "Found", "Where", "hits", "page", "search"]

Where = Literal["all", "posts", "messages"]
MOST = 1_000
"""Hits that are counted and can be looked through; there may be more."""

_HITS = {"is_post": "bool", "post_id": "int64", "id": "int64", "day": "int64", "published_ts": "int64"}
_TEXTS = {**_HITS, "account": "str", "platform": "str", "text": "object", "permalink": "object"}
_ORDER = {"day": False, "published_ts": False, "id": True, "is_post": True}  # whether it ascends


@dataclass(frozen=True)
class Found:
    """A page of what was found, newest first, and how much there is: with `more`, only the newest are counted.

    `rows` has the columns is_post, post_id, id, day, published_ts, account, platform, text, permalink (of the post).
    """

    rows: pd.DataFrame
    total: int
    more: bool
    first_day: int | None
    last_day: int | None


def search(
    engine: Engine,
    access: Access,
    filters: Filters,
    words: str,
    where: Where = "all",
    *,
    topic: int | None = None,
    tone: str | None = None,
    first: int = 0,
    rows: int = 10,
) -> Found:
    """The texts that hold the words as `metrics.text.searching` reads them, of a topic and a tone when these are given.

    Posts have no tone, so with one only messages are found. A user without the right to read texts finds only posts;
    raises `AccessDeniedError` without the right to read.
    """
    return page(engine, access, hits(engine, access, filters, words, where, topic=topic, tone=tone), first, rows)


def hits(
    engine: Engine,
    access: Access,
    filters: Filters,
    words: str,
    where: Where = "all",
    *,
    topic: int | None = None,
    tone: str | None = None,
) -> pd.DataFrame:
    """Which texts hold the words, newest first and at most one more than `MOST`: the first five columns of `Found`."""
    access.require("read")
    wanted = terms(words)
    sides: list[Select[Any]] = []
    with engine.connect() as connection:
        if wanted and where != "messages" and tone is None:
            sides += statements.posts(connection, access, filters, wanted, topic, MOST + 1)
        if wanted and where != "posts" and access.may("texts"):
            sides += statements.messages(connection, access, filters, wanted, topic, tone, MOST + 1)
        if not sides:
            return empty(_HITS)
        either = union_all(*(select(side.subquery()) for side in sides)).subquery()
        newest = (either.c[name] if ascends else either.c[name].desc() for name, ascends in _ORDER.items())
        return read_on(connection, select(either).order_by(*newest).limit(MOST + 1), _HITS)


def page(engine: Engine, access: Access, found: pd.DataFrame, first: int, rows: int) -> Found:
    """Some of the hits with their texts; those that are gone since are left out."""
    listed = found.iloc[:MOST]
    days = listed["day"].tolist()
    span = (days[-1], days[0]) if days else (None, None)
    return Found(_texts(engine, access, listed.iloc[first : first + rows]), len(listed), len(found) > MOST, *span)


def _texts(engine: Engine, access: Access, found: pd.DataFrame) -> pd.DataFrame:
    access.require("read")
    keys: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for is_post, post_id, key in zip(*(found[name].tolist() for name in ("is_post", "post_id", "id")), strict=True):
        keys[is_post].append((post_id, key))
    sides = []
    if keys[True]:
        sides.append(statements.texts_of_posts().where(post.c.id.in_([key for _, key in keys[True]])))
    if keys[False]:
        access.require("texts")
        threads = {post_id for post_id, _ in keys[False]}  # SQLite looks up a list of threads, but no list of pairs
        pairs = tuple_(comment.c.post_id, comment.c.id).in_(keys[False])
        sides.append(statements.texts_of_messages().where(comment.c.post_id.in_(threads), pairs))
    with engine.connect() as connection:
        parts = [read_on(connection, side, _TEXTS) for side in sides]
    shown = pd.concat(parts) if parts else empty(_TEXTS)
    return shown.sort_values(list(_ORDER), ascending=list(_ORDER.values()), ignore_index=True)
