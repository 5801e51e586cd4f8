"""Labels as a file, to keep them, or to bring those of another person or computer together with one's own.

A file has the key of each message, and neither its text nor its author: only a store with the same messages can use it.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Connection, Engine, select

from data.access import Access
from data.answering.labels import put
from data.answering.refresh import refresh_threads
from data.labelling.file_reading import COLUMNS, FileLabel, read_file, written_key
from data.labelling.labels import LABELLERS, put_label
from data.labelling.reading import items_of
from data.labelling.rounds import Round, round_of
from data.schema import label
from data.staging import workbench
from data.store import write_transaction
from metrics.cells import safe_cell

__all__ = ["FileLabel", "Merged", "merge_file", "read_file", "to_file"]

Slot = tuple[int, int]
"""Place in the round, and labeller."""


@dataclass(frozen=True)
class Merged:
    """What came of a merge: labels that are new, that were the same, and that could not be taken over.

    `as_second` of the new ones went to the second labeller, because the first had said something else. `different` are
    labels of messages that both have labelled otherwise; `unknown` of messages that are not in the round or the store.
    """

    new: int
    same: int
    as_second: int
    different: int
    unknown: int


def to_file(engine: Engine, access: Access, round_id: int) -> bytes:
    """The labels of a round as CSV: task, message, platform, predicted (when it was drawn), labeller, value, date.

    Raises `StoreError` for a round that is gone, and `AccessDeniedError`.
    """
    access.require("texts")
    with engine.connect() as connection:
        of = round_of(connection, round_id)
        items = items_of(connection, of, access)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in items.to_dict("records"):
        message = (of.task, written_key(row["post_id"], row["id"]), row["platform"], row["drawn_as"])
        for labeller, name in zip(LABELLERS, ("first", "second"), strict=True):
            if not pd.isna(row[name]):
                date = datetime.fromtimestamp(row[f"{name}_ts"], UTC).date().isoformat()
                writer.writerow([safe_cell(cell) for cell in (*message, labeller, row[name], date)])
    return text.getvalue().encode("utf-8-sig")


def merge_file(engine: Engine, access: Access, round_id: int, content: bytes) -> Merged:
    """Add the labels of a file to a round. No label that is there is changed or lost, and the same file again changes
    nothing.

    Where the first labeller said something else, the file's label becomes that of the second one, if that place is
    free (and the other way round): two people labelled the message, each on a computer of their own. Raises
    `StoreError` for a file that cannot be read (with row and column) or a round that is gone, and `AccessDeniedError`.
    """
    access.require("texts")
    access.require("write")
    with workbench(engine) as connection, write_transaction(connection):
        of = round_of(connection, round_id)
        labels = read_file(content, of.task)
        items = items_of(connection, of, access)
        here = items[items["here"]]
        keys = zip(here["post_id"].tolist(), here["id"].tolist(), strict=True)
        places = dict(zip(keys, here["place"].tolist(), strict=True))
        merged, added = settle(labels, places, _said(connection, of))
        for (place, labeller), value in added.items():
            put_label(connection, access, of, place, labeller, value)
        if of.task == "needs_reply":
            _count(connection, access, added, {place: key for key, place in places.items()})
    return merged


def settle(
    labels: Iterable[FileLabel], places: dict[tuple[int, int], int], said: dict[Slot, str]
) -> tuple[Merged, dict[Slot, str]]:
    """Which labels of a file are added, and where; `said` are those that are there, `places` those of the messages.

    >>> settle([FileLabel(7, 1, 1, "neutral")], {(7, 1): 0}, {(0, 1): "positive"})
    (Merged(new=1, same=0, as_second=1, different=0, unknown=0), {(0, 2): 'neutral'})
    """
    known, added = dict(said), dict[Slot, str]()
    left: list[tuple[int, FileLabel]] = []
    same = as_second = different = unknown = 0
    for one in sorted(labels, key=lambda each: (each.labeller, each.post_id, each.id, each.value)):
        place = places.get((one.post_id, one.id))
        if place is None:
            unknown += 1
        elif (place, one.labeller) not in known:
            known[place, one.labeller] = added[place, one.labeller] = one.value
        else:
            left.append((place, one))
    for place, one in left:
        other = 3 - one.labeller
        if one.value == known[place, one.labeller] or one.value == known.get((place, other)):
            same += 1
        elif (place, other) not in known:
            known[place, other] = added[place, other] = one.value
            as_second += other == 2
        else:
            different += 1
    return Merged(len(added), same, as_second, different, unknown), added


def _said(connection: Connection, of: Round) -> dict[Slot, str]:
    query = select(label.c.place, label.c.labeller, label.c.value).where(label.c.round_id == of.id)
    return {(place, labeller): value for place, labeller, value in connection.execute(query)}


def _count(connection: Connection, access: Access, added: dict[Slot, str], keys: dict[int, tuple[int, int]]) -> None:
    """Let conversations count by the labels of the first person."""
    first = {keys[place]: value for (place, labeller), value in added.items() if labeller == 1}
    for key, value in first.items():
        put(connection, access, *key, value)
    refresh_threads(connection, [post_id for post_id, _ in first])
