"""When the accounts post: own posts by weekday and hour."""

import pandas as pd
from sqlalchemy import BigInteger, Engine, cast, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import rollup_hour

HOURS = tuple(f"p{hour:02}" for hour in range(24))
"""Columns of the own posts of each hour."""


def posting_hours(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Own posts of the period: account_id, dow (0 Monday) and p00..p23; a weekday without any has no row.

    Posts of which only the day is known are not in it. One statement; raises `AccessDeniedError`.
    """
    period = filters.period
    days = (
        select(rollup_hour, ((rollup_hour.c.day + 3) % 7).label("dow"))
        .where(rollup_hour.c.day.between(period.first, period.last))
        .where(*scope.of_accounts(rollup_hour.c.account_id, access, filters.departments, filters.platforms))
        .subquery()
    )
    statement = select(
        days.c.account_id, days.c.dow, *(cast(func.sum(days.c[hour]), BigInteger).label(hour) for hour in HOURS)
    ).group_by(days.c.account_id, days.c.dow)
    return read(engine, statement, dict.fromkeys(("account_id", "dow", *HOURS), "int64"))
