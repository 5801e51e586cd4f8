"""Kinds of posts per window, week and month."""

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.queries.content import content
from data.queries.windows import By
from metrics.periods import week_start
from tests.data.queries.stored_figures import (
    NOBODY,
    PARKS_X,
    ROADS_FACEBOOK,
    ROADS_ONLY,
    ROADS_X,
    SEPTEMBER,
    only,
    organise,
    put_content,
    statements,
)


@pytest.fixture(autouse=True)
def _organised(store: Engine) -> None:
    organise(store)
    put_content(store, SEPTEMBER.before().first - 1, ROADS_X, "slot", "week_morning", 100, 1.0, 1.0)
    put_content(store, SEPTEMBER.before().first, ROADS_X, "slot", "week_morning", 1, 0.5, 0.25)
    put_content(store, SEPTEMBER.first, ROADS_X, "slot", "week_morning", 2, 1.5, 1.25)
    put_content(store, SEPTEMBER.last, ROADS_X, "slot", "week_morning", 3, 2.25, 2.0)
    put_content(store, SEPTEMBER.last, ROADS_FACEBOOK, "type", "image", 4, 0.0, 0.0)
    put_content(store, SEPTEMBER.last, PARKS_X, "type", "image", 5, 0.0, 0.0)
    put_content(store, SEPTEMBER.last + 1, PARKS_X, "type", "image", 100, 0.0, 0.0)


def found(store: Engine, by: By) -> set[tuple[object, ...]]:
    return set(content(store, ME, only(SEPTEMBER), by).itertuples(index=False, name=None))


def test_windows_by_hand(store: Engine) -> None:
    frame = content(store, ME, only(SEPTEMBER), "window")
    columns = ["period", "account_id", "department_id", "platform", "dimension", "value", "n", "total", "squares"]
    assert list(frame) == columns
    assert found(store, "window") == {
        ("previous", 1, 1, "x", "slot", "week_morning", 1, 0.5, 0.25),
        ("current", 1, 1, "x", "slot", "week_morning", 5, 3.75, 3.25),
        ("current", 2, 1, "facebook", "type", "image", 4, 0.0, 0.0),
        ("current", 3, 2, "x", "type", "image", 5, 0.0, 0.0),
    }


def test_weeks_and_months_have_the_label_of_their_first_day(store: Engine) -> None:
    slots = {row[:1] + row[6:] for row in found(store, "week") if row[4] == "slot"}
    assert slots == {
        (week_start(SEPTEMBER.first), 2, 1.5, 1.25),
        (week_start(SEPTEMBER.last), 3, 2.25, 2.0),
    }
    assert {row[0] for row in found(store, "month")} == {SEPTEMBER.first}


def test_one_statement_for_what_is_asked_and_allowed(store: Engine) -> None:
    with statements(store) as sent:
        frame = content(store, ROADS_ONLY, only(SEPTEMBER), "window", ("type",))
    assert len(sent) == 1
    assert frame["account_id"].tolist() == [ROADS_FACEBOOK]
    parks = content(store, ME, only(SEPTEMBER, (2,), "x"), "window")
    assert parks["account_id"].tolist() == [PARKS_X]
    with pytest.raises(AccessDeniedError):
        content(store, NOBODY, only(SEPTEMBER), "window")
