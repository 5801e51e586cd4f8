"""Putting staged posts or comments into the store, inside the transaction of the import."""

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
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
    new_days = bulk.read(connection, select(items.staged.c.account_id, items.staged.c.day).distinct().where(is_new))
    if _find_changed(connection, items):
        _remember_wording(connection, items)
    inserted = _add(connection, items, items.table, import_id, is_new)
    _add(connection, items, items.observations, import_id)
    _add(connection, items, items.versions, import_id, exists().where(same(items.versions, items.staged)))
    updated, changed_days = refold(connection, items, zone)
    return Counted(inserted, updated, brought - inserted - updated), pd.concat([new_days, changed_days])


def _find_changed(connection: Connection, items: Items) -> int:
    """List the known items of which this import says something else than the store; how many."""
    table, staged = items.table, items.staged
    differs: list[ColumnElement[bool]] = [staged.c[name].is_distinct_from(table.c[name]) for name in items.wording]
    for name in items.counts:
        differs += [and_(staged.c[name].is_not(None), staged.c[name].is_distinct_from(table.c[name]))]
    if "missing" in staged.c:
        differs.append(staged.c.missing != table.c.missing)
    keys = select(*staged.primary_key).join(table, same(table, staged)).where(or_(*differs))
    found = bulk.changed_rows(connection, insert(items.changed).from_select(items.key, keys))
    know(connection, items.changed)
    return found


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
