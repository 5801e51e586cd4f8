"""What was deleted upstream: what a connection brought before, and what the platform lists no more.

Only where a run has listed everything from a moment on (or all messages of a thread), and only what this connection
itself saw before: an export may hold posts that a platform's server never lists.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, func, insert, not_, select, tuple_

from data import bulk
from data.ids import external_ids, keys
from data.importing import Gone
from data.schema import comment, import_batch, message_class, post
from data.staging import COMMENTS, POSTS, Items, know, same
from data.tag_rules import forget_gone

MANY, LARGE = 3, 0.5
"""Posts, and share of those that were known, that are not taken for deleted at once: a platform may be out of order."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Listed:
    """What a run has listed in full: posts of an account since a moment (None: not all), and threads."""

    connection_id: int
    account_id: int
    platform: str
    since_ts: int | None
    threads: Collection[str]


def missing_posts(connection: Connection, listed: Listed) -> tuple[int, int]:
    """How many posts that the connection brought before are listed no more, of how many there are in that time."""
    if listed.since_ts is None:
        return 0, 0
    known = _known(POSTS, listed) & (post.c.account_id == listed.account_id) & (post.c.published_ts >= listed.since_ts)
    count = select(func.count()).select_from(post).where(known)
    return connection.scalar(count.where(_unlisted(POSTS))) or 0, connection.scalar(count) or 0


def follow(connection: Connection, listed: Listed, posts: bool) -> tuple[int, Gone]:
    """Delete what is gone, posts only where `posts`; how many rows, and what is out of date by it.

    What was written under a post that is gone goes with it: nobody could see any more whether it is still there.
    """
    days, threads, count = [Gone().days], set[int](), 0
    if posts and listed.since_ts is not None:
        here = and_(post.c.account_id == listed.account_id, post.c.published_ts >= listed.since_ts)
        roots = _find(connection, POSTS, and_(here, _known(POSTS, listed), _unlisted(POSTS)))
        threads.update(roots["id"].tolist())
        days.append(_remove(connection, POSTS))
        count += len(roots)
    under = [
        and_(comment.c.post_id.in_(part), _known(COMMENTS, listed), _unlisted(COMMENTS)) for part in _roots(listed)
    ]
    under += [comment.c.post_id.in_(part) for part in _parts(sorted(threads))]
    for condition in under:
        found = _find(connection, COMMENTS, condition)
        threads.update(found["post_id"].tolist())
        days.append(_remove(connection, COMMENTS))
        count += len(found)
    touched = [select(post.c.account_id, post.c.day).where(post.c.id.in_(part)) for part in _parts(sorted(threads))]
    days += [bulk.read(connection, query) for query in touched]
    return count, Gone(pd.concat(days), tuple(sorted(threads)))


def _roots(listed: Listed) -> list[list[int]]:
    names = external_ids(listed.platform, listed.threads, [None] * len(listed.threads))
    return _parts([int(key) for key in keys(listed.platform, names, [listed.account_id] * len(names))])


def _parts(values: list[int]) -> list[list[int]]:
    return [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]


def _known(items: Items, listed: Listed) -> ColumnElement[bool]:
    """Whether this connection brought it before."""
    seen = items.observations
    brought = select(1).join(import_batch, import_batch.c.id == seen.c.import_id).select_from(seen)
    return exists(brought.where(same(seen, items.table), import_batch.c.connection_id == listed.connection_id))


def _unlisted(items: Items) -> ColumnElement[bool]:
    return not_(exists().where(same(items.staged, items.table)))


def _find(connection: Connection, items: Items, condition: ColumnElement[bool]) -> pd.DataFrame:
    """List the items of a condition in `items.changed`; their keys."""
    connection.execute(delete(items.changed))
    wanted = select(*items.table.primary_key).where(condition)
    bulk.changed_rows(connection, insert(items.changed).from_select(items.key, wanted))
    know(connection, items.changed)
    return bulk.read(connection, select(items.changed))


def _remove(connection: Connection, items: Items) -> pd.DataFrame:
    """Delete the items in `items.changed` with all that is known of them; the days they were on."""
    listed = select(*items.changed.primary_key)

    def these(table: Table) -> ColumnElement[bool]:
        return tuple_(*(table.c[name] for name in items.key)).in_(listed)

    days = select(items.table.c.account_id, items.table.c.day).distinct().where(these(items.table))
    found = bulk.read(connection, days)
    others = (message_class,) if items is COMMENTS else ()
    for table in (items.observations, items.versions, items.scores, *others, items.table):
        connection.execute(delete(table).where(these(table)))
    if items is POSTS:
        forget_gone(connection)
    return found


def too_many(missing: int, known: int) -> bool:
    """Whether so many posts are missing that a fault of the platform is likelier than that all were deleted.

    >>> too_many(3, 4), too_many(30, 40), too_many(30, 400)
    (False, True, False)
    """
    return missing > MANY and missing > LARGE * known
