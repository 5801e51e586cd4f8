"""Scoring all that has no score of the current versions, page by page."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, delete

from data import bulk
from data.access import Access
from data.scoring import unscored
from data.scoring.choice import models, versions
from data.scoring.executor import executor
from data.scoring.judging import Models, Versions
from data.scoring.storing import store
from data.staging import fill, touched_day, workbench

PAGE = 20_000


@dataclass(frozen=True)
class Scored:
    """How many messages of citizens and own posts got a score, and of which versions."""

    messages: int
    posts: int
    versions: Versions


def pending(engine: Engine, access: Access) -> int:
    """How many messages of citizens and own posts have no topic and tone by the models in use."""
    access.require("read")
    with engine.connect() as connection:
        return unscored.count(connection, versions(connection))


def score(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent, at_once: int = PAGE) -> Scored:
    """Work out language, tone and topic of every message and own post that has none by the models in use.

    Pages of about `at_once` texts are stored one by one, each with its rollups: interrupted at any moment, the next
    call goes on from there. Only what changed is worked out again: a new list of topics leaves the tones, another tone
    model the topics. What posts were to be expected to get follows from their topics, so it comes last. Raises
    `StoreError` when a process or machine that helps stops, and `AccessDeniedError`.
    """
    access.require("write")
    from data import standouts, topics  # topics have messages scored again, so they know this module

    topics.ready(engine)
    done = [0, 0]
    while True:  # again for what came in, or was changed, meanwhile
        with engine.connect() as connection:
            used = models(connection)
            days = unscored.days(connection, used.versions)
        written = _score(engine, used, days, progress, at_once)
        done = [sum(pair) for pair in zip(done, written, strict=True)]
        if not any(written):
            break
    if any(done):
        topics.look_again(engine, access)
    standouts.refresh(engine, access)
    progress(1.0)
    return Scored(done[0], done[1], used.versions)


def _score(engine: Engine, used: Models, days: pd.DataFrame, progress: bulk.Progress, at_once: int) -> list[int]:
    """Score what is waiting on these days (`unscored.days`); how many messages and posts."""
    done, seen, texts = [0, 0], 0, int(days["n"].sum())
    if not texts:
        return done
    with executor(used, texts) as judge, workbench(engine) as connection:
        for page in unscored.pages(days, at_once):
            wanted = _read(connection, page, used.versions)
            if len(wanted):
                said = wanted.drop(columns="language").join(judge(wanted))
                written = store(connection, page, used.versions, said)
                done = [sum(pair) for pair in zip(done, written, strict=True)]
            seen += int(page["n"].sum())
            progress(seen / texts)
    return done


def _read(connection: Connection, page: pd.DataFrame, wanted: Versions) -> pd.DataFrame:
    """The distinct texts on the days of a page, which are then in `touched_day`."""
    with connection.begin():
        connection.execute(delete(touched_day))
        fill(connection, touched_day, page[["account_id", "day"]])
        rows = [unscored.on_touched_days(connection, items, wanted) for items in unscored.KINDS]
    return unscored.distinct(pd.concat(rows, ignore_index=True))
