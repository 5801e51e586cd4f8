"""From what imports showed to what is so.

The state of a post or comment is a pure function of the imports that showed it, put in order: by the moment at
which their numbers were true (`import_batch.observed_ts`), then by import. Of each count and each word the newest
known value stands, so an older export never overwrites a newer one and a missing value never a known one. A
moment to the minute is not replaced by a mere day. Because nothing else goes in, taking an import away (undo)
leaves exactly what the others give, in whichever order that is done.
"""

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Select, Table, Update, or_, select, update

from data import bulk
from data.calendar import calendar
from data.schema import import_batch
from data.staging import Items, fill, same

_MOMENT = ["published_ts", "precision"]


def refold(connection: Connection, items: Items, zone: str) -> int:
    """Work out the state of the items in `items.changed` anew; how many rows became different."""
    seen = _history(connection, items, items.observations)
    if seen.empty:
        return 0
    current = bulk.read(connection, select(items.table).join(items.changed, same(items.table, items.changed)))
    state = current.set_index(items.key).sort_index()
    newest = seen.groupby(items.key).last()  # the last known value of each column
    state[items.counts] = newest[items.counts]
    state["import_id"] = seen.groupby(items.key)["import_id"].min()
    if "missing" in newest:
        state["missing"] = _reasons(newest["missing"], newest[items.counts])
    _reword(state, _history(connection, items, items.versions), items, zone)
    fill(connection, items.folded, state.reset_index())
    return bulk.changed_rows(connection, _take_over(items))


def _history(connection: Connection, items: Items, table: Table) -> pd.DataFrame:
    """What imports showed of the changed items, oldest first."""
    query: Select[tuple[object, ...]] = (
        select(*table.columns, import_batch.c.observed_ts)
        .join(items.changed, same(table, items.changed))
        .join(import_batch, import_batch.c.id == table.c.import_id)
    )
    return bulk.read(connection, query).sort_values([*items.key, "observed_ts", "import_id"])


def _reasons(newest: "pd.Series[str]", counts: pd.DataFrame) -> list[str]:
    """Why counts are missing: what the newest import says, "." for what an older one knows."""
    letters = np.array([list(reasons) for reasons in newest])
    letters[counts.notna().to_numpy(bool)] = "."
    return ["".join(row) for row in letters]


def _reword(state: pd.DataFrame, said: pd.DataFrame, items: Items, zone: str) -> None:
    """Put the newest known wording into the rows of items that imports describe differently."""
    if said.empty:
        return
    wording = said.groupby(items.key).last()[items.wording]
    exact = said[said["precision"] != "day"].groupby(items.key).last()[_MOMENT]
    wording.loc[exact.index, _MOMENT] = exact
    state.loc[wording.index, items.wording] = wording
    dates = calendar(wording["published_ts"], wording["precision"], zone)
    state.loc[wording.index, dates.columns] = dates


def _take_over(items: Items) -> Update:
    columns = [column for column in items.table.columns if not column.primary_key]
    differs = or_(*(column.is_distinct_from(items.folded.c[column.name]) for column in columns))
    return (
        update(items.table)
        .values({column.name: items.folded.c[column.name] for column in columns})
        .where(same(items.table, items.folded), differs)
    )
