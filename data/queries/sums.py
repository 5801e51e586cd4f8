"""Sums per period and account, from the rollups of days, weeks and months."""

from collections.abc import Collection

import numpy as np
import pandas as pd
from sqlalchemy import Engine, Integer, Subquery, select

from data.access import Access
from data.filters import Filters
from data.queries import parts
from data.queries.folded import added_up, folded
from data.queries.frames import first_days, named, read
from data.queries.owners import OWNER, owners, places, taken
from data.queries.windows import By, windows
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
    windows, else the first day of the week or month. At most two statements; raises `AccessDeniedError`.
    """
    wanted = {name: dtype for name, dtype in SUMS.items() if columns is None or name in columns}
    if by == "window":
        of_windows = parts.of_windows(windows(filters.period, by))
        return named(_read(engine, parts.add_up(of_windows, access, filters, list(wanted)), wanted))
    of_period = parts.of_grain(parts.WEEKS if by == "week" else parts.MONTHS, filters.period)
    if set(wanted.values()) <= {"int64"}:
        frame = _whole(engine, access, filters, of_period, list(wanted))
    else:  # a fraction loses digits on its way through a text
        frame = _read(engine, parts.each(of_period, access, filters, list(wanted)), wanted)
    if by == "month":
        frame["period"] = first_days(frame["period"].to_numpy(np.int64))
    return frame


def _read(engine: Engine, added: Subquery, wanted: dict[str, str]) -> pd.DataFrame:
    """The sums per period and account, with the owners of the accounts."""
    statement = select(*added.c, account.c.department_id, account.c.platform).join(
        account, account.c.id == added.c.account_id
    )
    return read(engine, statement, {"period": "int64", **OWNER, **wanted})


def _whole(
    engine: Engine, access: Access, filters: Filters, of_period: list[parts.Part], wanted: list[str]
) -> pd.DataFrame:
    """The same of whole numbers, which take a third of the time as texts."""
    rows = added_up(folded(engine, of_period, access, filters, ("account_id", *wanted)), "account_id", wanted)
    known = owners(engine, access, filters)
    row = places(known, rows["account_id"])
    here = row >= 0
    sums = {name: rows[name][here] for name in wanted}
    return pd.DataFrame({"period": rows["period"][here], **taken(known, row[here]), **sums})
