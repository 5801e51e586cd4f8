"""Counts that fell: what a file is about to say about known posts, against what the store holds."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, and_, exists, func, not_, or_, select

from data import bulk
from data.access import Access
from data.observed import true_at
from data.queries import scope
from data.schema import import_batch, observation, post
from data.staging import POSTS, fill, same, workbench
from metrics.measures import COUNTS

NET = frozenset({"followers_gained"})
"""Counts that may fall: people who stopped following are taken off again."""

TOTALS = tuple(name for name in COUNTS if name not in NET)
"""Counts of a post from its first day on: they grow, or stay."""


@dataclass(frozen=True)
class Fallen:
    """How many of the posts are `known`, and those of them with a count below the one in the store.

    `posts` has the columns `id`, each of `TOTALS` as the file says it, and `<count>_before` as the store says it;
    `observed_ts` is the newest moment at which the latter were true, None when nothing fell.
    """

    known: int
    posts: pd.DataFrame
    observed_ts: int | None


def fallen(
    engine: Engine, access: Access, shown: pd.DataFrame, *, file_hash: str, exported_ts: int | None
) -> Fallen | None:
    """Compare posts (`id` and `TOTALS`, one row each) with the store; None when it knows none of them.

    A post that a newer export showed is left out: an older export has lower counts, and they replace nothing
    (`data.observed`). The posts wait in a temporary table, so it takes the same few statements for any number of
    them. Changes nothing. Raises `AccessDeniedError`.
    """
    seen = scope.of_accounts(post.c.account_id, access)
    staged = POSTS.staged
    with engine.connect() as connection:
        if shown.empty or not connection.scalar(select(exists(select(post.c.id).where(*seen)))):
            return None
    with workbench(engine) as connection, connection.begin():
        fill(connection, staged, shown[["id", *TOTALS]].sort_values("id"))
        newer = _newer(connection, true_at(connection, file_hash, exported_ts))
        both = select().select_from(staged.join(post, same(post, staged))).where(*seen)
        if newer:
            in_newer = and_(observation.c.id == staged.c.id, observation.c.import_id.in_(newer))
            both = both.where(not_(exists().where(in_newer)))
        known = connection.scalar(both.add_columns(func.count())) or 0
        lower = or_(*(staged.c[name] < post.c[name] for name in TOTALS))
        columns = [column for name in TOTALS for column in (staged.c[name], post.c[name].label(f"{name}_before"))]
        found = bulk.read(connection, both.add_columns(staged.c.id, *columns).where(lower))
        return Fallen(known, found, _last_true(connection, found)) if known else None


def _newer(connection: Connection, observed_ts: int) -> list[int]:
    """The imports whose numbers are newer than those of the file: as a rule none."""
    query = select(import_batch.c.id).where(import_batch.c.observed_ts > observed_ts)
    return list(connection.scalars(query))


def _last_true(connection: Connection, found: pd.DataFrame) -> int | None:
    """The newest moment at which the counts of these posts were true."""
    newest: int | None = None
    for start in range(0, len(found), bulk.CHUNK):
        ids = found["id"].iloc[start : start + bulk.CHUNK].tolist()
        moment = connection.scalar(
            select(func.max(import_batch.c.observed_ts))
            .join_from(observation, import_batch, import_batch.c.id == observation.c.import_id)
            .where(observation.c.id.in_(ids))
        )
        newest = max(filter(None, (newest, moment)), default=None)
    return newest
