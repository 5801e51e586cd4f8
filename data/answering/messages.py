"""The messages of the touched threads, in the shape that `metrics.responsiveness.conversations` reads."""

import json
from functools import cache
from typing import Any

import pandas as pd
from sqlalchemy import Connection, and_, func, select

from data import bulk
from data.schema import comment, message_class, message_label, post
from data.staging import touched_thread
from metrics.needs_reply import NEEDS_REPLY
from metrics.needs_reply.replies import kinds
from metrics.responsiveness.conversations import MESSAGES


def read_messages(connection: Connection) -> pd.DataFrame:
    """Messages and replies of the touched threads: the columns of `MESSAGES`, and intent, account_id, day, hour."""
    comments = bulk.read(connection, _comments())
    answers = bulk.read(connection, _answers())
    own = comments["is_own"].to_numpy(bool)
    intent = comments["intent"].astype("object")
    comments = comments.assign(
        needs_reply=intent.isin(NEEDS_REPLY).to_numpy() & ~own,
        kind=intent.where(own, ""),
        is_own=own,
    )
    texts = answers["text"].astype("object").where(answers["text"].notna(), None)
    answers = answers.assign(is_own=True, needs_reply=False, author=None, intent="", kind=kinds(texts))
    rows = pd.concat([comments, answers[[*comments.columns]]], ignore_index=True)
    rows["parent_id"] = rows["parent_id"].fillna(0).astype("int64")
    rows["author"] = rows["author"].astype("object").where(rows["author"].notna(), None)
    rows["mentions"] = [_people(names) if isinstance(names, str) else () for names in rows["mentions"]]
    rows[["post_id", "id", "ts"]] = rows[["post_id", "id", "ts"]].astype("int64")
    return rows[[*MESSAGES, "intent", "account_id", "day", "hour"]]


def _comments() -> Any:
    of_message = and_(message_class.c.post_id == comment.c.post_id, message_class.c.id == comment.c.id)
    labelled = and_(message_label.c.post_id == comment.c.post_id, message_label.c.id == comment.c.id)
    names = ("post_id", "id", "parent_id", "is_own", "author", "mentions", "account_id", "day", "hour")
    return (
        select(
            *(comment.c[name] for name in names),
            comment.c.published_ts.label("ts"),
            func.coalesce(message_label.c.intent, message_class.c.intent).label("intent"),
        )
        .join(touched_thread, touched_thread.c.post_id == comment.c.post_id)
        .join(message_class, of_message)
        .outerjoin(message_label, labelled)
    )


def _answers() -> Any:
    """Own replies that came as posts (from X): they stand in the thread of the message that they answer."""
    return (
        select(
            comment.c.post_id,
            *(post.c[name] for name in ("id", "parent_id", "mentions", "account_id", "day", "hour", "text")),
            post.c.published_ts.label("ts"),
        )
        .join_from(touched_thread, comment, comment.c.post_id == touched_thread.c.post_id)
        .join(post, post.c.parent_id == comment.c.id)
        .where(post.c.parent_id.is_not(None))
    )


@cache
def _people(names: str) -> tuple[str, ...]:
    """Who is mentioned, without the organisation's own accounts."""
    return tuple(name for name in json.loads(names) if not name.startswith("@"))
