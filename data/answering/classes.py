"""What each message is, by rule: worked out once, when the message comes in or is edited."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, delete, exists, not_, select, tuple_

from data import bulk
from data.answering.classifier import Classify, in_use
from data.schema import comment, message_class
from data.staging import COMMENTS, same, touched_thread
from metrics.needs_reply.replies import kinds

UNCLEAR = "unclear"
"""What a message without words is."""

Classes = dict[str, tuple[str, str | None]]
"""Intent and language by text."""


def classes_of(texts: Sequence[Any], classify: Classify) -> Classes:
    """The classes of the texts of citizens in an import, to be had ready before its transaction begins."""
    distinct = pd.Series(pd.unique(pd.Series([text for text in texts if isinstance(text, str)], dtype="str")))
    found = classify(distinct)
    return {
        text: (intent, language if isinstance(language, str) else None)
        for text, intent, language in zip(distinct, found["intent"], found["language"], strict=True)
    }


def bring_up_to_date(connection: Connection, known: Classes) -> None:
    """Class the messages of the touched threads that are new or were edited; forget those that are gone."""
    here = exists().where(touched_thread.c.post_id == message_class.c.post_id)
    edited = tuple_(message_class.c.post_id, message_class.c.id).in_(select(*COMMENTS.changed.primary_key))
    gone = not_(exists().where(same(comment, message_class)))
    connection.execute(delete(message_class).where(here, edited | gone))
    rows = bulk.read(connection, _unclassed())
    if rows.empty:
        return
    own = rows["is_own"].to_numpy(bool)
    texts = rows["text"].astype("object").where(rows["text"].notna(), None)
    fresh = classes_of([text for text in texts[~own] if text not in known], in_use(connection))
    found = {**known, **fresh}
    pairs = pd.DataFrame([found.get(text, (UNCLEAR, None)) for text in texts], columns=["intent", "language"])
    made = rows[["post_id", "id"]].join(pairs.astype("object"))
    made.loc[own, "language"] = None
    made.loc[own, "intent"] = kinds(texts[own]).to_numpy()
    bulk.write(connection, message_class, made)


def _unclassed() -> Any:
    on: ColumnElement[bool] = and_(message_class.c.post_id == comment.c.post_id, message_class.c.id == comment.c.id)
    return (
        select(comment.c.post_id, comment.c.id, comment.c.is_own, comment.c.text)
        .join(touched_thread, touched_thread.c.post_id == comment.c.post_id)
        .outerjoin(message_class, on)
        .where(message_class.c.id.is_(None))
        .order_by(comment.c.post_id, comment.c.id)
    )
