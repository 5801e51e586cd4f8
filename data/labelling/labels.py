"""Saying what a message of a round is, and taking the last word back."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, and_, delete, insert, select

from data.access import Access
from data.answering.labels import put, take_back
from data.answering.refresh import refresh_threads
from data.errors import StoreError
from data.labelling.rounds import Round, round_of
from data.queries import scope
from data.schema import comment, label, label_item
from data.staging import workbench
from data.store import answering, write_transaction, writing
from metrics.text.calibration import ENOUGH
from metrics.text.labels import TASKS
from metrics.words import N_, Message

LABELLERS = (1, 2)


def save_label(engine: Engine, access: Access, round_id: int, place: int, value: str, labeller: int = 1) -> None:
    """Say what the message at a place of the round is; a later word of the same labeller replaces an earlier one.

    A first person's label of "needs a reply" also counts at once for the conversation that it is in, as on the page
    Responsiveness. Raises `StoreError` when the message is gone, is not for a second person, or the value is none of
    the task's; `AccessDeniedError`.
    """
    access.require("texts")
    access.require("write")
    with engine.connect() as connection:
        of = round_of(connection, round_id)
    if value not in TASKS[of.task].values or labeller not in LABELLERS:
        text = N_("“{value}” is not one of the answers. Choose one of the list.")
        raise StoreError(Message("unknown_label", text, {"value": value}))
    with _changing(engine, of, labeller) as connection:
        key = _key(connection, access, of, place, labeller)
        put_label(connection, access, of, place, labeller, value)
        if of.task == "needs_reply" and labeller == 1:
            put(connection, access, *key, value)
            refresh_threads(connection, [key[0]])


def undo_last(engine: Engine, access: Access, round_id: int, labeller: int = 1) -> int | None:
    """Take back the last label that this user gave as this labeller; its place in the round, None without any.

    With a label of "needs a reply" the message is again what the machine says.
    """
    access.require("texts")
    access.require("write")
    with engine.connect() as connection:
        of = round_of(connection, round_id)
    mine = and_(label.c.round_id == round_id, label.c.labeller == labeller, label.c.who == access.who)
    last = select(label.c.place).where(mine).order_by(label.c.made_ts.desc(), label.c.place.desc()).limit(1)
    with _changing(engine, of, labeller) as connection:
        place = connection.scalar(last)
        if place is None:
            return None
        connection.execute(delete(label).where(mine, label.c.place == place))
        if of.task == "needs_reply" and labeller == 1:
            here = and_(label_item.c.round_id == round_id, label_item.c.place == place)
            post_id, id = connection.execute(select(label_item.c.post_id, label_item.c.id).where(here)).one()
            take_back(connection, post_id, id)
            refresh_threads(connection, [post_id])
        return int(place)


def put_label(connection: Connection, access: Access, of: Round, place: int, labeller: int, value: str) -> None:
    """Write a label down, within a transaction, in the place of an earlier one."""
    key = {"round_id": of.id, "place": place, "labeller": labeller}
    connection.execute(delete(label).where(*(label.c[name] == one for name, one in key.items())))
    connection.execute(insert(label).values(**key, value=value, who=access.who, made_ts=int(time.time())))


def _key(connection: Connection, access: Access, of: Round, place: int, labeller: int) -> tuple[int, int]:
    """The message at a place, if this labeller may label it."""
    item = label_item.c
    found = connection.execute(
        select(item.post_id, item.id, item.twice)
        .join(comment, and_(comment.c.post_id == item.post_id, comment.c.id == item.id))
        .where(item.round_id == of.id, item.place == place, *scope.of_accounts(comment.c.account_id, access))
    ).one_or_none()
    if found is None or (labeller == 2 and not found.twice):
        raise StoreError(Message("no_message", N_("This message is no longer there. Load the page again.")))
    return int(found.post_id), int(found.id)


@contextmanager
def _changing(engine: Engine, of: Round, labeller: int) -> Iterator[Connection]:
    """A transaction that tells pages to count again only when figures can change.

    Below 200 labels no share is shown, so the two hundred clicks of a round cost no page its figures.
    """
    if of.task == "needs_reply" and labeller == 1:
        with workbench(engine) as connection, write_transaction(connection):
            yield connection
    else:
        counts = of.labelled >= ENOUGH - 1
        with writing(engine) if counts else answering(engine) as connection:
            yield connection
