"""What people say that a message is: their word counts at once, instead of the rule's."""

import time

import pandas as pd
from sqlalchemy import Connection, Engine, and_, delete, exists, func, insert, select

from data.access import Access
from data.answering.refresh import refresh_threads
from data.errors import StoreError
from data.queries import scope
from data.queries.frames import read
from data.schema import comment, message_class, message_label
from data.staging import workbench
from data.store import write_transaction
from metrics.needs_reply import INTENTS
from metrics.words import N_, Message


def label(engine: Engine, access: Access, post_id: int, id: int, intent: str, drawn: bool = False) -> None:
    """Say what a citizen's message is, and count its conversation anew.

    `drawn` says that the message was one of a random sample, so that the answer measures the rules; a message that
    was drawn once stays so. Raises `StoreError` when it is gone or `intent` is no class; `AccessDeniedError`.
    """
    access.require("texts")
    access.require("write")
    if intent not in INTENTS:
        text = N_("“{intent}” is no kind of message. Choose one of the list.")
        raise StoreError(Message("unknown_intent", text, {"intent": intent}))
    with workbench(engine) as connection, write_transaction(connection):
        put(connection, access, post_id, id, intent, drawn)
        refresh_threads(connection, [post_id])


def put(
    connection: Connection,
    access: Access,
    post_id: int,
    id: int,
    intent: str,
    drawn: bool = False,
) -> None:
    """The same within a transaction, but for counting the conversation anew (`refresh_threads`)."""
    here = and_(message_class.c.post_id == post_id, message_class.c.id == id)
    own = scope.of_accounts(comment.c.account_id, access)
    known = select(comment.c.id).where(comment.c.post_id == post_id, comment.c.id == id, comment.c.is_own == 0, *own)
    by_rule = connection.scalar(select(message_class.c.intent).where(here, exists(known)))
    if by_rule is None:
        raise StoreError(Message("no_message", N_("This message is no longer there. Load the page again.")))
    same = and_(message_label.c.post_id == post_id, message_label.c.id == id)
    before = connection.scalar(select(message_label.c.drawn).where(same))
    take_back(connection, post_id, id)
    values = {"post_id": post_id, "id": id, "intent": intent, "by_rule": by_rule, "who": access.who}
    values |= {"drawn": int(drawn or bool(before)), "labelled_ts": int(time.time())}
    connection.execute(insert(message_label).values(values))


def take_back(connection: Connection, post_id: int, id: int) -> None:
    """Let the rules decide about a message again, within a transaction; `refresh_threads` has to follow."""
    connection.execute(delete(message_label).where(message_label.c.post_id == post_id, message_label.c.id == id))


def checked(engine: Engine, access: Access) -> pd.DataFrame:
    """How the rules did on the random sample that people labelled: by_rule, intent, n; and over all corrections.

    Columns: drawn (whether of the sample), by_rule, intent, n.
    """
    own = scope.of_accounts(comment.c.account_id, access)
    columns = (message_label.c.drawn, message_label.c.by_rule, message_label.c.intent)
    counted = select(*columns, func.count().label("n"))
    if own:
        here = and_(comment.c.post_id == message_label.c.post_id, comment.c.id == message_label.c.id)
        counted = counted.join(comment, here).where(*own)
    access.require("read")
    return read(
        engine,
        counted.group_by(*columns).order_by(*columns),
        {"drawn": "bool", "by_rule": "str", "intent": "str", "n": "int64"},
    )
