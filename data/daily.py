"""Values per day of accounts and sites: the newest import that gives a value stands."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, case, delete, func, insert, literal, select, tuple_, update

from data import bulk, site_weeks
from data.counted import Counted
from data.schema import import_batch
from data.staging import SITE_DAYS, Days, know, same

FOLLOWERS = "followers"


def merge_days(connection: Connection, days: Days, import_id: int) -> Counted:
    """Record what the staged rows say and bring the values up to date.

    A row of a file gives several metrics of one day, so what is counted is days of an account or site.
    """
    remember(connection, days)
    columns = [*days.key, "value"]
    rows = select(*(days.staged.c[name] for name in columns), literal(import_id))
    connection.execute(insert(days.observations).from_select([*columns, "import_id"], rows))
    restate(connection, days)
    return _count(connection, days)


def stage_imports(connection: Connection, days: Days, imports: Sequence[int]) -> int:
    """Stage the days that imports said something of, to take it away again; how many values."""
    said = days.observations
    rows = select(*(said.c[name] for name in days.key)).where(said.c.import_id.in_(imports)).distinct()
    found = bulk.changed_rows(connection, insert(days.staged).from_select(days.key, rows))
    know(connection, days.staged)
    remember(connection, days)
    return found


def remember(connection: Connection, days: Days) -> None:
    """Note the values before the change."""
    value = select(days.table.c.value).where(same(days.table, days.staged)).scalar_subquery()
    connection.execute(update(days.staged).values(was=value))


def restate(connection: Connection, days: Days) -> None:
    """Work out the staged values anew from what the imports said."""
    said, staged = days.observations, days.staged
    key = [said.c[name] for name in days.key]
    newest = func.row_number().over(
        partition_by=key, order_by=[import_batch.c.observed_ts.desc(), import_batch.c.id.desc()]
    )
    ranked = (
        select(*key, said.c.value, newest.label("place"))
        .select_from(staged)
        .join(said, same(said, staged))
        .join(import_batch, import_batch.c.id == said.c.import_id)
        .subquery()
    )
    latest = select(*(ranked.c[name] for name in [*days.key, "value"])).where(ranked.c.place == 1)
    keys = tuple_(*(days.table.c[name] for name in days.key))
    connection.execute(delete(days.table).where(keys.in_(select(*(staged.c[name] for name in days.key)))))
    connection.execute(insert(days.table).from_select([*days.key, "value"], latest))
    if days is SITE_DAYS:
        site_weeks.add_up(connection, select(staged.c.site_id, staged.c.metric, staged.c.day))


def moved(connection: Connection, days: Days, metric: str) -> pd.DataFrame:
    """The owners and days of which a metric has another value than before."""
    query = _before_and_after(days).where(days.staged.c.metric == metric, _differs(days))
    return bulk.read(connection, query.with_only_columns(days.staged.c[days.owner], days.staged.c.day))


def _before_and_after(days: Days) -> Select[Any]:
    return select(days.staged).outerjoin(days.table, same(days.table, days.staged))


def _differs(days: Days) -> Any:
    return days.staged.c.was.is_distinct_from(days.table.c.value)


def _count(connection: Connection, days: Days) -> Counted:
    by_day = (
        _before_and_after(days)
        .with_only_columns(
            func.count(days.staged.c.was).label("known"),
            func.sum(case((_differs(days), 1), else_=0)).label("changes"),
        )
        .group_by(days.staged.c.day, days.staged.c[days.owner])
        .subquery()
    )
    kind = case((by_day.c.known == 0, "inserted"), (by_day.c.changes > 0, "updated"), else_="unchanged")
    rows = connection.execute(select(kind, func.count()).group_by(kind)).all()
    return Counted(**{str(name): int(n) for name, n in rows})
