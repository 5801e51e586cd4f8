"""Masked messages of citizens, as topics are learned from them. They are read here and shown nowhere."""

import re
from collections.abc import Collection

import pandas as pd
from sqlalchemy import Connection, Select, func, or_, select

from data.schema import comment, message_score
from data.staging import same

_NO_WORDS = re.compile(r"\[\w+\]|(?:https?://|www\.)\S+|[@＠][\w.@-]+")


def counted_languages(connection: Connection) -> dict[str, int]:
    """The messages that were scored by language; messages of which that is not known are left out."""
    query = select(message_score.c.language, func.count()).where(message_score.c.language.is_not(None))
    rows = connection.execute(query.group_by(message_score.c.language))
    return {row[0]: int(row[1]) for row in rows}


def newest(connection: Connection, language: str, most: int, offset: int = 0) -> pd.DataFrame:
    """The newest messages of a language with the topic of each (columns text, topic_id)."""
    return _read(connection, _messages(language), most, offset)


def without_topic(
    connection: Connection, language: str, besides: Collection[int], most: int, offset: int = 0
) -> pd.DataFrame:
    """The same of messages that are about no topic, or about one of `besides`."""
    topic_id = message_score.c.topic_id
    query = _messages(language).where(or_(topic_id.is_(None), topic_id.in_(sorted(besides))))
    return _read(connection, query, most, offset)


def about(connection: Connection, language: str, topics: Collection[int], most: int) -> pd.DataFrame:
    """The same of messages about one of these topics."""
    return _read(connection, _messages(language).where(message_score.c.topic_id.in_(sorted(topics))), most, 0)


def readable(texts: "pd.Series[str]") -> "pd.Series[str]":
    """Texts without what is no word of theirs: masks, addresses and handles.

    >>> readable(pd.Series(["[handle] the bin at www.x.nl is full, @jan"])).tolist()
    ['  the bin at   is full,  ']
    """
    return texts.fillna("").str.replace(_NO_WORDS, " ", regex=True)


def _messages(language: str) -> "Select[tuple[str, int]]":
    return (
        select(comment.c.text, message_score.c.topic_id)
        .join(message_score, same(message_score, comment))
        .where(comment.c.is_own == 0, message_score.c.language == language, comment.c.text.is_not(None))
        .order_by(comment.c.published_ts.desc(), comment.c.id)
    )


def _read(connection: Connection, query: "Select[tuple[str, int]]", most: int, offset: int) -> pd.DataFrame:
    rows = connection.execute(query.limit(most).offset(offset)).all()
    texts = pd.Series([row.text for row in rows], dtype="object")
    topics = pd.array([row.topic_id for row in rows], dtype="Int64")
    return pd.DataFrame({"text": readable(texts), "topic_id": topics})
