"""Conversations follow the messages, whatever is imported, undone or corrected, on both engines."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data import answering
from data.access import LOCAL_ADMINISTRATOR
from data.answering.rollups import add_up
from data.schema import answered_until, conversation, rollup_answer, rollup_answer_hour, rollup_post, thread
from data.settings import Settings, write_settings
from data.staging import workbench
from data.store import write_transaction
from data.undo import undo
from metrics.slices import RESPONSE
from tests.data.answering.messages import HOUR, LATER, answer, asked, figures, only, rows
from tests.loaders.sample_batches import DAY, MONDAY, batch, emptied, load, post, registers


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def test_an_answer_in_time_by_hand(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), answer("11", "10", 6)], exported_ts=LATER))
    case = only(store, conversation)
    assert (case["asked_ts"], case["answered_ts"]) == (MONDAY + HOUR, MONDAY + 6 * HOUR)
    assert case["response_s"] == 5 * HOUR
    assert case["work_s"] == 4 * HOUR  # from 13:00 until closing time at 17:00
    assert case["due_ts"] == MONDAY + 25 * HOUR  # nobody set a norm: 24 hours
    assert (case["day"], case["hour"]) == (20_633, 13)
    day = only(store, rollup_answer)
    expected = {"asked": 1, "answered": 1, "waiting": 0, "due": 1, "in_time": 1, "due_waiting": 0, "threads": 1}
    assert {name: day[name] for name in expected} == expected
    assert (day["talked"], day["two_way"], day["deep"]) == (1, 1, 0)
    hour = only(store, rollup_answer_hour)
    marked = {name for name, n in hour.items() if n and name not in ("day", "account_id")}
    assert marked == {"a13", "d13", "k13", "r18"}
    assert [row["n"] for row in rows(store, rollup_post) if row["measure"] == RESPONSE] == [1]


def test_what_is_not_due_yet_is_in_no_share(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), asked("12"), answer("13", "12", 2)], exported_ts=MONDAY + 20 * HOUR))
    day = only(store, rollup_answer)
    assert (day["asked"], day["answered"], day["waiting"], day["due"], day["in_time"]) == (2, 1, 1, 0, 0)


def test_time_passes_with_a_newer_import(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10")], exported_ts=MONDAY + 20 * HOUR))
    newer = load(store, batch([post("2")], [asked("20", 40, post_id="2")], exported_ts=MONDAY + 50 * HOUR))
    first = rows(store, rollup_answer)[0]
    assert (first["due"], first["due_waiting"]) == (1, 1)
    undo(store, LOCAL_ADMINISTRATOR, newer.import_id or 0)
    assert only(store, rollup_answer)["due"] == 0


def test_the_answer_can_come_with_a_later_import(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10")], exported_ts=MONDAY + 2 * DAY))
    assert only(store, conversation)["answered_ts"] is None
    later = load(store, batch([], [answer("11", "10", 60)], exported_ts=LATER))
    assert only(store, conversation)["answered_ts"] == MONDAY + 60 * HOUR
    day = rows(store, rollup_answer)[0]
    assert (day["due"], day["in_time"], day["days_3"]) == (1, 0, 1)
    undo(store, LOCAL_ADMINISTRATOR, later.import_id or 0)
    assert only(store, conversation)["answered_ts"] is None


def test_own_replies_that_came_as_posts_answer_too(store: Engine) -> None:
    load(store, batch([], [asked("10", post_id="9")], exported_ts=LATER))
    reply = post("30", type="reply", parent_id="10", published_ts=MONDAY + 3 * HOUR, text="Morgen komt de wagen.")
    replies = load(store, batch([reply], exported_ts=LATER))
    assert only(store, conversation)["answered_ts"] == MONDAY + 3 * HOUR
    assert only(store, thread)["day"] is None, "what it hangs under is no own post"
    undo(store, LOCAL_ADMINISTRATOR, replies.import_id or 0)
    assert only(store, conversation)["answered_ts"] is None


def test_a_post_that_comes_later_gives_its_thread_a_day(store: Engine) -> None:
    load(store, batch([], [asked("10"), answer("11", "10", 2)], exported_ts=LATER))
    assert only(store, thread)["day"] is None
    load(store, batch([post("1", published_ts=MONDAY - DAY)], exported_ts=LATER))
    assert only(store, thread)["day"] == 20_632
    assert rows(store, rollup_answer)[0]["two_way"] == 1


def test_of_messages_with_a_day_only_no_time_is_judged(store: Engine) -> None:
    dated = asked("10", text="Waarom?") | {"published_ts": 20_633 * DAY, "precision": "day"}
    load(store, batch([post("1")], [dated, answer("11", "10", 6)], exported_ts=LATER))
    case = only(store, conversation)
    assert (case["due_ts"], case["response_s"], case["bin"]) == (None, None, None)
    day = only(store, rollup_answer)
    assert (day["asked"], day["answered"], day["due"]) == (1, 1, 0)


def test_posts_alone_say_nothing_about_answers(store: Engine) -> None:
    load(store, batch([post("1", comments=3)], exported_ts=LATER))
    assert rows(store, answered_until) == [] and rows(store, rollup_answer) == []


def test_another_window_is_another_count(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10", author="jo"), asked("11", 30, author="jo")], exported_ts=LATER))
    assert len(rows(store, conversation)) == 1
    write_settings(store, LOCAL_ADMINISTRATOR, replace(Settings("Waterstad"), conversation_hours=24))
    assert len(rows(store, conversation)) == 2


def test_loose_replies_can_be_made_to_answer_nobody(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), answer("11", "", 3)], exported_ts=LATER))
    assert only(store, conversation)["answered_ts"] is not None
    write_settings(store, LOCAL_ADMINISTRATOR, replace(Settings("Waterstad"), loose_replies=False))
    assert only(store, conversation)["answered_ts"] is None


_hours = st.integers(0, 200)
_citizen = st.builds(
    lambda number, thread, parent, hour, author, text: asked(
        str(number), hour, post_id=str(thread), parent_id=parent, author=author, text=text
    ),
    st.integers(10, 19),
    st.integers(1, 3),
    st.sampled_from(["", "10", "11", "20"]),
    _hours,
    st.sampled_from(["a", "b", ""]),
    st.sampled_from(["Wanneer?", "Dank je wel", None]),
)
_own = st.builds(
    lambda number, thread, parent, hour, text: answer(
        str(number), parent, hour, post_id=str(thread), text=text, account="parking"
    ),
    st.integers(20, 25),
    st.integers(1, 3),
    st.sampled_from(["", "10", "11", "12", "13"]),
    _hours,
    st.sampled_from(["Morgen.", "We zoeken het uit.", None]),
)
_posts = st.builds(
    lambda number, hour, type_, parent: post(
        str(number), published_ts=MONDAY + hour * HOUR, type=type_, parent_id=parent if type_ == "reply" else ""
    ),
    st.integers(1, 4),
    _hours,
    st.sampled_from(["post", "reply"]),
    st.sampled_from(["10", "11"]),
)
_imports = st.lists(
    st.tuples(st.lists(_posts, max_size=2), st.lists(_citizen | _own, max_size=5), st.integers(0, 300)),
    min_size=1,
    max_size=4,
)


@given(_imports, st.integers(0, 4))
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_step_by_step_is_the_same_as_all_at_once(store: Engine, imports: list[Any], unwanted: int) -> None:
    emptied(store)
    made = []
    for posts, comments, hour in imports:
        loaded = load(store, batch(posts, comments, exported_ts=MONDAY + hour * HOUR))
        made.append(loaded.import_id)
    if unwanted < len(made) and made[unwanted] is not None:
        undo(store, LOCAL_ADMINISTRATOR, made[unwanted])
    step_by_step = figures(store)
    with workbench(store) as connection, write_transaction(connection):
        answering.rebuild(connection)
    assert figures(store) == step_by_step


def test_adding_up_twice_changes_nothing(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), answer("11", "10", 6)], exported_ts=LATER))
    before = figures(store)
    with workbench(store) as connection, write_transaction(connection):
        add_up(connection, pd.DataFrame({"account_id": [1, 2], "day": [20_633, 20_633]}))
    assert figures(store) == before
