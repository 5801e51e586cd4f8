"""Topics and tones added up per account and day, so that a page never scans messages.

Only scored messages are in it: what has no score yet is not "of no topic" but unknown (`data.scoring.pending`).
Messages without a text are never scored.
"""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, and_, case, delete, exists, func, or_, select, tuple_

from data import bulk
from data.rollup_periods import add_up_days, month_of
from data.schema import (
    comment,
    conversation,
    message_class,
    message_label,
    message_score,
    post,
    post_score,
    rollup_topic,
    rollup_topic_month,
)
from data.staging import fill, on_touched_day, same, touched_day
from metrics.responsiveness.marks import marked
from metrics.text.tone import TONE_COLUMNS

NO_TOPIC = 0
"""Stands for the topic of messages that are about none."""

_DAYS_AT_ONCE = 50_000
_OWNER = ["day", "account_id", "topic_id"]
_SUMS = [column.name for column in rollup_topic.columns if not column.primary_key]
_ASKED = ["asked", "answered", "waiting", "due", "in_time"]
_NOT_SCORED = len(TONE_COLUMNS) - 1
_COMPLAINT = "complaint"  # of metrics.needs_reply.INTENTS


def add_up(connection: Connection, days: pd.DataFrame, progress: bulk.Progress = bulk.silent) -> None:
    """Add up these days of accounts anew (columns `account_id`, `day`), and the months they are in.

    `data.answering` does it too for the days that it adds up: what is asked and answered is counted by topic as well.
    """
    from data.answering.until import now  # data.answering counts topics, so it knows this module

    if days.empty or not anything(connection):
        return
    ordered = days[["account_id", "day"]].astype("int64").drop_duplicates().sort_values(["account_id", "day"])
    until = now(connection)
    for start in range(0, len(ordered), _DAYS_AT_ONCE):
        part = ordered.iloc[start : start + _DAYS_AT_ONCE]
        connection.execute(delete(touched_day))
        fill(connection, touched_day, part)
        count_touched(connection, until)
        progress(min(1.0, (start + len(part)) / len(ordered)))
    add_up_months(connection, ordered)


def anything(connection: Connection) -> bool:
    """Whether there are scores, or sums of scores that have gone."""
    return bool(connection.scalar(select(or_(*(exists(select(t)) for t in (message_score, post_score, rollup_topic))))))


def count_touched(connection: Connection, until: dict[int, int]) -> None:
    """Count the days in `touched_day` anew; `until` is the "now" of each account (`data.answering.until`)."""
    days = select(touched_day.c.day, touched_day.c.account_id)
    connection.execute(delete(rollup_topic).where(tuple_(rollup_topic.c.day, rollup_topic.c.account_id).in_(days)))
    conversations = marked(bulk.read(connection, _conversations()), until)
    parts = [
        _message_sums(bulk.read(connection, _messages())),
        conversations[[*_OWNER, *_ASKED]],
        bulk.read(connection, _posts()),
    ]
    sums = pd.concat(parts, ignore_index=True).astype("Int64").groupby(_OWNER).sum().reindex(columns=_SUMS)
    bulk.write(connection, rollup_topic, sums.fillna(0).reset_index().astype("int64"))


def add_up_months(connection: Connection, days: pd.DataFrame) -> None:
    """Add up the months that these days (`account_id`, `day`) are in."""
    add_up_days(connection, days, rollup_topic, [(rollup_topic_month, month_of)])


def _messages() -> Select[Any]:
    complains = func.coalesce(message_label.c.intent, message_class.c.intent) == _COMPLAINT
    columns = [
        *(comment.c.day, comment.c.account_id, _topic(message_score)),
        *(message_score.c.tone, case((complains, 1), else_=0).label("complains")),
    ]
    return (
        select(*columns, func.count().label("n"))
        .select_from(touched_day)
        .join(comment, and_(on_touched_day(comment), comment.c.is_own == 0))
        .join(message_score, same(message_score, comment))
        .outerjoin(message_class, same(message_class, comment))
        .outerjoin(message_label, same(message_label, comment))
        .group_by(*columns)
    )


def _conversations() -> Select[Any]:
    names = ("day", "account_id", "answered_ts", "noticed_ts", "due_ts", "bin")
    columns = [conversation.c[name] for name in names]
    scored = select(*columns, _topic(message_score)).join(touched_day, on_touched_day(conversation))
    return scored.join(message_score, same(message_score, conversation))


def _posts() -> Select[Any]:
    columns = [post.c.day, post.c.account_id, _topic(post_score)]
    scored = select(*columns, func.count().label("posts")).join(touched_day, on_touched_day(post))
    return scored.join(post_score, post_score.c.id == post.c.id).group_by(*columns)


def _topic(scores: Any) -> Any:
    return func.coalesce(scores.c.topic_id, NO_TOPIC).label("topic_id")


def _message_sums(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of counts as sums: one column per tone."""
    n = rows["n"].to_numpy(np.int64)
    tone = rows["tone"].to_numpy(np.int64, na_value=_NOT_SCORED)
    tones: NDArray[np.int64] = n[:, None] * (tone[:, None] == np.arange(len(TONE_COLUMNS)))
    counted = pd.DataFrame(tones, columns=list(TONE_COLUMNS))
    complaints = rows["complains"].to_numpy(np.int64) * n
    return rows[_OWNER].join(counted).assign(messages=n, complaints=complaints)
