"""Sums per period and account, from the rollups of days, weeks and months."""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Engine, Integer, select

from data.access import Access
from data.filters import Filters
from data.queries import parts
from data.queries.frames import named, read
from data.queries.windows import By, first_of, windows
from data.schema import account, rollup_day

SUMS: dict[str, str] = {
    column.name: "int64" if isinstance(column.type, Integer) else "float64"
    for column in rollup_day.columns
    if not column.primary_key
}
"""What can be summed, and the type of each sum."""


def sums(
    engine: Engine, access: Access, filters: Filters, by: By, columns: Collection[str] | None = None
) -> pd.DataFrame:
    """What happened per period and account: posts, replies, counts, and how many posts report each count.

    Columns: period, account_id, department_id, platform, then the sums of `rollup_day`, or only those named in
    `columns` (a trend over years needs a few of them, and each costs). `period` is "current" or "previous" for
    windows, else the first day of the week or month. One statement; raises `AccessDeniedError`.
    """
    wanted = {name: dtype for name, dtype in SUMS.items() if columns is None or name in columns}
    if by == "window":
        added = parts.add_up(parts.of_windows(windows(filters.period, by)), access, filters, list(wanted))
    else:
        grain = parts.WEEKS if by == "week" else parts.MONTHS
        added = parts.each(parts.of_grain(grain, filters.period), access, filters, list(wanted))
    statement = select(*added.c, account.c.department_id, account.c.platform).join(
        account, account.c.id == added.c.account_id
    )
    keys = {"period": "int64", "account_id": "int64", "department_id": "int64", "platform": "str"}
    frame = read(engine, statement, keys | wanted)
    if by == "month":
        first_days = {month: first_of(month) for month in frame["period"].unique()}
        frame["period"] = frame["period"].map(first_days).astype("int64")
    return named(frame) if by == "window" else frame
