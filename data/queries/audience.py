"""Followers at the start and the end of a period."""

from typing import Any

import pandas as pd
from sqlalchemy import CTE, Engine, Integer, Select, and_, case, column, func, select, values

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import named, read
from data.queries.windows import windows
from data.schema import account, account_day

STALE_DAYS = 31
"""A follower count older than this says nothing about the day itself."""
_START, _END = 0, 1


def audience(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """How many followers each account had when the period began and when it ended.

    Columns: period, account_id, department_id, platform, followers_start, followers_end, start_day, end_day. Each
    is the last known count on or before the first or the last day, at most 31 days older; NaN where there is none.
    An account without any count in sight of a window has no row. One statement; raises `AccessDeniedError`.
    """
    dtypes = {"period": "int64", "account_id": "int64", "department_id": "int64", "platform": "str"}
    dtypes |= dict.fromkeys(("followers_start", "followers_end", "start_day", "end_day"), "float64")
    return named(read(engine, _statement(access, filters), dtypes))


def _statement(access: Access, filters: Filters) -> Select[Any]:
    edges = _edges(filters)
    followers = account_day.c.metric == "followers"
    newest = (
        select(edges.c.label, edges.c.edge, account_day.c.account_id, func.max(account_day.c.day).label("day"))
        .join_from(edges, account_day, account_day.c.day.between(edges.c.first, edges.c.last))
        .where(followers)
        .where(*scope.of_accounts(account_day.c.account_id, access, filters.departments, filters.platforms))
        .group_by(edges.c.label, edges.c.edge, account_day.c.account_id)
        .subquery()
    )
    same = and_(account_day.c.day == newest.c.day, account_day.c.account_id == newest.c.account_id, followers)
    keys = (newest.c.label.label("period"), account.c.department_id, account.c.platform)
    start, end = (newest.c.edge == edge for edge in (_START, _END))
    return (
        select(
            *keys,
            newest.c.account_id,
            func.max(case((start, account_day.c.value))).label("followers_start"),
            func.max(case((end, account_day.c.value))).label("followers_end"),
            func.max(case((start, newest.c.day))).label("start_day"),
            func.max(case((end, newest.c.day))).label("end_day"),
        )
        .join_from(newest, account_day, same)
        .join(account, account.c.id == newest.c.account_id)
        .group_by(*keys, newest.c.account_id)
    )


def _edges(filters: Filters) -> CTE:
    """The start and the end of each window, with the days in which a count still speaks for it."""
    rows = [
        (window.label, edge, day - STALE_DAYS, day)
        for window in windows(filters.period, "window")
        for edge, day in ((_START, window.period.first), (_END, window.period.last))
    ]
    columns = (column(name, Integer) for name in ("label", "edge", "first", "last"))
    return values(*columns, name="edges").data(rows).cte("edges")
