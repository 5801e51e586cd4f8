"""What decides what a message is: the rules, or a model that people let learn from their labels.

No model is stored: it is learned again from the labels, always the same from the same ones.
"""

from collections.abc import Callable
from functools import lru_cache

import pandas as pd
from sqlalchemy import Connection, and_, select

from data import bulk
from data.schema import comment, message_label, setting
from metrics.needs_reply import classify
from metrics.needs_reply.model import Model, fit
from metrics.words import Message

LEARNING = "learn_from_labels"
"""The setting that puts the model in the place of the rules; it is there or not."""

Classify = Callable[["pd.Series[str]"], pd.DataFrame]


def in_use(connection: Connection) -> Classify:
    """The rules, or the model where it is switched on and (still) better than them."""
    if connection.scalar(select(setting.c.key).where(setting.c.key == LEARNING)) is None:
        return classify
    found = learned(connection)
    return found.classify if isinstance(found, Model) else classify


def learned(connection: Connection) -> Model | Message:
    """A model of all messages that people labelled, or why there is none."""
    rows = _labelled(connection)
    return _learned(tuple(rows["text"]), tuple(rows["intent"]))


def unseen(connection: Connection) -> dict[tuple[int, int], str]:
    """What a model that is in use says of the messages it learned from had it not learned from them, by their keys.

    "needs_reply" or "no_reply" (metrics.text.labels); empty where the rules are in use. By these, and not by what it
    says of them now, one can tell how good it is.
    """
    if connection.scalar(select(setting.c.key).where(setting.c.key == LEARNING)) is None:
        return {}
    found = learned(connection)
    if not isinstance(found, Model):
        return {}
    rows = _labelled(connection)
    keys = zip(rows["post_id"].astype(int), rows["id"].astype(int), strict=True)
    return {key: "needs_reply" if needs else "no_reply" for key, needs in zip(keys, found.unseen, strict=True)}


def _labelled(connection: Connection) -> pd.DataFrame:
    """The messages that people labelled, in the order of their keys: post_id, id, text, intent."""
    here = and_(comment.c.post_id == message_label.c.post_id, comment.c.id == message_label.c.id)
    columns = (comment.c.post_id, comment.c.id, comment.c.text, message_label.c.intent)
    labels = select(*columns).join(message_label, here).where(comment.c.text.is_not(None))
    return bulk.read(connection, labels.order_by(message_label.c.post_id, message_label.c.id))


@lru_cache(maxsize=4)
def _learned(texts: tuple[str, ...], intents: tuple[str, ...]) -> Model | Message:
    return fit(pd.Series(texts, dtype="str"), pd.Series(intents, dtype="str"))
