"""Conversations added up per account and day, so that a page never scans them."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Table, delete, func, select, tuple_

from data import bulk
from data.answering.until import now
from data.rollup_periods import add_up_days, month_of, week_of
from data.schema import (
    comment,
    conversation,
    rollup_answer,
    rollup_answer_hour,
    rollup_answer_month,
    rollup_answer_week,
    rollup_post,
    thread,
)
from data.scoring import rollups as topics
from data.staging import fill, on_touched_day, touched_day
from metrics.histogram import bucket_of
from metrics.responsiveness.marks import marked
from metrics.slices import ANSWERS, RESPONSE, RESPONSE_WORK

_DAYS_AT_ONCE = 50_000
_OWNER = ["day", "account_id"]
_HOURS = [f"{hour:02}" for hour in range(24)]
DEEP = 2
"""Turns from which a conversation is more than one answer."""


def add_up(connection: Connection, touched: pd.DataFrame, progress: bulk.Progress = bulk.silent) -> None:
    """Add up these days of accounts anew (columns `account_id`, `day`), and their weeks and months; by topic too."""
    days = touched.astype("int64").drop_duplicates().sort_values(["account_id", "day"])
    until = now(connection)
    by_topic = topics.anything(connection)
    for start in range(0, len(days), _DAYS_AT_ONCE):
        part = days.iloc[start : start + _DAYS_AT_ONCE]
        connection.execute(delete(touched_day))
        fill(connection, touched_day, part)
        _forget(connection)
        _fill(connection, until)
        if by_topic:
            topics.count_touched(connection, until)
        progress(min(1.0, (start + len(part)) / len(days)))
    if len(days):
        add_up_days(connection, days, rollup_answer, [(rollup_answer_week, week_of), (rollup_answer_month, month_of)])
    if by_topic and len(days):
        topics.add_up_months(connection, days)


def _forget(connection: Connection) -> None:
    days = select(touched_day.c.day, touched_day.c.account_id)
    for table in (rollup_answer, rollup_answer_hour):
        connection.execute(delete(table).where(tuple_(table.c.day, table.c.account_id).in_(days)))
    pair = tuple_(rollup_post.c.day, rollup_post.c.account_id)
    for measure in (RESPONSE, RESPONSE_WORK):  # the key starts with it
        connection.execute(delete(rollup_post).where(rollup_post.c.measure == measure, pair.in_(days)))


def _fill(connection: Connection, until: dict[int, int]) -> None:
    asked = marked(bulk.read(connection, _conversations()), until)
    threads = bulk.read(connection, _of_days(thread, "account_id", "day", "messages", "replies", "turns"))
    sums = pd.concat([_sums(asked), _thread_sums(threads)]).groupby(_OWNER).sum()
    bulk.write(connection, rollup_answer, sums.reset_index()[[*_OWNER, *ANSWERS]].astype("int64"))
    hours = _hours(asked, bulk.read(connection, _replies()))
    bulk.write(connection, rollup_answer_hour, hours)
    for measure, column in ((RESPONSE, "response_s"), (RESPONSE_WORK, "work_s")):
        bulk.write(connection, rollup_post, _histogram(asked, column), fixed=(("measure", measure),))


def _of_days(table: Table, *names: str) -> Any:
    return select(*(table.c[name] for name in names)).join(touched_day, on_touched_day(table))


def _conversations() -> Any:
    names = ("account_id", "day", "hour", "answered_ts", "noticed_ts", "response_s", "work_s", "due_ts", "bin")
    return _of_days(conversation, *names)


def _replies() -> Any:
    counted = select(comment.c.account_id, comment.c.day, comment.c.hour, func.count().label("n"))
    own = counted.join(touched_day, on_touched_day(comment)).where(comment.c.is_own == 1, comment.c.hour.is_not(None))
    return own.group_by(comment.c.account_id, comment.c.day, comment.c.hour)


def _sums(asked: pd.DataFrame) -> pd.DataFrame:
    names = [name for name in ANSWERS if name in asked]
    made = asked[[*_OWNER, *names]].astype("int64")
    return _complete(made.groupby(_OWNER, as_index=False).sum())


def _thread_sums(threads: pd.DataFrame) -> pd.DataFrame:
    talked = (threads["messages"] > 0).to_numpy(bool)
    made = threads[_OWNER].assign(
        threads=1,
        talked=talked,
        two_way=talked & (threads["replies"] > 0).to_numpy(bool),
        deep=(threads["turns"] >= DEEP).to_numpy(bool),
    )
    return _complete(made.astype("int64").groupby(_OWNER, as_index=False).sum())


def _complete(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.reindex(columns=[*_OWNER, *ANSWERS], fill_value=0)


def _hours(asked: pd.DataFrame, replies: pd.DataFrame) -> pd.DataFrame:
    timed = asked[asked["hour"].notna()]
    sides = {"a": timed, "d": timed[timed["due"]], "k": timed[timed["in_time"]]}
    parts = [frame[[*_OWNER, "hour"]].assign(n=1, side=side) for side, frame in sides.items()]
    rows = pd.concat([*parts, replies[[*_OWNER, "hour", "n"]].assign(side="r")], ignore_index=True)
    names = [f"{side}{hour}" for side in "adkr" for hour in _HOURS]
    if rows.empty:
        return pd.DataFrame(columns=[*_OWNER, *names], dtype="int64")
    rows["name"] = rows["side"] + rows["hour"].astype("int64").map("{:02}".format)
    rows[[*_OWNER, "n"]] = rows[[*_OWNER, "n"]].astype("int64")
    table = rows.pivot_table(index=_OWNER, columns="name", values="n", aggfunc="sum", fill_value=0)
    return table.reindex(columns=names, fill_value=0).reset_index().astype("int64")


def _histogram(asked: pd.DataFrame, column: str) -> pd.DataFrame:
    known = asked[asked[column].notna()]
    made = known[_OWNER].astype("int64").assign(bucket=bucket_of(known[column].to_numpy(np.float64)), n=1)
    return made.groupby([*_OWNER, "bucket"])[["n"]].sum().reset_index()
