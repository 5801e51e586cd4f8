"""Keeping the rollups true: they are worked out again for the days that a change touched, in its transaction."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    and_,
    case,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)

from data import bulk
from data.access import Access
from data.calendar import calendar, organisation_zone
from data.daily import FOLLOWERS
from data.rollup_sums import FOLLOWER_DAYS, day_sums, followers_on, histograms, hours
from data.schema import account_day, comment, post, rollup_day, rollup_hour, rollup_month, rollup_post
from data.staging import COMMENTS, POSTS, Items, fill, month_day, same, touched_day, touched_month, workbench
from data.store import write_transaction
from metrics.measures import COUNTS, HISTOGRAMS

_DAYS_AT_ONCE = 100_000
_ROWS_AT_ONCE = 100_000


def refresh(connection: Connection, touched: pd.DataFrame, progress: bulk.Progress = bulk.silent) -> None:
    """Work out the rollups of these days of accounts (columns `account_id`, `day`) anew."""
    done = 0
    for part in _portions(touched):
        connection.execute(delete(touched_day))
        fill(connection, touched_day, part)
        _forget(connection)
        _fill_days(connection)
        done += len(part)
        progress(done / len(touched))
    if done:
        _refresh_months(connection, touched)


def days_by_followers(connection: Connection, moved: pd.DataFrame) -> pd.DataFrame:
    """The days of which the engagement rates rest on these follower counts (columns `account_id`, `day`)."""
    found = [pd.DataFrame({"account_id": [], "day": []}, dtype="Int64")]
    for account, days in moved.groupby("account_id")["day"]:
        near = post.c.day.between(int(days.min()) - FOLLOWER_DAYS, int(days.max()) + FOLLOWER_DAYS)
        query = select(post.c.account_id, post.c.day).where(post.c.account_id == int(account), near).distinct()
        found.append(bulk.read(connection, query))
    return pd.concat(found)


def rebuild(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> None:
    """Work out all calendar columns and rollups anew, when the organisation's time zone has changed.

    One transaction: pages show the old days until all are new.
    """
    access.require("administer")
    with workbench(engine) as connection, write_transaction(connection):
        zone = organisation_zone(connection)
        for items in (POSTS, COMMENTS):
            _refresh_calendar(connection, items, zone)
        progress(0.5)
        for table in (rollup_day, rollup_month, rollup_hour, rollup_post):
            connection.execute(delete(table))
        days = [bulk.read(connection, select(t.c.account_id, t.c.day).distinct()) for t in (post, comment)]
        refresh(connection, pd.concat(days).drop_duplicates(), lambda share: progress(0.5 + share / 2))


def _portions(touched: pd.DataFrame) -> list[pd.DataFrame]:
    ordered = touched.sort_values(["account_id", "day"])
    return [ordered.iloc[start : start + _DAYS_AT_ONCE] for start in range(0, len(ordered), _DAYS_AT_ONCE)]


def _forget(connection: Connection) -> None:
    known = select(func.count()).select_from(touched_day).join(rollup_day, same(rollup_day, touched_day))
    if not connection.scalar(known):
        return
    days = select(touched_day.c.day, touched_day.c.account_id)
    for table in (rollup_day, rollup_hour):
        connection.execute(delete(table).where(tuple_(table.c.day, table.c.account_id).in_(days)))
    pair = tuple_(rollup_post.c.day, rollup_post.c.account_id)
    for measure in HISTOGRAMS:  # the key starts with it
        connection.execute(delete(rollup_post).where(rollup_post.c.measure == measure, pair.in_(days)))


def _fill_days(connection: Connection) -> None:
    posts, comments = bulk.read(connection, _posts()), bulk.read(connection, _comments())
    posts = posts.sort_values("id").assign(is_reply=posts["is_reply"] == 1)
    posts["followers"] = followers_on(posts, bulk.read(connection, _followers()))
    bulk.write(connection, rollup_day, day_sums(posts, comments))
    bulk.write(connection, rollup_hour, hours(posts, comments))
    bulk.write(connection, rollup_post, histograms(posts))


def _posts() -> Select[Any]:
    is_reply = case((post.c.type == "reply", 1), else_=0).label("is_reply")
    columns = [post.c[name] for name in ("id", "account_id", "day", "hour", *COUNTS)]
    return select(*columns, is_reply).join(touched_day, _on_touched_day(post))


def _comments() -> Select[Any]:
    columns = [comment.c[name] for name in ("account_id", "day", "hour", "is_own")]
    counted = select(*columns, func.count().label("n")).join(touched_day, _on_touched_day(comment))
    return counted.group_by(*columns)


def _followers() -> Select[Any]:
    known = select(account_day.c.account_id, account_day.c.day, account_day.c.value)
    accounts = select(touched_day.c.account_id)
    return known.where(account_day.c.metric == FOLLOWERS, account_day.c.account_id.in_(accounts))


def _on_touched_day(table: Table) -> ColumnElement[bool]:
    return and_(table.c.account_id == touched_day.c.account_id, table.c.day == touched_day.c.day)


def _refresh_months(connection: Connection, touched: pd.DataFrame) -> None:
    """Add up the days of the months that these days are in."""
    months = touched["day"].to_numpy(np.int64).astype("datetime64[D]").astype("datetime64[M]")
    days = np.concatenate([np.arange(month, month + 1, dtype="datetime64[D]") for month in np.unique(months)])
    fill(connection, month_day, pd.DataFrame({"day": days.astype(np.int64), "month": _month_number(days)}))
    pairs = pd.DataFrame({"account_id": touched["account_id"], "month": _month_number(months)})
    fill(connection, touched_month, pairs.drop_duplicates())
    pair = select(touched_month.c.account_id, touched_month.c.month)
    month = tuple_(rollup_month.c.account_id, rollup_month.c.month)
    connection.execute(delete(rollup_month).where(month.in_(pair)))
    sums = [column.name for column in rollup_day.columns if not column.primary_key]
    added = (
        select(month_day.c.month, rollup_day.c.account_id, *(func.sum(rollup_day.c[name]) for name in sums))
        .join(rollup_day, rollup_day.c.day == month_day.c.day)
        .where(tuple_(rollup_day.c.account_id, month_day.c.month).in_(pair))
        .group_by(month_day.c.month, rollup_day.c.account_id)
    )
    connection.execute(insert(rollup_month).from_select(["month", "account_id", *sums], added))


def _month_number(dates: NDArray[np.datetime64]) -> NDArray[np.int64]:
    months = dates.astype("datetime64[M]").astype(np.int64)
    return (1970 + months // 12) * 100 + months % 12 + 1


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
