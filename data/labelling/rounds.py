"""Rounds of labelling: a random sample of messages, drawn once, that people label in the order of the draw."""

import secrets
import time
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, and_, func, insert, or_, select

from data import bulk
from data.access import Access
from data.answering.classifier import LEARNING
from data.errors import StoreError
from data.filters import Filters
from data.labelling.population import population
from data.schema import label, label_item, label_round, label_stratum, message_score, setting
from data.store import writing
from metrics.text.labels import TaskCode
from metrics.text.sampling import SAMPLE, in_order, positions
from metrics.words import N_, Message

MOST = 2000
"""Messages of one round; more is a slip."""

_NO_ROUND = Message("no_round", N_("This round of labelling no longer exists. Load the page again."))


@dataclass(frozen=True)
class Round:
    """A sample of the messages of a period; `items` were drawn, `labelled` of them by the first person.

    `model` is the version whose classes it is stratified by.
    """

    id: int
    task: TaskCode
    model: str
    first_day: int
    last_day: int
    who: str
    made_ts: int
    is_demo: bool
    items: int
    labelled: int


def start_round(
    engine: Engine, access: Access, task: TaskCode, filters: Filters, n: int = SAMPLE, seed: int | None = None
) -> int:
    """Draw a round of `n` messages (fewer where there are fewer) of the period, departments and platforms; its id.

    Drawn by `metrics.text.sampling` from citizens' messages with a text to which the machine gives a class; the same
    seed draws the same ones. Raises `StoreError` when there is none, and `AccessDeniedError`.
    """
    access.require("texts")
    access.require("write")
    if not 1 <= n <= MOST:
        text = N_("A round has 1 to {most} messages, not {n}.")
        raise StoreError(Message("round_size", text, {"most": MOST, "n": n}))
    seed = secrets.randbelow(2**31) if seed is None else seed
    messages = population(task, access, filters)
    with writing(engine) as connection:
        sizes = _sizes(connection, messages)
        if sizes.empty:
            text = N_(
                "There is no message to label in this period. Choose a longer period, or wait until the messages are "
                "scored."
            )
            raise StoreError(Message("nothing_to_label", text))
        drawn = in_order(_draw(connection, messages, positions(sizes, n, seed)), seed)
        values = {"task": task, "model": _model(connection, task), "seed": seed, "who": access.who}
        values |= {"first_day": filters.period.first, "last_day": filters.period.last, "made_ts": int(time.time())}
        made = int(connection.scalars(insert(label_round).values(values).returning(label_round.c.id)).one())
        strata = sizes.rename("size").reset_index()
        bulk.write(connection, label_stratum, strata, fixed=(("round_id", made),))
        bulk.write(connection, label_item, drawn, fixed=(("round_id", made),))
    return made


def rounds(engine: Engine, access: Access, task: TaskCode | None = None) -> tuple[Round, ...]:
    """The rounds, newest first; `task` keeps those of one task. Raises `AccessDeniedError`."""
    access.require("read")
    with engine.connect() as connection:
        return read_rounds(connection, task)


def read_rounds(connection: Connection, task: TaskCode | None = None) -> tuple[Round, ...]:
    """The same, on a connection that is open."""
    return _read(connection, *([] if task is None else [label_round.c.task == task]))


def round_of(connection: Connection, round_id: int) -> Round:
    """The round with this id. Raises `StoreError` when there is none."""
    found = _read(connection, label_round.c.id == round_id)
    if not found:
        raise StoreError(_NO_ROUND)
    return found[0]


def _read(connection: Connection, *which: ColumnElement[bool]) -> tuple[Round, ...]:
    items = select(func.count()).where(label_item.c.round_id == label_round.c.id).scalar_subquery()
    first = select(func.count()).where(label.c.round_id == label_round.c.id, label.c.labeller == 1).scalar_subquery()
    names = [name for name in Round.__annotations__ if name not in ("items", "labelled")]
    columns = [*(label_round.c[name] for name in names), items.label("items"), first.label("labelled")]
    query = select(*columns).where(*which).order_by(label_round.c.id.desc())
    rows = connection.execute(query).mappings()
    return tuple(Round(**{**row, "is_demo": bool(row["is_demo"])}) for row in rows)


def _sizes(connection: Connection, messages: Any) -> "pd.Series[Any]":
    """How many messages there are in each stratum."""
    inner = messages.subquery()
    columns = (inner.c.platform, inner.c.predicted)
    found = bulk.read(connection, select(*columns, func.count().label("n")).group_by(*columns).order_by(*columns))
    return found.astype({"n": "int64"}).set_index(["platform", "predicted"])["n"]


def _draw(connection: Connection, messages: Any, chosen: dict[tuple[str, str], list[int]]) -> pd.DataFrame:
    """The messages at these positions of each stratum, in the order of their keys."""
    inner = messages.subquery()
    place = func.row_number().over(
        partition_by=[inner.c.platform, inner.c.predicted], order_by=[inner.c.post_id, inner.c.id]
    )
    numbered = select(inner, place.label("number")).subquery()
    of_stratum = [
        and_(numbered.c.platform == platform, numbered.c.predicted == predicted, numbered.c.number.in_(numbers))
        for (platform, predicted), numbers in chosen.items()
    ]
    columns = [numbered.c[name] for name in ("post_id", "id", "platform", "predicted")]
    found = bulk.read(connection, select(*columns).where(or_(*of_stratum)).order_by(*columns[:2]))
    return found.astype({"post_id": "int64", "id": "int64"})


def _model(connection: Connection, task: TaskCode) -> str:
    """The version whose classes the messages have: that of most of them."""
    if task == "tone":
        version = message_score.c.tone_model
        most = select(version).group_by(version).order_by(func.count().desc()).limit(1)
        return str(connection.scalar(most))
    learns = connection.scalar(select(setting.c.key).where(setting.c.key == LEARNING)) is not None
    return "learned" if learns else "rules"
