"""Putting staged posts or comments into the store, inside the transaction of the import."""

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    exists,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
)

from data import bulk
from data.counted import Counted
from data.observed import refold
from data.staging import Items, know, same


def merge(connection: Connection, items: Items, import_id: int, zone: str) -> tuple[Counted, pd.DataFrame]:
    """Add what is new, record what this import showed, and bring what it changes up to date.

    Also gives the days whose rollups are out of date: columns `account_id` and `day`.
    """
    brought = connection.scalar(select(func.count()).select_from(items.staged)) or 0
    is_new = not_(exists().where(same(items.table, items.staged)))
    touched = [bulk.read(connection, _days_of(items.staged).where(is_new))]
    _find_changed(connection, items)
    touched.append(changed_days(connection, items))
    _remember_wording(connection, items)
    inserted = _add(connection, items, items.table, import_id, is_new)
    _add(connection, items, items.observations, import_id)
    _add(connection, items, items.versions, import_id, exists().where(same(items.versions, items.staged)))
    updated = refold(connection, items, zone)
    touched.append(changed_days(connection, items))
    return Counted(inserted, updated, brought - inserted - updated), pd.concat(touched).drop_duplicates()


def changed_days(connection: Connection, items: Items) -> pd.DataFrame:
    """The accounts and days at which the changed items stand now."""
    return bulk.read(connection, _days_of(items.table).join(items.changed, same(items.table, items.changed)))


def _days_of(table: Table) -> Select[tuple[int, int]]:
    return select(table.c.account_id, table.c.day).distinct()


def _find_changed(connection: Connection, items: Items) -> None:
    """List the known items of which this import says something else than the store."""
    table, staged = items.table, items.staged
    differs: list[ColumnElement[bool]] = [staged.c[name].is_distinct_from(table.c[name]) for name in items.wording]
    for name in items.counts:
        differs.append(and_(staged.c[name].is_not(None), staged.c[name].is_distinct_from(table.c[name])))
    if "missing" in staged.c:
        differs.append(staged.c.missing != table.c.missing)
    keys = select(*staged.primary_key).join(table, same(table, staged)).where(or_(*differs))
    connection.execute(insert(items.changed).from_select(items.key, keys))
    know(connection, items.changed)


def _remember_wording(connection: Connection, items: Items) -> None:
    """Where this import says other words than all before it, write down what those said."""
    table, staged, versions, seen = items.table, items.staged, items.versions, items.observations
    differs = or_(*(staged.c[name].is_distinct_from(table.c[name]) for name in items.wording))
    said = (
        select(*seen.primary_key, *(table.c[name] for name in items.wording))
        .select_from(items.changed)
        .join(staged, same(staged, items.changed))
        .join(table, same(table, items.changed))
        .join(seen, same(seen, items.changed))
        .where(differs, not_(exists().where(same(versions, items.changed))))
    )
    connection.execute(insert(versions).from_select([*items.key, "import_id", *items.wording], said))


def _add(
    connection: Connection, items: Items, into: Table, import_id: int, condition: ColumnElement[bool] | None = None
) -> int:
    """Add staged rows to a table that says which import they came with; how many."""
    columns = [column.name for column in into.columns if column.name != "import_id"]
    rows = select(*(items.staged.c[name] for name in columns), literal(import_id))
    if condition is not None:
        rows = rows.where(condition)
    return bulk.changed_rows(connection, insert(into).from_select([*columns, "import_id"], rows))
