"""Single messages of citizens, masked, for those who may read them: to answer, to check the rules, to know a topic."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, Select, and_, func, select, true, tuple_

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.queries.unindexed import unindexed
from data.schema import (
    account,
    answered_until,
    comment,
    conversation,
    message_class,
    message_label,
    message_score,
    post,
)

_MANY = 5_000
"""From so many messages of a period on, it pays to look through all keys in order; fewer are read and sorted."""
_MESSAGE = {
    "post_id": "int64",
    "id": "int64",
    "account": "str",
    "platform": "str",
    "asked_ts": "int64",
    "text": "object",
    "permalink": "object",
    "intent": "str",
}


def waiting_list(
    engine: Engine, access: Access, filters: Filters, *, newest_first: bool, first: int, rows: int
) -> pd.DataFrame:
    """A page of the questions without an answer, from the row `first` on.

    Columns: post_id, id, account, platform, asked_ts, text (masked), permalink (of the post), intent, due_ts (NaN when
    unknown), noticed (whether an automatic or holding reply came), until_ts (when the data of the account end). Raises
    `AccessDeniedError` without the right to read texts.
    """
    access.require("texts")
    names = ("post_id", "id", "account_id", "asked_ts", "intent", "due_ts", "noticed_ts")
    order = conversation.c.asked_ts.desc() if newest_first else conversation.c.asked_ts
    page = (  # what belongs to them is looked up for these few only
        select(*(conversation.c[name] for name in names))
        .where(conversation.c.answered_ts.is_(None))
        .where(*_here(conversation.c.account_id, conversation.c.day, access, filters))
        .order_by(order, conversation.c.id)
        .limit(rows)
        .offset(first)
        .subquery()
    )
    until = (
        select(answered_until.c.account_id, func.max(answered_until.c.until_ts).label("until_ts"))
        .group_by(answered_until.c.account_id)
        .subquery()
    )
    statement = (
        _message(page.c.asked_ts, page.c.intent)
        .add_columns(page.c.due_ts, page.c.noticed_ts.is_not(None).label("noticed"), until.c.until_ts)
        .join(page, and_(page.c.post_id == comment.c.post_id, page.c.id == comment.c.id))
        .join(until, until.c.account_id == page.c.account_id)
        .order_by(page.c.asked_ts.desc() if newest_first else page.c.asked_ts, page.c.id)
    )
    return read(engine, statement, {**_MESSAGE, "due_ts": "float64", "noticed": "bool", "until_ts": "int64"})


def sample(engine: Engine, access: Access, filters: Filters, rows: int) -> pd.DataFrame:
    """The next messages of a random sample that nobody has labelled yet.

    Keys are hashes, so their order has nothing to do with what a message says: the first ones are a random sample.
    Columns as of `waiting_list`, without the last three. Two statements.
    """
    access.require("texts")
    here = _here(comment.c.account_id, comment.c.day, access, filters)
    with engine.connect() as connection:
        some = connection.scalar(
            select(func.count()).select_from(select(comment.c.id).where(*here).limit(_MANY).subquery())
        )
    if some == _MANY:  # then go through the keys in order, the first ones are soon found
        here = _here(comment.c.account_id, unindexed(comment.c.day), access, filters)
    drawn = select(message_label.c.post_id, message_label.c.id).where(message_label.c.drawn == 1)
    page = (  # what belongs to them is looked up for these few only
        select(comment.c.post_id, comment.c.id)
        .where(comment.c.is_own == 0, comment.c.text.is_not(None))
        .where(tuple_(comment.c.post_id, comment.c.id).not_in(drawn), *here)
        .order_by(comment.c.id)
        .limit(rows)
        .subquery()
    )
    of_message = and_(message_class.c.post_id == comment.c.post_id, message_class.c.id == comment.c.id)
    statement = (
        _message(comment.c.published_ts.label("asked_ts"), message_class.c.intent)
        .join(page, and_(page.c.post_id == comment.c.post_id, page.c.id == comment.c.id))
        .join(message_class, of_message)
        .order_by(comment.c.id)
    )
    return read(engine, statement, _MESSAGE)


def topic_messages(
    engine: Engine, access: Access, filters: Filters, topic_id: int, *, first: int, rows: int, waits: bool = False
) -> pd.DataFrame:
    """A page of the messages on a topic, from the row `first` on, the newest first; topic 0: those of no topic.

    Columns as of `waiting_list` up to `intent`, then tone (`metrics.text.tone`, NaN when not scored) and waits (whether
    it asked something that nobody answered yet); with `waits` only these. Raises `AccessDeniedError` without the right
    to read texts.
    """
    access.require("texts")
    of_score = and_(message_score.c.post_id == comment.c.post_id, message_score.c.id == comment.c.id)
    of_question = and_(conversation.c.post_id == comment.c.post_id, conversation.c.id == comment.c.id)
    still_waits = and_(conversation.c.id.is_not(None), conversation.c.answered_ts.is_(None))
    of_topic = unindexed(message_score.c.topic_id)  # reading the newest days needs a few rows only
    about = of_topic == topic_id if topic_id else of_topic.is_(None)
    page = (  # by day first, as an index has them
        select(comment.c.post_id, comment.c.id, message_score.c.tone, still_waits.label("waits"))
        .join(message_score, of_score)
        .outerjoin(conversation, of_question)
        .where(comment.c.is_own == 0, about, still_waits if waits else true())
        .where(*_here(comment.c.account_id, comment.c.day, access, filters))
        .order_by(comment.c.day.desc(), comment.c.published_ts.desc(), comment.c.id)
        .limit(rows)
        .offset(first)
        .subquery()
    )
    of_message = and_(message_class.c.post_id == comment.c.post_id, message_class.c.id == comment.c.id)
    statement = (
        _message(comment.c.published_ts.label("asked_ts"), message_class.c.intent)
        .add_columns(page.c.tone, page.c.waits)
        .join(page, and_(page.c.post_id == comment.c.post_id, page.c.id == comment.c.id))
        .outerjoin(message_class, of_message)
        .order_by(comment.c.day.desc(), comment.c.published_ts.desc(), comment.c.id)
    )
    return read(engine, statement, {**_MESSAGE, "tone": "float64", "waits": "bool"})


def _message(asked_ts: ColumnElement[int], intent: ColumnElement[str]) -> Select[Any]:
    own = and_(post.c.id == comment.c.post_id, post.c.type != "reply")
    return (
        select(comment.c.post_id, comment.c.id, account.c.name.label("account"), account.c.platform)
        .add_columns(asked_ts, comment.c.text, post.c.permalink, intent)
        .select_from(comment)
        .join(account, account.c.id == comment.c.account_id)
        .outerjoin(post, own)
    )


def _here(
    account_id: ColumnElement[int], day: ColumnElement[int], access: Access, filters: Filters
) -> list[ColumnElement[bool]]:
    return [
        day.between(filters.period.first, filters.period.last),
        *scope.of_accounts(account_id, access, filters.departments, filters.platforms),
    ]
