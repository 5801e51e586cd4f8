"""Stores whose messages have a tone and a topic, as if a model had scored them; and rounds that somebody labelled."""

from collections.abc import Callable

import pandas as pd
from sqlalchemy import Engine, delete, insert, select

from data import bulk
from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.labelling import next_items, round_state, save_label, start_round
from data.schema import comment, label_item, label_round, label_stratum, message_score, rollup_topic, rollup_topic_month
from data.schema import label as labels
from data.store import writing
from metrics.text.labels import TaskCode
from metrics.text.tone import LEANING, TONE_COLUMNS, TONES

VERSION = "made up"


def tone_of(key: int) -> int | None:
    """A made-up tone: half negative, some of each other one, some unsure, some without."""
    place = key % 20
    return [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, LEANING, LEANING + 1, LEANING + 2, None, 1][place]


def score(engine: Engine, tone: Callable[[int], int | None] = tone_of) -> None:
    """Give every message of a citizen a tone by its key, and add them up; none is of a topic."""
    with writing(engine) as connection:
        names = ("post_id", "id", "account_id", "day", "month")
        query = select(*(comment.c[name] for name in names)).where(comment.c.is_own == 0, comment.c.text.is_not(None))
        rows = bulk.read(connection, query)
        rows["tone"] = pd.array([tone(int(key)) for key in rows["id"]], dtype="Int64")
        connection.execute(delete(message_score))
        fixed = (("tone_model", VERSION), ("topics_version", 1), ("language", "nl"))
        if len(rows):
            bulk.write(connection, message_score, rows[["post_id", "id", "tone"]], fixed=fixed)
        for table, period in ((rollup_topic, "day"), (rollup_topic_month, "month")):
            connection.execute(delete(table))
            if len(rows):
                connection.execute(insert(table), _added(rows, period))


def _added(rows: pd.DataFrame, period: str) -> list[dict[str, int]]:
    nothing = {column.name: 0 for column in rollup_topic.c if column.name not in ("day", "account_id", "topic_id")}
    found = []
    for (when, account), part in rows.groupby([period, "account_id"]):
        sums = {name: int((part["tone"] == number).sum()) for number, name in enumerate(TONE_COLUMNS[:-1])}
        sums["t_none"] = int(part["tone"].isna().sum())
        found.append({**nothing, **sums, period: int(when), "account_id": int(account), "topic_id": 0})
        found[-1]["messages"] = len(part)
    return found


def forget_labels(engine: Engine) -> None:
    """Take away every round of labels, such as that of the demo city."""
    with writing(engine) as connection:
        for table in (labels, label_item, label_stratum, label_round):
            connection.execute(delete(table))


def label(engine: Engine, filters: Filters, n: int = 200, task: TaskCode = "tone", twice: int = 0) -> int:
    """Draw a round and label it: as the machine says, but every fifth message otherwise. The round."""
    made = start_round(engine, ME, task, filters, n, seed=7)
    tones = list(TONES)
    for labeller, most in ((1, n), (2, twice)):
        items = next_items(engine, ME, made, labeller, rows=most)
        for key, place in zip(items["id"].tolist(), items["place"].tolist(), strict=True):
            said = (tone_of(key) or 0) % LEANING
            save_label(engine, ME, made, place, tones[(said + (place % 5 == 0)) % 3], labeller)
    assert round_state(engine, ME, made).round.id == made
    return made
