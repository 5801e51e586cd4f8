"""From what imports showed to what is so.

The state of a post or comment is a pure function of the imports that showed it, put in order: by the moment at
which their numbers were true (`import_batch.observed_ts`), then by import. Of each count and each word the newest
known value stands, so an older export never overwrites a newer one and a missing value never a known one. A
moment to the minute is not replaced by a mere day. Because nothing else goes in, taking an import away (undo)
leaves exactly what the others give, in whichever order that is done.
"""

import time

import numpy as np
import pandas as pd
from sqlalchemy import (
    Connection,
    Delete,
    Select,
    Table,
    Update,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)

from data import bulk
from data.calendar import calendar
from data.schema import import_batch
from data.staging import Items, fill, same

_MOMENT = ["published_ts", "precision"]
_DAY = ["account_id", "day"]


def true_at(connection: Connection, file_hash: str, exported_ts: int | None) -> int:
    """When the numbers of a file were true: when it was exported, else now; never later than it first came in."""
    first = connection.scalar(select(func.min(import_batch.c.imported_ts)).where(import_batch.c.file_hash == file_hash))
    known = int(time.time()) if exported_ts is None else exported_ts
    return known if first is None else min(known, first)


def refold(connection: Connection, items: Items, zone: str) -> tuple[int, pd.DataFrame]:
    """Work out the state of the items in `items.changed` anew.

    Gives how many rows became different, and the days (`account_id`, `day`) that they were on or are on now.
    """
    nothing = pd.DataFrame(columns=_DAY)
    if not connection.scalar(select(exists().select_from(items.changed))):
        return 0, nothing  # the planner would go through all items to find none
    seen = _history(connection, items, items.observations)
    if seen.empty:
        return 0, nothing
    stored = bulk.read(connection, select(items.table).join(items.changed, same(items.table, items.changed)))
    current = stored.set_index(items.key).sort_index()
    newest = seen.groupby(items.key).last()  # the last known value of each column
    state = current.assign(**{name: newest[name] for name in items.counts})
    state["import_id"] = seen.groupby(items.key)["import_id"].min()
    if "missing" in newest:
        state["missing"] = _reasons(newest["missing"], newest[items.counts])
    state = _reworded(state, _history(connection, items, items.versions), items, zone)
    alike = (state == current).fillna(False) | (state.isna() & current.isna())
    differs = ~alike.all(axis="columns").to_numpy(bool)
    if differs.any():
        fill(connection, items.folded, state[differs].reset_index())
        connection.execute(_outdated_scores(items))
        connection.execute(_take_over(items))
    return int(differs.sum()), pd.concat([current.loc[differs, _DAY], state.loc[differs, _DAY]])


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


def _reworded(state: pd.DataFrame, said: pd.DataFrame, items: Items, zone: str) -> pd.DataFrame:
    """The state with the newest known wording of the items that imports describe differently."""
    if said.empty:
        return state
    wording = said.groupby(items.key).last()[items.wording]
    exact = said[said["precision"] != "day"].groupby(items.key).last()[_MOMENT]
    wording = _replaced(wording, exact)
    dates = calendar(wording["published_ts"], wording["precision"], zone)
    return _replaced(state, pd.concat([wording, dates], axis="columns"))


def _replaced(frame: pd.DataFrame, better: pd.DataFrame) -> pd.DataFrame:
    """A frame with the rows and columns of another in it."""
    known = frame.index.isin(better.index)
    better = better.astype(frame.dtypes[better.columns].to_dict()).reindex(frame.index)
    return frame.assign(**{name: better[name].where(known, frame[name]) for name in better.columns})


def _outdated_scores(items: Items) -> Delete:
    """What is said of items that become other items to who says it: another text, or no longer a citizen's."""
    table, folded = items.table, items.folded
    differs = or_(*(folded.c[name].is_distinct_from(table.c[name]) for name in items.scored))
    edited = select(*folded.primary_key).join(table, same(table, folded)).where(differs)
    return delete(items.scores).where(tuple_(*items.scores.primary_key).in_(edited))


def _take_over(items: Items) -> Update:
    columns = [column.name for column in items.table.columns if not column.primary_key]
    new = {name: items.folded.c[name] for name in columns}
    return update(items.table).values(new).where(same(items.table, items.folded))
