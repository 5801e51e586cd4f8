"""What messages are about, per period and account, by hand; own posts on a topic, and how topics were found."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.filters import Filters
from data.queries.topics import SUMS, topic_models, topic_posts, topic_sums
from data.queries.windows import By
from data.schema import post as post_table
from data.schema import post_score, topic_model
from data.store import writing
from metrics.periods import Period, to_day
from tests.data.answering.messages import rows
from tests.data.queries.stored_figures import (
    NOBODY,
    PARKS_X,
    ROADS_FACEBOOK,
    ROADS_ONLY,
    ROADS_X,
    SEPTEMBER,
    only,
    organise,
    put_topic,
    statements,
)
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers

WASTE, PARKING = 7, 9


def messages(frame: pd.DataFrame) -> dict[tuple[Any, ...], int]:
    """Messages by period, account (where the frame tells) and topic."""
    keys = [name for name in ("period", "account_id", "topic_id") if name in frame]
    return {tuple(row[name] for name in keys): row["messages"] for row in frame.to_dict("records")}


def test_windows_by_hand(store: Engine) -> None:
    organise(store)
    august = SEPTEMBER.before()
    put_topic(store, august.first - 1, ROADS_X, WASTE, messages=1000)
    put_topic(store, august.first, ROADS_X, WASTE, messages=1)
    put_topic(store, SEPTEMBER.first, ROADS_X, WASTE, messages=2, t_negative=1, asked=2, waiting=1)
    put_topic(store, SEPTEMBER.last, ROADS_X, WASTE, messages=4, t_negative=3)
    put_topic(store, SEPTEMBER.last, ROADS_X, 0, messages=8)
    put_topic(store, SEPTEMBER.last, PARKS_X, WASTE, messages=16)
    put_topic(store, SEPTEMBER.last + 1, PARKS_X, WASTE, messages=1000)
    found = topic_sums(store, ME, only(SEPTEMBER), "window")
    assert messages(found) == {
        ("previous", 1, WASTE): 1,
        ("current", 1, WASTE): 6,
        ("current", 1, 0): 8,
        ("current", 3, WASTE): 16,
    }
    roads = found[(found["account_id"] == 1) & (found["topic_id"] == WASTE) & (found["period"] == "current")].iloc[0]
    assert (roads["t_negative"], roads["asked"], roads["waiting"]) == (4, 2, 1)
    assert (roads["department_id"], roads["platform"]) == (1, "x")
    together = topic_sums(store, ME, only(SEPTEMBER), "window", per="topic", columns=("messages",))
    assert messages(together) == {("previous", WASTE): 1, ("current", WASTE): 22, ("current", 0): 8}
    assert list(together) == ["period", "topic_id", "messages"]
    some = topic_sums(store, ME, only(SEPTEMBER), "window", per="topic", accounts=[PARKS_X])
    assert messages(some) == {("current", WASTE): 16}
    assert topic_sums(store, ME, only(SEPTEMBER), "window", accounts=[]).empty


def test_weeks_and_months(store: Engine) -> None:
    organise(store)
    sunday, monday, august = (to_day(date(2026, 9, 6)), to_day(date(2026, 9, 7)), to_day(date(2026, 8, 31)))
    for day, n in ((sunday, 1), (monday, 2), (monday + 6, 4), (august, 8)):
        put_topic(store, day, ROADS_X, PARKING, messages=n)
    period = Period(august, SEPTEMBER.last)
    weeks = topic_sums(store, ME, only(period), "week")
    assert messages(weeks) == {(monday - 7, 1, PARKING): 9, (monday, 1, PARKING): 6}
    months = topic_sums(store, ME, only(period), "month", per="topic")
    assert messages(months) == {(to_day(date(2026, 8, 1)), PARKING): 8, (SEPTEMBER.first, PARKING): 7}


def test_filters_and_rights_narrow_the_accounts(store: Engine) -> None:
    organise(store)
    for account in (ROADS_X, ROADS_FACEBOOK, PARKS_X):
        put_topic(store, SEPTEMBER.first, account, WASTE, messages=account)

    def found(*asked: object, access: object = ME) -> set[int]:
        return set(topic_sums(store, access, only(SEPTEMBER, *asked), "window")["account_id"])  # type: ignore[arg-type]

    assert found() == {1, 2, 3}
    assert found((2,)) == {3}
    assert found(None, "x") == {1, 3}
    assert found(access=ROADS_ONLY) == {1, 2}
    assert found((2,), access=ROADS_ONLY) == set()
    roads = topic_sums(store, ROADS_ONLY, only(SEPTEMBER), "window", per="topic", accounts=[ROADS_X, PARKS_X])
    assert messages(roads) == {("current", WASTE): 1}
    with pytest.raises(AccessDeniedError):
        found(access=NOBODY)
    with pytest.raises(AccessDeniedError):
        topic_models(store, NOBODY)
    with pytest.raises(AccessDeniedError):
        topic_posts(store, NOBODY, only(SEPTEMBER), WASTE)


@pytest.mark.parametrize("by", ["window", "week", "month"])
def test_one_statement_and_the_same_types_with_or_without_rows(store: Engine, by: By) -> None:
    organise(store)
    with statements(store) as sent:
        none = topic_sums(store, ME, only(SEPTEMBER), by)
    assert len(sent) == 1
    put_topic(store, SEPTEMBER.first, ROADS_X, WASTE, messages=2)
    some = topic_sums(store, ME, only(SEPTEMBER), by)
    kinds = {"period": "str" if by == "window" else "int64", "account_id": "int64", "department_id": "int64"}
    kinds |= {"platform": "str", "topic_id": "int64"} | dict.fromkeys(SUMS, "int64")
    for frame in (none, some):
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == kinds


def test_own_posts_with_most_reactions_first(store: Engine) -> None:
    registers(store)
    posts = [
        post("1", likes=3, comments=4),
        post("2", likes=50),
        post("3"),
        post("4", likes=99, type="reply"),
        post("5", likes=98, published_ts=MONDAY + 40 * DAY),
        post("6", likes=97),
        post("7", likes=8, account="green"),
    ]
    load(store, batch(posts, exported_ts=MONDAY + 41 * DAY))
    topics = {"1": WASTE, "2": WASTE, "3": WASTE, "4": WASTE, "5": WASTE, "6": PARKING, "7": WASTE}
    scores = [
        {"id": one["id"], "topic_id": topics[one["external_id"]], "topics_version": 1}
        for one in rows(store, post_table)
    ]
    with writing(store) as connection:
        connection.execute(insert(post_score), scores)
    week = Filters(Period(20_633, 20_639))
    with statements(store) as sent:
        found = topic_posts(store, ME, week, WASTE, 9)
    assert len(sent) == 1
    assert found["permalink"].str[-1].tolist() == ["2", "7", "1", "3"], "no reply, no other week, no other topic"
    assert found["interactions"].replace(np.nan, -1).tolist() == [50, 8, 7, -1]
    assert found["account"].tolist() == ["parking", "green", "parking", "parking"]
    assert len(topic_posts(store, ME, week, WASTE, 2)) == 2
    assert topic_posts(store, ROADS_ONLY, week, WASTE)["account"].tolist() == ["parking"] * 3
    assert topic_posts(store, ME, week, 404).empty


def test_groupings_in_use(store: Engine) -> None:
    made = {"n": 900, "k": 12, "content": b"", "who": "jo", "made_ts": 0}
    models: list[dict[str, Any]] = [
        {"kind": "tfidf", "language": "nl", "status": "current", "stability": 0.8, "drift": 0.1, "splits": None},
        {"kind": "tfidf", "language": "en", "status": "current", "stability": 0.6, "drift": None, "splits": None},
        {"kind": "tfidf", "language": "nl", "status": "replaced", "stability": 0.1, "drift": None, "splits": None},
        {"kind": "tfidf", "language": "nl", "status": "current", "stability": 0.2, "drift": None, "splits": 3},
    ]
    with writing(store) as connection:
        connection.execute(insert(topic_model), [made | model for model in models])
    found = topic_models(store, ME)
    assert found[["language", "stability", "n", "k"]].to_numpy().tolist() == [
        ["en", 0.6, 900, 12],
        ["nl", 0.8, 900, 12],
    ]
    assert found["drift"].isna().tolist() == [True, False]
