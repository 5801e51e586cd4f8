"""What imports showed, taken out again: the store becomes what the other imports say.

Undoing one import and removing the demo are the same act on other imports.
"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Column, Connection, Table, Tuple, delete, exists, func, insert, not_, select, tuple_

from data import bulk
from data.daily import restate, stage_imports
from data.observed import refold
from data.staging import Days, Items, know, same


def take_out(connection: Connection, items: Items, imports: Sequence[int], zone: str) -> pd.DataFrame:
    """Take out what imports showed of posts or comments, on a workbench.

    Items that no other import shows go, with what scoring said of them. Gives the days (`account_id`, `day`) whose
    rollups are out of date.
    """
    seen, versions, changed = items.observations, items.versions, items.changed
    brought = select(*_columns(items, seen)).where(seen.c.import_id.in_(imports)).distinct()
    if not bulk.changed_rows(connection, insert(changed).from_select(items.key, brought)):
        return pd.DataFrame(columns=["account_id", "day"])
    know(connection, changed)
    for table in (seen, versions):
        connection.execute(delete(table).where(table.c.import_id.in_(imports)))
    orphans = select(*changed.primary_key).where(not_(exists().where(same(seen, changed))))
    gone = _key(items, items.table).in_(orphans)
    gone_days = bulk.read(connection, select(items.table.c.account_id, items.table.c.day).distinct().where(gone))
    connection.execute(delete(items.table).where(gone))
    connection.execute(delete(items.scores).where(_key(items, items.scores).in_(orphans)))
    _, changed_days = refold(connection, items, zone)
    told_once = select(*_columns(items, seen)).join(changed, same(seen, changed))
    told_once = told_once.group_by(*_columns(items, seen)).having(func.count() == 1)
    connection.execute(delete(versions).where(_key(items, versions).in_(told_once)))
    return pd.concat([gone_days, changed_days])


def take_out_days(connection: Connection, days: Days, imports: Sequence[int]) -> None:
    """Take out what imports gave for days of accounts or websites, on a workbench."""
    if stage_imports(connection, days, imports):
        connection.execute(delete(days.observations).where(days.observations.c.import_id.in_(imports)))
        restate(connection, days)


def _columns(items: Items, table: Table) -> list[Column[int]]:
    return [table.c[name] for name in items.key]


def _key(items: Items, table: Table) -> Tuple:
    return tuple_(*_columns(items, table))
