"""What claims are checked against, from the store: both engines, every access."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.filters import Filters
from data.queries import claims
from data.queries.declared import declared
from data.queries.naming import named
from data.schema import (
    action,
    action_change,
    agreed_platform,
    audience,
    comment,
    import_batch,
    label,
    label_round,
    message_label,
    moderation,
    partner,
    rollup_hour,
    stakeholder,
)
from metrics.claims.frames import Partner
from metrics.periods import Period
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, organise, put_content, put_day, statements

DAY = 20_633
ASKED = Filters(Period(DAY, DAY + 13))
CODE = "0123456789abcdef" * 2
MADE = {"who": "x", "made_ts": 1}


@pytest.fixture(autouse=True)
def _organised(store: Engine) -> None:
    organise(store)
    with store.begin() as connection:
        batch = {"file_name": "a.csv", "file_hash": "h", "format": "demo", "platform": "x", "kind": "posts"}
        batch |= {"imported_ts": 9, "observed_ts": 9, "covered_until": DAY + 13, "who": "x", "status": "done"}
        report = {"rows_kept": 7, "first": "2026-06-29T08:00:00Z"}
        batch |= {"inserted": 7, "updated": 0, "unchanged": 0, "report": json.dumps(report)}
        other = {"file_name": "", "report": "{}", "covered_until": DAY}
        connection.execute(insert(import_batch), [batch, batch | other, batch | {"status": "undone"}])


def put(store: Engine, table: Any, *rows: dict[str, Any]) -> None:
    with store.begin() as connection:
        connection.execute(insert(table), list(rows))


def message(number: int, account: int, day: int, **other: Any) -> dict[str, Any]:
    row = {"post_id": 1, "id": number, "account_id": account, "external_id": str(number), "is_own": 0}
    row |= {"author": CODE, "published_ts": day * 86_400, "precision": "minute", "day": day, "dow": 0, "hour": 9}
    return {**row, "month": 202606, "text": "Wanneer?", "import_id": 1, **other}


def test_posts_and_messages_by_hour(store: Engine) -> None:
    empty = {f"{side}{hour:02}": 0 for side in "pc" for hour in range(24)}
    rows = [{"day": day, "account_id": 1, **empty, "p09": 2, "c21": 3} for day in (DAY - 1, DAY, DAY + 13, DAY + 14)]
    put(store, rollup_hour, *rows, {"day": DAY, "account_id": 3, **empty, "c00": 1})
    with statements(store) as sent:
        found = claims.hours(store, ME, ASKED).set_index("account_id")
    assert len(sent) == 1
    assert (found.loc[1, "p09"], found.loc[1, "c21"], found.loc[3, "c00"]) == (4, 6, 1)
    assert found.to_numpy().sum() == 11
    assert claims.hours(store, ROADS_ONLY, ASKED)["account_id"].tolist() == [1]


def test_removals_with_objections(store: Engine) -> None:
    base = {"action": "hidden", "reason": "", "source": "", **MADE}
    lines = [(1, DAY, "3", 5, 2, 1), (1, DAY + 13, "", 2, 0, 0), (1, DAY + 14, "3", 9, 9, 9), (3, DAY, None, 1, 0, 0)]
    names = ("account_id", "day", "rule", "n", "appealed", "reversed")
    put(store, moderation, *(base | dict(zip(names, line, strict=True)) for line in lines))
    found = claims.removals(store, ME, ASKED).sort_values("account_id")
    assert found.to_dict("list") == {
        "account_id": [1, 3], "n": [7, 1], "cited": [5, 0], "appealed": [2, 0], "reversed": [1, 0],
    }  # fmt: skip
    assert claims.removals(store, ROADS_ONLY, ASKED)["account_id"].tolist() == [1]


def test_accounts_with_an_export_about_the_audience(store: Engine) -> None:
    row = {"import_id": 1, "line": 1, "day": None, "dimension": "age", "label": "18-24", "metric": "x", "value": 1.0}
    put(store, audience, *({"account_id": account, "place": place, **row} for account in (1, 3) for place in (1, 2)))
    assert claims.with_audience(store, ME) == {1, 3}
    assert claims.with_audience(store, ROADS_ONLY) == {1}


def test_messages_past_a_day_only_where_they_are_still_kept(store: Engine) -> None:
    for account in (1, 2, 3):
        put_day(store, DAY - 400, account, comments_in=6)
        put_day(store, DAY, account, comments_in=10)
    put(store, comment, message(1, 1, DAY - 400), message(2, 2, DAY), message(3, 3, DAY - 400, is_own=1))
    found = claims.messages_before(store, ME, DAY - 100, DAY).sort_values("account_id")
    assert found.to_dict("list") == {"account_id": [1, 2, 3], "messages": [16] * 3, "expired": [6, 0, 0]}
    assert claims.messages_before(store, ROADS_ONLY, DAY - 100, DAY)["account_id"].tolist() == [1, 2]
    assert claims.messages_before(store, ME, DAY - 500, DAY)["expired"].tolist() == [0, 0, 0]


def test_messages_long_past_a_day_are_found_too(store: Engine) -> None:
    put_day(store, DAY - 400, 1, comments_in=6)
    put_day(store, DAY - 3_000, 3, comments_in=2)
    put(store, comment, message(1, 1, DAY - 400), message(2, 3, DAY - 3_000))
    for before, expired in ((DAY - 399, [6, 2]), (DAY - 400, [0, 2]), (DAY - 2_999, [0, 2]), (DAY - 3_000, [0, 0])):
        found = claims.messages_before(store, ME, before, DAY).sort_values("account_id")
        assert found["expired"].tolist() == expired, before


def test_the_newest_messages(store: Engine) -> None:
    rows = [message(1, 1, DAY), message(2, 1, DAY + 1, author="jan"), message(3, 3, DAY + 2), message(4, 1, DAY + 9)]
    put(store, comment, *rows[:3], rows[3] | {"is_own": 1, "author": None})
    found = claims.newest_messages(store, ME, 2)
    assert found.to_dict("list") == {"account_id": [3, 1], "text": ["Wanneer?"] * 2, "author": [CODE, "jan"]}
    assert claims.newest_messages(store, ROADS_ONLY)["account_id"].tolist() == [1, 1]


def test_the_action_plan(store: Engine) -> None:
    base = {"question": "", "reason": "own", "title": "x", "owner_role": "x", "expectation": "", "who": "x"}
    plan = [("idea", 10, None, None), ("planned", 10, 20, None), ("done", 10, None, 2)]
    put(
        store,
        action,
        *(
            {**base, "status": status, "made_ts": made, "registered_ts": registered, "department_id": department}
            | {"metric": "likes" if department else None}
            for status, made, registered, department in plan
        ),
    )
    put(store, action_change, {"action_id": 3, "field": "status", "old": None, "new": None, "who": "x", "made_ts": 30})
    found = claims.actions(store, ME).sort_values("decided_ts", na_position="first")
    assert found["status"].tolist() == ["idea", "planned", "done"]
    assert found["decided_ts"].isna().tolist() == [True, False, False]
    assert found["decided_ts"].tolist()[1:] == [20.0, 30.0]
    assert found["department_id"].tolist()[2] == 2 and found["metric"].dropna().tolist() == ["likes"]
    assert sorted(claims.actions(store, ROADS_ONLY)["status"]) == ["idea", "planned"], "the organisation's own"


def test_what_the_load_reports_say(store: Engine) -> None:
    found = claims.imports(store, ME).sort_values("rows", ascending=False)
    assert found["rows"].tolist() == [7, 0]
    assert found["sourced"].tolist() == [True, False]
    assert found["first"].tolist()[0] == DAY and pd.isna(found["first"].tolist()[1])
    assert found["covered_until"].tolist() == [DAY + 13, DAY]
    assert (found["imported_ts"] > 0).all()


def test_labels_of_a_random_sample(store: Engine) -> None:
    base = {"post_id": 1, "intent": "question", "by_rule": "other", "who": "x", "labelled_ts": 1}
    put(store, message_label, *({**base, "id": number, "drawn": int(number < 3)} for number in range(5)))
    assert claims.labels(store, ME) == 3
    made = {"task": "tone", "model": "a1", "first_day": 1, "last_day": 2, "seed": 1, "who": "x", "made_ts": 1}
    put(store, label_round, {**made, "id": 1}, {**made, "id": 2})
    said = {"value": "neutral", "who": "x", "made_ts": 1}
    put(store, label, *({**said, "round_id": 1, "place": place, "labeller": 1} for place in range(4)))
    put(store, label, *({**said, "round_id": 2, "place": place, "labeller": 1} for place in range(2)))
    put(store, label, {**said, "round_id": 1, "place": 0, "labeller": 2})
    assert claims.labels(store, ME) == 4, "of the largest sample, each message once"


def test_declared_lists(store: Engine) -> None:
    put(store, agreed_platform, {"platform": "x", "reason": "reach"})
    put(store, partner, *({"department_id": a, "partner_id": b, "times_a_quarter": 2} for a, b in ((1, 2), (2, 1))))
    put(store, stakeholder, {"name": "Waterschap", "names": "[]", "field": ""})
    found = declared(store, ME)
    assert (found.platforms, found.stakeholders) == ({"x"}, {1})
    assert found.partners == (Partner(1, 2, 2), Partner(2, 1, 2))
    assert declared(store, ROADS_ONLY).partners == (Partner(1, 2, 2),)


def test_posts_that_name_others(store: Engine) -> None:
    for day, account, value, n, replies in (
        (DAY, 1, "department:2", 3, 1),
        (DAY + 13, 1, "department:2", 1, 0),
        (DAY + 14, 1, "department:2", 9, 9),
        (DAY, 3, "stakeholder:12", 2, 0),
    ):
        put_content(store, day, account, "named", value, n, replies, replies)
    put_content(store, DAY, 1, "type", "image", 5, 0, 0)
    found = named(store, ME, ASKED).sort_values("account_id")
    assert found.to_dict("records") == [
        {"account_id": 1, "department_id": 1, "platform": "x", "kind": "department", "target_id": 2, "n": 4}
        | {"replies": 1},
        {"account_id": 3, "department_id": 2, "platform": "x", "kind": "stakeholder", "target_id": 12, "n": 2}
        | {"replies": 0},
    ]
    assert named(store, ROADS_ONLY, ASKED)["account_id"].tolist() == [1]
    assert named(store, ME, Filters(Period(1, 2))).empty


ASKING: list[Callable[[Engine], Any]] = [
    lambda store: claims.hours(store, NOBODY, ASKED),
    lambda store: claims.removals(store, NOBODY, ASKED),
    lambda store: claims.with_audience(store, NOBODY),
    lambda store: claims.messages_before(store, NOBODY, 1, 2),
    lambda store: claims.newest_messages(store, NOBODY),
    lambda store: claims.actions(store, NOBODY),
    lambda store: claims.imports(store, NOBODY),
    lambda store: claims.labels(store, NOBODY),
    lambda store: declared(store, NOBODY),
    lambda store: named(store, NOBODY, ASKED),
]


@pytest.mark.parametrize("number", range(len(ASKING)))
def test_nothing_for_who_may_not_read(store: Engine, number: int) -> None:
    with pytest.raises(AccessDeniedError):
        ASKING[number](store)
