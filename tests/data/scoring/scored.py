"""A list of topics, what scoring makes of a store, and the same worked out message by message in plain Python."""

import json
from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import Engine, delete, insert, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.schema import (
    answered_until,
    comment,
    conversation,
    message_class,
    message_label,
    message_score,
    post,
    post_score,
    rollup_topic,
    rollup_topic_month,
    setting,
    topic,
)
from data.scoring import Scored, score
from data.store import writing
from metrics.periods import to_date
from metrics.text.tone import TONE_COLUMNS
from tests.data.answering.messages import rows
from tests.data.stored_rollups import assert_rollups_are_true
from tests.loaders.sample_batches import contents

WASTE, PARKING = 1, 2
LIST = {WASTE: "afval", PARKING: "parkeren"}
FIGURES = ("message_score", "post_score", "rollup_topic", "rollup_topic_month")
_SUMS = [column.name for column in rollup_topic.columns if not column.primary_key]


def listed(engine: Engine, topics: dict[int, str] = LIST, version: int = 1) -> None:
    """Put a list of topics in the store: each with one Dutch word that messages are matched by."""
    with writing(engine) as connection:
        connection.execute(delete(topic))
        for number, word in topics.items():
            lists = {"words": json.dumps({"nl": [word]}), "excluded": "{}", "typical": "{}"}
            values = {"id": number, "origin": "own", "name": word, "who": ME.who, "made_ts": 0}
            connection.execute(insert(topic).values(values | lists))
        connection.execute(delete(setting).where(setting.c.key == "topics_version"))
        connection.execute(insert(setting).values(key="topics_version", value=str(version)))


def scored(engine: Engine, at_once: int = 3) -> Scored:
    """Score what is waiting, a few texts in a transaction."""
    return score(engine, ME, at_once=at_once)


def scores(engine: Engine) -> dict[str, list[Any]]:
    """The scores, and the sums of them."""
    found = contents(engine)
    return {name: found[name] for name in FIGURES}


def assert_sums_are_true(engine: Engine) -> None:
    """Compare the sums of days and months with those worked out one by one; also those of own posts by topic."""
    assert_rollups_are_true(engine, "rollup_group")
    days = _plain(engine)
    found = {tuple(row[key] for key in ("day", "account_id", "topic_id")): row for row in rows(engine, rollup_topic)}
    assert {key: _nonzero(row) for key, row in found.items()} == days
    months: dict[tuple[int, int, int], Counter[str]] = defaultdict(Counter)
    for (day, account, number), sums in days.items():
        date = to_date(day)
        months[date.year * 100 + date.month, account, number].update(sums)
    stored = rows(engine, rollup_topic_month)
    kept = {tuple(row[key] for key in ("month", "account_id", "topic_id")): _nonzero(row) for row in stored}
    assert kept == months


def _nonzero(row: dict[str, Any]) -> Counter[str]:
    return Counter({name: row[name] for name in _SUMS if row[name]})


def _plain(engine: Engine) -> dict[tuple[int, int, int], Counter[str]]:
    sums: dict[tuple[int, int, int], Counter[str]] = defaultdict(Counter)
    known = {(one["post_id"], one["id"]): one for one in rows(engine, message_score)}
    intents = {(one["post_id"], one["id"]): one["intent"] for one in rows(engine, message_class)}
    intents |= {(one["post_id"], one["id"]): one["intent"] for one in rows(engine, message_label)}
    for one in rows(engine, comment):
        key = (one["post_id"], one["id"])
        if key in known:
            assert not one["is_own"] and one["text"]
            tone = known[key]["tone"]
            counted = Counter({"messages": 1, TONE_COLUMNS[-1 if tone is None else tone]: 1})
            counted["complaints"] += intents[key] == "complaint"
            sums[one["day"], one["account_id"], known[key]["topic_id"] or 0].update(+counted)
    until: dict[int, int] = defaultdict(int)
    for one in rows(engine, answered_until):
        until[one["account_id"]] = max(until[one["account_id"]], one["until_ts"])
    for one in rows(engine, conversation):
        if found := known.get((one["post_id"], one["id"])):
            came = one["answered_ts"] is not None
            due = one["due_ts"] is not None and one["due_ts"] <= until[one["account_id"]]
            in_time = due and came and one["answered_ts"] <= one["due_ts"]
            counted = Counter(asked=1, answered=came, waiting=not came, due=due, in_time=in_time)
            sums[one["day"], one["account_id"], found["topic_id"] or 0].update(+counted)
    with engine.connect() as connection:
        about = dict(connection.execute(select(post_score.c.id, post_score.c.topic_id)).all())
    for one in rows(engine, post):
        if one["id"] in about:
            assert one["type"] != "reply" and one["text"]
            sums[one["day"], one["account_id"], about[one["id"]] or 0]["posts"] += 1
    return dict(sums)
