"""Keeping the rollups true: they are worked out again for the days that a change touched, in its transaction."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import (
    Connection,
    Engine,
    Select,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    union,
    update,
)

from data import account_imports, answering, bulk, naming, post_groups, site_weeks
from data.access import Access
from data.answering import until
from data.calendar import calendar
from data.content import DIMENSIONS, content_rows
from data.migrate import is_uncounted, mark_counted
from data.naming import NAMED, WRITTEN
from data.rollup_periods import add_up_days
from data.rollup_sums import FOLLOWER_DAYS, day_sums, histograms, hours
from data.schema import (
    comment,
    post,
    rollup_content,
    rollup_day,
    rollup_group,
    rollup_hour,
    rollup_month,
    rollup_post,
    rollup_topic,
    rollup_topic_month,
    rollup_week,
)
from data.staging import COMMENTS, POSTS, Items, fill, on_touched_day, same, touched_day, workbench
from data.store import write_transaction
from data.tag_rules import follow_rules
from data.time_zone import organisation_zone
from data.touched_posts import Fresh, touched_posts
from metrics.measures import HISTOGRAMS

_OF_DAYS = (
    *(rollup_day, rollup_week, rollup_month, rollup_hour, rollup_post, rollup_content),
    *(rollup_topic, rollup_topic_month, rollup_group),
)
_DAYS_AT_ONCE = 100_000
_ROWS_AT_ONCE = 100_000


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
        account_imports.rebuild(connection)
        site_weeks.rebuild(connection)
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
    posts = touched_posts(connection, days, fresh)
    bulk.write(connection, rollup_day, day_sums(posts, messages))
    bulk.write(connection, rollup_hour, hours(posts, messages))
    for measure, counted in histograms(posts).items():
        bulk.write(connection, rollup_post, counted, fixed=(("measure", measure),))
    for dimension, rows in content_rows(posts).items():
        bulk.write(connection, rollup_content, rows, fixed=(("dimension", dimension),))
    follow_rules(connection, posts)
    post_groups.count(connection, posts)
    return posts


def _messages() -> Select[Any]:
    columns = [comment.c[name] for name in ("account_id", "day", "hour", "is_own")]
    counted = select(*columns, func.count().label("n")).join(touched_day, on_touched_day(comment))
    return counted.group_by(*columns)


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
