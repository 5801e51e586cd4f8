"""Putting what was said of texts into the store: a page in one transaction, with its rollups."""

import pandas as pd
from sqlalchemy import Connection, delete, select, tuple_

from data import bulk, post_groups
from data.answering import until
from data.scoring import rollups, unscored
from data.scoring.judging import JUDGED, Versions
from data.staging import Items, fill
from data.store import write_transaction


def store(connection: Connection, page: pd.DataFrame, wanted: Versions, said: pd.DataFrame) -> list[int]:
    """Give the messages and posts on the days of a page (`touched_day`) what was `said` of their texts; how many.

    Both are read anew here: what was edited, removed or scored by somebody else meanwhile is left as it is now.
    """
    with write_transaction(connection):
        written = [_replace(connection, items, wanted, said.set_index("text")) for items in unscored.KINDS]
        if any(written):
            rollups.count_touched(connection, until.now(connection))
            rollups.add_up_months(connection, page)
            post_groups.count_touched(connection, page)
    return written


def _replace(connection: Connection, items: Items, wanted: Versions, said: pd.DataFrame) -> int:
    rows = unscored.on_touched_days(connection, items, wanted)
    place = said.index.get_indexer(pd.Index(rows["text"]))
    found = said.iloc[place].reset_index(drop=True)  # of -1, a text that nobody judged, the last one
    fits = (place >= 0) & (found["toned"] | ~rows["toned"]) & (found["grouped"] | ~rows["grouped"])
    rows, found = rows[fits], found[fits]
    if rows.empty:
        return 0
    made = rows[items.key].assign(language=found["language"].where(rows["read"], rows["language"]))
    made["topic_id"] = found["topic_id"].where(rows["grouped"], rows["topic_id"])
    made["topics_version"] = wanted.topics
    if "tone" in rows:
        for name in JUDGED:
            made[name] = found[name].where(rows["toned"], rows[name])
        made["tone_model"] = wanted.tone_model
    _forget(connection, items, rows.loc[~rows["read"], items.key])
    bulk.write(connection, items.scores, made.sort_values(items.key))
    return len(made)


def _forget(connection: Connection, items: Items, keys: pd.DataFrame) -> None:
    """Take the old scores away."""
    if keys.empty:
        return
    connection.execute(delete(items.changed))
    fill(connection, items.changed, keys.astype("int64"))
    old = select(*items.changed.primary_key)
    connection.execute(delete(items.scores).where(tuple_(*items.scores.primary_key).in_(old)))
