"""Everything about the messages of one round in one frame: their labels, and what the machine says of them now."""

import pandas as pd
from sqlalchemy import Connection, Text, and_, null, select

from data import bulk
from data.access import Access
from data.labelling.population import machine
from data.labelling.rounds import Round
from data.queries import scope
from data.schema import comment, label, label_item, label_stratum

_KEY = ("post_id", "id")


def items_of(connection: Connection, of: Round, access: Access | None = None) -> pd.DataFrame:
    """One row for each drawn message, in the order of the round; with `access` only those that this user may see.

    Columns: place, post_id, id, platform, drawn_as (what the machine said when it was drawn), twice (bool), here
    (whether it is still in the store), text, first and second (labels, NaN without), first_ts and second_ts (when they
    were given), predicted (what the machine says now, NaN when nothing), version (of the model of tones).
    """
    table, predicted = machine(of.task)
    item = label_item.c
    first, second = (label.alias(name) for name in ("first", "second"))
    version = table.c.tone_model if of.task == "tone" else null().cast(Text)
    columns = [item.place, item.post_id, item.id, item.platform, item.predicted.label("drawn_as"), item.twice]
    columns += [comment.c.id.label("here"), comment.c.text]
    for name, said in (("first", first), ("second", second)):
        columns += [said.c.value.label(name), said.c.made_ts.label(f"{name}_ts")]
    query = select(*columns, predicted.label("predicted"), version.label("version")).select_from(label_item)
    for other in (comment, table):
        query = query.outerjoin(other, and_(*(other.c[name] == item[name] for name in _KEY)))
    for number, said in enumerate((first, second), 1):
        on = and_(said.c.round_id == item.round_id, said.c.place == item.place, said.c.labeller == number)
        query = query.outerjoin(said, on)
    seen = [] if access is None else scope.of_accounts(comment.c.account_id, access)
    found = bulk.read(connection, query.where(item.round_id == of.id, *seen).order_by(item.place))
    found = found.assign(twice=found["twice"] == 1, here=found["here"].notna())
    return found.astype(dict.fromkeys(("place", *_KEY), "int64"))


def strata_of(connection: Connection, of: Round) -> pd.DataFrame:
    """How many messages each stratum had when the round was drawn: platform, predicted, size."""
    names = ("platform", "predicted", "size")
    columns = [label_stratum.c[name] for name in names]
    query = select(*columns).where(label_stratum.c.round_id == of.id).order_by(*columns[:2])
    return bulk.read(connection, query).astype({"size": "int64"})


def counting(items: pd.DataFrame) -> pd.DataFrame:
    """The labelled messages that are still there, with `value`: the first person's label, or else the second's."""
    value = items["first"].fillna(items["second"])
    return items.assign(value=value)[items["here"] & value.notna()]
