"""What platforms say about audiences: each import's figures stay as they came, and the newest ones are shown.

A table of groups is a whole: a group that the newest one does not name has no place in it. So nothing is merged, and
taking an import away shows the one before it again.
"""

import pandas as pd
from sqlalchemy import Connection, and_, delete, insert, literal, select

from data import bulk
from data.counted import Counted
from data.schema import audience, import_batch
from data.staging import staged_audience

_FIGURE = ("account_id", "dimension", "label", "metric")


def add_snapshot(connection: Connection, import_id: int) -> Counted:
    """Put the staged figures in.

    What is counted is rows of the file: new when no import gave any figure of that group (and day), updated when a
    figure of it is now another one. Of two imports the one with the newer export stands.
    """
    columns = [column.name for column in staged_audience.columns]
    rows = select(*(staged_audience.c[name] for name in columns), literal(import_id))
    connection.execute(insert(audience).from_select([*columns, "import_id"], rows))
    return _count(_history(connection), import_id)


def drop_snapshot(connection: Connection, import_id: int) -> None:
    """Take the figures of an import away."""
    connection.execute(delete(audience).where(audience.c.import_id == import_id))


def _history(connection: Connection) -> pd.DataFrame:
    """What all imports say about the staged groups, oldest first: columns place, line, import_id, value."""
    same = and_(
        *(audience.c[name] == staged_audience.c[name] for name in _FIGURE),
        audience.c.day.is_not_distinct_from(staged_audience.c.day),
    )
    query = (
        select(staged_audience.c.place, staged_audience.c.line, audience.c.import_id, audience.c.value)
        .join_from(staged_audience, audience, same)
        .join(import_batch, import_batch.c.id == audience.c.import_id)
        .order_by(import_batch.c.observed_ts, import_batch.c.id)
    )
    return bulk.read(connection, query)


def _count(history: pd.DataFrame, import_id: int) -> Counted:
    before = history[history["import_id"] != import_id].groupby("place")["value"].last()
    figures = history.groupby("place").agg(line=("line", "first"), now=("value", "last"))
    figures["was"] = before.reindex(figures.index)
    figures["differs"] = figures["was"] != figures["now"]
    rows = figures.groupby("line").agg(known=("was", "count"), changes=("differs", "sum"))
    inserted = int((rows["known"] == 0).sum())
    updated = int(((rows["known"] > 0) & (rows["changes"] > 0)).sum())
    return Counted(inserted, updated, len(rows) - inserted - updated)
