"""Posts that came from two kinds of files, and whether the files agree about them."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, FromClause, Select, and_, case, distinct, exists, func, or_, select

from data.access import Access
from data.filters import Filters
from data.importing import DONE
from data.queries import scope
from data.queries.frames import empty, read
from data.schema import import_batch, observation, post
from metrics.measures import COUNTS


def overlaps(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Posts of the period that came from two kinds of files, and how many have a lower count in the later file.

    Columns: account_id, first_format and second_format (in the order of the alphabet), posts, fell. Later means that
    the numbers were true later. A small statement finds imports that brought posts which another kind of file had
    brought before; only with such imports a second one looks at posts. Raises `AccessDeniedError`.
    """
    formats = dict.fromkeys(("first_format", "second_format"), "str")
    dtypes = {"account_id": "int64", **formats, "posts": "int64", "fell": "int64"}
    access.require("read")
    with engine.connect() as connection:
        twice = list(connection.scalars(_brought_again()))
    if not twice:
        return empty(dtypes)
    return read(engine, _pairs(access, filters, twice, engine.dialect.name == "sqlite"), dtypes)


def _brought_again() -> Select[int]:
    """Imports that brought posts known before, on platforms with posts from several kinds of files."""
    known = import_batch.alias()
    several = exists().where(
        known.c.platform == import_batch.c.platform,
        known.c.kind == "posts",
        known.c.status == DONE,
        known.c.format != import_batch.c.format,
    )
    again = import_batch.c.updated + import_batch.c.unchanged > 0
    return select(import_batch.c.id).where(
        import_batch.c.kind == "posts", import_batch.c.status == DONE, again, several
    )


def _pairs(access: Access, filters: Filters, twice: list[int], sqlite: bool) -> Select[Any]:
    """Posts with two observations from different formats, the second of them from one of these imports."""
    old, new = observation.alias("old"), observation.alias("new")
    was, now = import_batch.alias("was"), import_batch.alias("now")
    lower = or_(
        *(case((_later(now, was), new.c[name] < old.c[name]), else_=old.c[name] < new.c[name]) for name in COUNTS)
    )
    least, greatest = (func.min, func.max) if sqlite else (func.least, func.greatest)
    first = least(was.c.format, now.c.format).label("first_format")
    second = greatest(was.c.format, now.c.format).label("second_format")
    keys = (post.c.account_id, first, second)
    return (
        select(
            *keys,
            func.count(distinct(post.c.id)).label("posts"),
            func.count(distinct(case((lower, post.c.id)))).label("fell"),
        )
        .select_from(new)
        .join(now, now.c.id == new.c.import_id)
        .join(old, and_(old.c.id == new.c.id, old.c.import_id < new.c.import_id))
        .join(was, and_(was.c.id == old.c.import_id, was.c.format != now.c.format))
        .join(post, post.c.id == new.c.id)
        .where(new.c.import_id.in_(twice))
        .where(post.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(post.c.account_id, access, filters.departments, filters.platforms))
        .group_by(*keys)
        .order_by(*keys)
    )


def _later(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether the numbers of an import were true after those of another; of the same moment the later import."""
    same_moment = and_(one.c.observed_ts == other.c.observed_ts, one.c.id > other.c.id)
    return or_(one.c.observed_ts > other.c.observed_ts, same_moment)
