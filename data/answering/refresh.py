"""Reading the conversations of touched threads again, inside the transaction that changed them."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, delete, exists, not_, select

from data import bulk
from data.answering.classes import Classes, bring_up_to_date
from data.answering.judge import judge
from data.answering.messages import read_messages
from data.answering.rollups import add_up
from data.answering.until import now
from data.conversation_rules import conversation_rules
from data.schema import (
    comment,
    conversation,
    message_class,
    post,
    rollup_answer,
    rollup_answer_hour,
    rollup_answer_month,
    rollup_answer_week,
    rollup_topic,
    rollup_topic_month,
    thread,
)
from data.staging import fill, same, touched_thread
from metrics.responsiveness.conversations import conversations

_THREADS_AT_ONCE = 50_000
_DAY = ["account_id", "day"]
_KEY = ["post_id", "id"]
_BY_ACCOUNT = (rollup_answer, rollup_answer_week, rollup_answer_month, rollup_answer_hour)
_BY_TOPIC = (rollup_topic, rollup_topic_month)


def refresh_import(
    connection: Connection,
    touched: pd.DataFrame,
    before: dict[int, int],
    known: Classes | None = None,
    progress: bulk.Progress = bulk.silent,
) -> None:
    """After an import or an undo: the threads in `touched_thread`, and what time has passed over.

    `touched` are the days (`account_id`, `day`) on which posts or comments changed, `before` the "now" of the accounts
    before the change (`data.answering.until`), `known` the classes that are at hand.
    """
    threads = bulk.read(connection, select(touched_thread.c.post_id).order_by(touched_thread.c.post_id))
    days = [touched[_DAY], _fallen_due(connection, before), _read_again(connection, threads, known or {}, progress)]
    add_up(connection, pd.concat(days))


def refresh_threads(connection: Connection, post_ids: Iterable[int]) -> None:
    """After a correction of what their messages are."""
    threads = pd.DataFrame({"post_id": sorted(set(post_ids))}, dtype="int64")
    said = select(comment.c.account_id, comment.c.day).where(comment.c.post_id.in_(threads["post_id"].tolist()))
    days = [_read_again(connection, threads, {}, bulk.silent), bulk.read(connection, said.distinct())]
    add_up(connection, pd.concat(days))


def rebuild(connection: Connection, progress: bulk.Progress = bulk.silent, own: pd.DataFrame | None = None) -> None:
    """All conversations anew: the rules or the time zone changed. Pages show the old ones until all are new.

    `own` are the days (`account_id`, `day`) of own posts, where they changed too.
    """
    for table in (conversation, thread, *_BY_ACCOUNT):
        connection.execute(delete(table))
    threads = bulk.read(connection, select(comment.c.post_id).distinct().order_by(comment.c.post_id))
    days = _read_again(connection, threads, {}, lambda share: progress(0.7 * share))
    said = bulk.read(connection, select(comment.c.account_id, comment.c.day).distinct())
    add_up(connection, pd.concat([days, said, own]), lambda share: progress(0.7 + 0.3 * share))
    progress(1.0)


def restore(connection: Connection, accounts: Select[tuple[int]]) -> None:
    """All conversations of these accounts anew, after messages were taken out by other ways than an undo."""
    for table in (conversation, thread, *_BY_ACCOUNT, *_BY_TOPIC):
        connection.execute(delete(table).where(table.c.account_id.in_(accounts)))
    connection.execute(delete(message_class).where(not_(exists().where(same(comment, message_class)))))
    left = bulk.read(connection, select(comment.c.post_id).where(comment.c.account_id.in_(accounts)).distinct())
    days = [_read_again(connection, left.sort_values("post_id"), {}, bulk.silent)]
    for table in (comment, post):
        kept = select(table.c.account_id, table.c.day).where(table.c.account_id.in_(accounts)).distinct()
        days.append(bulk.read(connection, kept))
    add_up(connection, pd.concat(days))


def _read_again(connection: Connection, threads: pd.DataFrame, known: Classes, progress: bulk.Progress) -> pd.DataFrame:
    """Work out the conversations of these threads; the days (`account_id`, `day`) that they were or are on."""
    days = [pd.DataFrame(columns=_DAY)]
    for start in range(0, len(threads), _THREADS_AT_ONCE):
        connection.execute(delete(touched_thread))
        fill(connection, touched_thread, threads.iloc[start : start + _THREADS_AT_ONCE].astype("int64"))
        bring_up_to_date(connection, known)
        days.append(_days(connection))
        _replace(connection)
        days.append(_days(connection))
        progress(min(1.0, (start + _THREADS_AT_ONCE) / len(threads)))
    return pd.concat(days).dropna()


def _days(connection: Connection) -> pd.DataFrame:
    """The days of the conversations and posts of the touched threads, as the store has them now."""
    found = [
        bulk.read(connection, _of_threads(select(table.c.account_id, table.c.day).distinct(), table.c.post_id))
        for table in (conversation, thread)
    ]
    return pd.concat(found)


def _of_threads(query: Select[Any], post_id: ColumnElement[int]) -> Select[Any]:
    return query.where(exists().where(touched_thread.c.post_id == post_id))


def _replace(connection: Connection) -> None:
    messages = read_messages(connection)
    found, threads = conversations(messages, conversation_rules(connection))
    for table in (conversation, thread):
        connection.execute(delete(table).where(table.c.post_id.in_(select(touched_thread.c.post_id))))
    whose = messages.drop_duplicates(_KEY)[[*_KEY, "account_id", "day", "hour", "intent"]]
    rows = found.merge(whose, on=_KEY)
    for name in ("answered_ts", "noticed_ts"):
        rows[name] = rows[name].astype("Int64").mask(rows[name] == 0)
    timed = rows["hour"].notna()
    rows["response_s"] = (rows["answered_ts"] - rows["asked_ts"]).where(timed)
    columns = [column.name for column in conversation.columns]
    bulk.write(connection, conversation, judge(connection, rows)[columns].sort_values(_KEY))
    owner = messages.drop_duplicates("post_id")[["post_id", "account_id"]]
    made = threads.merge(owner, on="post_id").merge(_posts(connection), on="post_id", how="left")
    bulk.write(connection, thread, made[[column.name for column in thread.columns]].sort_values("post_id"))


def _posts(connection: Connection) -> pd.DataFrame:
    """The days of the own posts that the touched threads hang under."""
    own = select(post.c.id.label("post_id"), post.c.day).where(post.c.type != "reply")
    return bulk.read(connection, own.join(touched_thread, touched_thread.c.post_id == post.c.id))


def _fallen_due(connection: Connection, before: dict[int, int]) -> pd.DataFrame:
    """The days of conversations whose deadline lies between the old and the new "now" of their account."""
    after = now(connection)
    found = [pd.DataFrame(columns=_DAY)]
    for account in before.keys() | after.keys():
        old, new = sorted((before.get(account, 0), after.get(account, 0)))
        if old < new:
            here = select(conversation.c.account_id, conversation.c.day).distinct()
            passed = here.where(conversation.c.account_id == account, conversation.c.due_ts.between(old + 1, new))
            found.append(bulk.read(connection, passed))
    return pd.concat(found)
