"""Which messages and own posts have no score of the current versions, found day by day."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, or_, select

from data import bulk
from data.scoring.judging import Versions
from data.staging import COMMENTS, POSTS, Items, on_touched_day, same, touched_day

KINDS = (COMMENTS, POSTS)
_MARKS = ["read", "toned", "grouped"]


def count(connection: Connection, versions: Versions) -> int:
    """How many there are."""
    return sum(connection.scalar(_waiting(select(func.count()), items, versions)) or 0 for items in KINDS)


def days(connection: Connection, versions: Versions) -> pd.DataFrame:
    """How many (`n`) there are on each day of each account, in the order of days."""
    found = []
    for items in KINDS:
        day = (items.table.c.day, items.table.c.account_id)
        counted = _waiting(select(*day, func.count().label("n")), items, versions).group_by(*day)
        found.append(bulk.read(connection, counted).astype("int64"))
    return pd.concat(found).groupby(["day", "account_id"])[["n"]].sum().reset_index()


def pages(found: pd.DataFrame, at_once: int) -> Iterator[pd.DataFrame]:
    """Whole days of `days`, together about so many texts: every day is in one page, and is added up once.

    >>> table = pd.DataFrame({"day": [1, 2, 3], "account_id": [1, 1, 1], "n": [3, 4, 1]})
    >>> [page["day"].tolist() for page in pages(table, 5)]
    [[1], [2, 3]]
    """
    start, size = 0, 0
    for place, texts in enumerate(found["n"].tolist()):
        if size and size + texts > at_once:
            yield found.iloc[start:place]
            start, size = place, 0
        size += texts
    if size:
        yield found.iloc[start:]


def on_touched_days(connection: Connection, items: Items, versions: Versions) -> pd.DataFrame:
    """Those on the days in `touched_day`: their key, text, stored scores, and what is to be worked out.

    `read`: nothing is known; `toned` and `grouped`: tone and topic are.
    """
    scores = items.scores
    columns = [*(items.table.c[name] for name in items.key), items.table.c.text]
    stored = [column for column in scores.columns if not column.primary_key]
    marks = (scores.c.id.is_(None), *_outdated(items, versions))
    asked = [case((mark, 1), else_=0).label(name) for name, mark in zip(_MARKS, marks, strict=True)]
    query = select(*columns, *stored, *asked).select_from(touched_day)
    rows = bulk.read(connection, _waiting(query, items, versions, on_touched_day(items.table)))
    return rows.assign(**{name: rows[name].astype("int64").astype("bool") for name in _MARKS})


def distinct(rows: pd.DataFrame) -> pd.DataFrame:
    """The texts of these rows, each once, as `judging.judge` takes them."""
    known = rows.sort_values("read", kind="stable").drop_duplicates("text")[["text", "language", "read"]]
    asked = rows.groupby("text", sort=False)[["toned", "grouped"]].any()
    return known.merge(asked, left_on="text", right_index=True).reset_index(drop=True)


def _waiting(
    query: Select[Any], items: Items, versions: Versions, here: ColumnElement[bool] | None = None
) -> Select[Any]:
    table, scores = items.table, items.scores
    joined = query.select_from(table) if here is None else query.join(table, here)
    ours = table.c.is_own == 0 if items is COMMENTS else table.c.type != "reply"
    of_kind = and_(ours, table.c.text.is_not(None), table.c.text != "")
    return joined.outerjoin(scores, same(scores, table)).where(of_kind, or_(*_outdated(items, versions)))


def _outdated(items: Items, versions: Versions) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether tone, and whether topic, is to be worked out; own posts have no tone."""
    scores = items.scores
    new = scores.c.id.is_(None)
    other_tone = scores.c.tone_model != versions.tone_model if "tone_model" in scores.c else None
    toned = false() if other_tone is None else or_(new, other_tone)
    return toned, or_(new, scores.c.topics_version != versions.topics)
