"""The rollups of weeks and months: the days of another rollup, added up."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, delete, func, insert, select, tuple_

from data.schema import rollup_day, rollup_month, rollup_week
from data.staging import fill, period_day, touched_period

_LONGEST_MONTH = 31
_Days = NDArray[np.int64]


def week_of(days: _Days) -> _Days:
    """The Monday of the week of each day."""
    return days - (days + 3) % 7


def month_of(days: _Days) -> _Days:
    """The month of each day, as the store counts months."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return (1970 + months // 12) * 100 + months % 12 + 1


def add_up_days(
    connection: Connection,
    touched: pd.DataFrame,
    daily: Table = rollup_day,
    into: Sequence[tuple[Table, Callable[[_Days], _Days]]] = ((rollup_week, week_of), (rollup_month, month_of)),
) -> None:
    """Add up the days of the weeks and months that these days are in.

    The key of the tables begins with the day or period and the account; whatever else is in it stays apart.
    """
    days = touched["day"].to_numpy(np.int64)
    near = np.unique(np.unique(days)[:, None] + np.arange(-_LONGEST_MONTH, _LONGEST_MONTH + 1))
    for rollup, period_of in into:
        pairs = pd.DataFrame({"account_id": touched["account_id"], "period": period_of(days)}).drop_duplicates()
        calendar_days = pd.DataFrame({"day": near, "period": period_of(near)})
        for table in (touched_period, period_day):
            connection.execute(delete(table))
        fill(connection, touched_period, pairs)
        fill(connection, period_day, calendar_days[calendar_days["period"].isin(pairs["period"])])
        _replace_sums(connection, daily, rollup)


def _replace_sums(connection: Connection, daily: Table, rollup: Table) -> None:
    period, account_id, *rest = rollup.primary_key.columns
    pair = select(touched_period.c.account_id, touched_period.c.period)
    connection.execute(delete(rollup).where(tuple_(account_id, period).in_(pair)))
    sums = [column.name for column in daily.columns if not column.primary_key]
    kept = [daily.c.account_id, *(daily.c[column.name] for column in rest)]
    added = (
        select(period_day.c.period, *kept, *(func.sum(daily.c[name]) for name in sums))
        .join(daily, daily.c.day == period_day.c.day)
        .where(tuple_(daily.c.account_id, period_day.c.period).in_(pair))
        .group_by(period_day.c.period, *kept)
    )
    names = [period.name, *(column.name for column in kept), *sums]
    connection.execute(insert(rollup).from_select(names, added))
