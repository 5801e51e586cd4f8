"""Keeping the rollups true: they are worked out again for the days that a change touched, in its transaction."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import (
    Connection,
    Engine,
    Select,
    and_,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    union,
    update,
)

from data import answering, bulk, naming
from data.access import Access
from data.answering import until
from data.calendar import calendar
from data.content import DIMENSIONS, PICTURES, content_rows
from data.daily import FOLLOWERS
from data.migrate import is_uncounted, mark_counted
from data.naming import NAMED, WRITTEN
from data.rollup_periods import add_up_days
from data.rollup_sums import FOLLOWER_DAYS, day_sums, followers_on, histograms, hours
from data.schema import (
    account_day,
    comment,
    post,
    rollup_content,
    rollup_day,
    rollup_hour,
    rollup_month,
    rollup_post,
    rollup_topic,
    rollup_topic_month,
    rollup_week,
)
from data.staging import COMMENTS, POSTS, Items, fill, on_touched_day, same, touched_day, workbench
from data.store import write_transaction
from data.time_zone import organisation_zone
from metrics.measures import COUNTS, HISTOGRAMS

_OF_DAYS = (
    *(rollup_day, rollup_week, rollup_month, rollup_hour, rollup_post, rollup_content),
    *(rollup_topic, rollup_topic_month),
)
_DAYS_AT_ONCE = 100_000
_ROWS_AT_ONCE = 100_000


@dataclass(frozen=True)
class Fresh:
    """Posts that an import has just added, still at hand: they need not be read back."""

    import_id: int
    posts: pd.DataFrame


def refresh(
    connection: Connection,
    touched: pd.DataFrame,
    progress: bulk.Progress = bulk.silent,
    fresh: Fresh | None = None,
) -> None:
    """Work out the rollups of these days of accounts (columns `account_id`, `day`) anew.

    `fresh` are all posts that have its `import_id` as the import they were first seen in.
    """
    days = touched.astype("int64").drop_duplicates().sort_values(["account_id", "day"])
    names = naming.read_names(connection)
    same_names = naming.is_counted(connection, names)
    for start in range(0, len(days), _DAYS_AT_ONCE):
        part = days.iloc[start : start + _DAYS_AT_ONCE]
        connection.execute(delete(touched_day))
        fill(connection, touched_day, part)
        _forget(connection)
        posts = _fill_days(connection, part, fresh)
        if same_names:
            naming.write_named(connection, posts[[*WRITTEN, "is_reply"]], names)
        progress(min(1.0, (start + len(part)) / len(days)))
    if len(days):
        add_up_days(connection, days)
    naming.follow(connection)


def days_by_followers(connection: Connection, moved: pd.DataFrame) -> pd.DataFrame:
    """The days of which the engagement rates rest on these follower counts (columns `account_id`, `day`)."""
    found = [pd.DataFrame({"account_id": [], "day": []}, dtype="Int64")]
    spans = moved.groupby("account_id")["day"].agg(["min", "max"]).reset_index()
    for account, first, last in spans.to_numpy(np.int64).tolist():
        near = and_(post.c.account_id == account, post.c.day.between(first - FOLLOWER_DAYS, last + FOLLOWER_DAYS))
        query = select(post.c.account_id, post.c.day).where(near).distinct()
        found.append(bulk.read(connection, query))
    return pd.concat(found)


def days_by_own_replies(connection: Connection, import_id: int) -> pd.DataFrame:
    """The days of the posts under which this import, or its undo, changed own replies (`account_id`, `day`).

    For when posts and comments are in. A post of which the day changes as well is touched by that already.
    """
    added = select(comment.c.post_id).where(comment.c.import_id == import_id, comment.c.is_own == 1)
    threads = union(added, select(COMMENTS.changed.c.post_id))
    return bulk.read(connection, select(post.c.account_id, post.c.day).distinct().where(post.c.id.in_(threads)))


def rebuild(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> None:
    """Work out all calendar columns and rollups anew, when the organisation's time zone has changed.

    One transaction: pages show the old days until all are new.
    """
    access.require("administer")
    with workbench(engine) as connection, write_transaction(connection):
        recount(connection, progress)


def catch_up(engine: Engine) -> None:
    """Count what earlier versions of the product did not count, in a store that they filled; once."""
    with workbench(engine) as connection, write_transaction(connection):
        if not is_uncounted(connection):
            return
        if connection.scalar(select(or_(*(exists(select(table.c.id)) for table in (post, comment))))):
            until.catch_up(connection, organisation_zone(connection))
            recount(connection)
        mark_counted(connection)


def recount(connection: Connection, progress: bulk.Progress = bulk.silent) -> None:
    """The same within a transaction on a workbench, for who changes the time zone in it."""
    zone = organisation_zone(connection)
    for items in (POSTS, COMMENTS):
        _refresh_calendar(connection, items, zone)
    progress(0.5)
    for table in _OF_DAYS:
        connection.execute(delete(table))
    own, said = [bulk.read(connection, select(t.c.account_id, t.c.day).distinct()) for t in (post, comment)]
    refresh(connection, pd.concat([own, said]), lambda share: progress(0.5 + share / 4))
    answering.rebuild(connection, lambda share: progress(0.75 + share / 4), own)


def _forget(connection: Connection) -> None:
    known = select(func.count()).select_from(touched_day).join(rollup_day, same(rollup_day, touched_day))
    if not connection.scalar(known):
        return
    days = select(touched_day.c.day, touched_day.c.account_id)
    for table in (rollup_day, rollup_hour):
        connection.execute(delete(table).where(tuple_(table.c.day, table.c.account_id).in_(days)))
    dimensions = (*DIMENSIONS, NAMED)
    for table, first, values in ((rollup_post, "measure", HISTOGRAMS), (rollup_content, "dimension", dimensions)):
        pair = tuple_(table.c.day, table.c.account_id)
        for value in values:  # the key starts with it
            connection.execute(delete(table).where(table.c[first] == value, pair.in_(days)))


def _fill_days(connection: Connection, days: pd.DataFrame, fresh: Fresh | None) -> pd.DataFrame:
    """Fill the rollups of the touched days but for whom posts name; their posts."""
    messages = bulk.read(connection, _messages())
    posts = bulk.read(connection, _posts(fresh.import_id if fresh else None))
    if fresh:
        here = fresh.posts.assign(is_reply=(fresh.posts["type"] == "reply").astype("int64"))
        posts = pd.concat([posts, here[posts.columns].merge(days, on=["account_id", "day"])])
    posts = posts.merge(bulk.read(connection, _own_replies()), on="id", how="left")
    posts = posts.sort_values("id")  # sums of fractions depend on the order, and an undo must give the same ones
    posts = posts.assign(is_reply=posts["is_reply"].to_numpy(bool))
    posts = posts.assign(followers=followers_on(posts, bulk.read(connection, _followers())))
    bulk.write(connection, rollup_day, day_sums(posts, messages))
    bulk.write(connection, rollup_hour, hours(posts, messages))
    for measure, counted in histograms(posts).items():
        bulk.write(connection, rollup_post, counted, fixed=(("measure", measure),))
    for dimension, rows in content_rows(posts).items():
        bulk.write(connection, rollup_content, rows, fixed=(("dimension", dimension),))
    return posts


def _posts(but_of: int | None) -> Select[Any]:
    is_reply = case((post.c.type == "reply", 1), else_=0).label("is_reply")
    names = ("id", "account_id", "day", "hour", "type", "text", "mentions", *PICTURES, *COUNTS)
    columns = [post.c[name] for name in names]
    posts = select(*columns, is_reply).join(touched_day, on_touched_day(post))
    return posts if but_of is None else posts.where(post.c.import_id != but_of)


def _own_replies() -> Select[Any]:
    """Few days are looked up by the index that starts with `post_id`; for very many, one pass over it is faster."""
    under = and_(comment.c.post_id == post.c.id, comment.c.is_own == 1)
    counted = select(post.c.id, func.count().label("own_replies")).join(touched_day, on_touched_day(post))
    return counted.join(comment, under).group_by(post.c.id)


def _messages() -> Select[Any]:
    columns = [comment.c[name] for name in ("account_id", "day", "hour", "is_own")]
    counted = select(*columns, func.count().label("n")).join(touched_day, on_touched_day(comment))
    return counted.group_by(*columns)


def _followers() -> Select[Any]:
    known = select(account_day.c.account_id, account_day.c.day, account_day.c.value)
    accounts = select(touched_day.c.account_id)
    return known.where(account_day.c.metric == FOLLOWERS, account_day.c.account_id.in_(accounts))


def _refresh_calendar(connection: Connection, items: Items, zone: str) -> None:
    table, fresh = items.table, items.folded
    key = [table.c[name] for name in items.key]
    after: tuple[int, ...] = tuple(-1 for _ in key)
    while True:
        page = select(*key, table.c.published_ts, table.c.precision).where(tuple_(*key) > after)
        rows = bulk.read(connection, page.order_by(*key).limit(_ROWS_AT_ONCE))
        if rows.empty:
            return
        dates = calendar(rows["published_ts"], rows["precision"], zone)
        connection.execute(delete(fresh))
        fill(connection, fresh, pd.concat([rows[items.key], dates], axis="columns"))
        new = {name: fresh.c[name] for name in dates.columns}
        connection.execute(update(table).values(new).where(same(table, fresh)))
        after = tuple(int(value) for value in rows[items.key].iloc[-1])
