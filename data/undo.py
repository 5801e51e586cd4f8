"""Taking an import back, and the list of imports."""

import pandas as pd
from sqlalchemy import Connection, Engine, select, update

from data import account_imports, answering, bulk
from data.access import Access
from data.answering import until
from data.daily import FOLLOWERS, moved
from data.errors import StoreError
from data.importing import DONE, UNDONE
from data.rollups import days_by_followers, days_by_own_replies, refresh
from data.schema import import_batch
from data.scoring import rollups as topics
from data.snapshots import drop_snapshot
from data.staging import ACCOUNT_DAYS, COMMENTS, POSTS, SITE_DAYS, workbench
from data.store import write_transaction
from data.tag_rules import forget_gone
from data.taken_out import take_out, take_out_days
from data.time_zone import organisation_zone
from metrics.words import N_, Message


def undo(engine: Engine, access: Access, import_id: int, progress: bulk.Progress = bulk.silent) -> None:
    """Take an import away: the store becomes what it would be had this import never been done.

    What only this import brought disappears; the rest goes back to what the other imports say. Imports may be
    undone in any order. Raises `StoreError` when there is no such import or it was undone before; `AccessDeniedError`.
    """
    access.require("write")
    with workbench(engine) as connection, write_transaction(connection):
        _mark(connection, import_id)
        zone = organisation_zone(connection)
        before = until.now(connection)
        threads = answering.find_threads(connection, import_id)
        touched = [take_out(connection, items, [import_id], zone) for items in (POSTS, COMMENTS)]
        forget_gone(connection)
        touched.append(days_by_own_replies(connection, import_id))
        for days in (ACCOUNT_DAYS, SITE_DAYS):
            take_out_days(connection, days, [import_id])
        touched.append(days_by_followers(connection, moved(connection, ACCOUNT_DAYS, FOLLOWERS)))
        drop_snapshot(connection, import_id)
        changed = pd.concat(touched)
        refresh(connection, changed, lambda share: progress(0.7 * share))
        account_imports.follow(connection, import_id, changed)
        until.forget(connection, import_id)
        if threads:
            answering.refresh_import(connection, changed, before)
        else:
            topics.add_up(connection, changed)
    progress(1.0)


def imports(engine: Engine, access: Access) -> pd.DataFrame:
    """All imports, newest first: the columns of `import_batch` but the report. `status` is done or undone."""
    access.require("read")
    columns = [column for column in import_batch.columns if column.name != "report"]
    with engine.connect() as connection:
        return bulk.read(connection, select(*columns).order_by(import_batch.c.id.desc()))


def _mark(connection: Connection, import_id: int) -> None:
    this = import_batch.c.id == import_id
    status = connection.scalar(select(import_batch.c.status).where(this))
    if status is None:
        raise StoreError(
            Message("no_such_import", N_("There is no import with number {number}."), {"number": import_id})
        )
    if status != DONE:
        raise StoreError(
            Message(
                "undone_before",
                N_("Import {number} was undone before; there is nothing left of it."),
                {"number": import_id},
            )
        )
    connection.execute(update(import_batch).where(this).values(status=UNDONE))
