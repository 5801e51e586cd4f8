"""Single messages of citizens, masked, for those who may read them: to answer, to check the rules, to know a topic."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, FromClause, Select, and_, false, func, select, true, tuple_

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
_FEW = 5_000
"""Up to so many messages on a topic are looked up and sorted."""
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
        .join(page, _of(page))
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
    statement = (
        _message(comment.c.published_ts.label("asked_ts"), message_class.c.intent)
        .join(page, _of(page))
        .join(message_class, _of(message_class))
        .order_by(comment.c.id)
    )
    return read(engine, statement, _MESSAGE)


def topic_messages(
    engine: Engine, access: Access, filters: Filters, topic_id: int, *, first: int, rows: int, waits: bool = False
) -> pd.DataFrame:
    """A page of the messages on a topic, from the row `first` on, the newest first; topic 0: those of no topic.

    Columns as of `waiting_list` up to `intent`, then tone (`metrics.text.tone`, NaN when not scored) and waits (whether
    it asked something that nobody answered yet); with `waits` only these. Two statements; raises `AccessDeniedError`
    without the right to read texts.
    """
    access.require("texts")
    here = _here(comment.c.account_id, comment.c.day, access, filters)
    with engine.connect() as connection:
        about = _on_topic(connection, topic_id)
    nobody_yet = select(conversation.c.answered_ts.is_(None)).where(_of(conversation)).scalar_subquery()
    page = (  # by day first, as an index has them; what belongs to them is looked up for these few only
        select(comment.c.post_id, comment.c.id)
        .where(comment.c.is_own == 0, about, func.coalesce(nobody_yet, false()) if waits else true(), *here)
        .order_by(comment.c.day.desc(), comment.c.published_ts.desc(), comment.c.id)
        .limit(rows)
        .offset(first)
        .subquery()
    )
    still_waits = and_(conversation.c.id.is_not(None), conversation.c.answered_ts.is_(None))
    statement = (
        _message(comment.c.published_ts.label("asked_ts"), message_class.c.intent)
        .add_columns(message_score.c.tone, still_waits.label("waits"))
        .join(page, _of(page))
        .join(message_score, _of(message_score))
        .outerjoin(conversation, _of(conversation))
        .outerjoin(message_class, _of(message_class))
        .order_by(comment.c.day.desc(), comment.c.published_ts.desc(), comment.c.id)
    )
    return read(engine, statement, {**_MESSAGE, "tone": "float64", "waits": "bool"})


def _on_topic(connection: Connection, topic_id: int) -> ColumnElement[bool]:
    """Whether a message is on the topic: of few, all are looked up; of many, the newest days soon hold enough."""
    said = message_score.c.topic_id == topic_id if topic_id else message_score.c.topic_id.is_(None)
    keys = select(message_score.c.post_id, message_score.c.id).where(said)
    some = connection.scalar(select(func.count()).select_from(keys.limit(_FEW + 1).subquery())) or 0
    if some <= _FEW:
        return tuple_(comment.c.post_id, comment.c.id).in_(keys)
    # a value that is looked up for each row: joined, PostgreSQL takes the two keys of a message for chance, expects
    # hardly any row and reads both tables
    topic = select(func.coalesce(message_score.c.topic_id, 0)).where(_of(message_score))
    return topic.scalar_subquery() == topic_id


def _of(other: FromClause) -> ColumnElement[bool]:
    """That a row of another table is about the same message."""
    return and_(other.c.post_id == comment.c.post_id, other.c.id == comment.c.id)


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
