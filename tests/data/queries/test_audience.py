"""Followers at the edges of a period."""

import numpy as np
import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.queries.figures import audience
from tests.data.queries.stored_figures import (
    PARKS_X,
    ROADS_FACEBOOK,
    ROADS_ONLY,
    ROADS_X,
    SEPTEMBER,
    only,
    organise,
    put_followers,
    statements,
)

FIRST, LAST = SEPTEMBER.first, SEPTEMBER.last
COLUMNS = ["followers_start", "followers_end", "start_day", "end_day"]


@pytest.fixture(autouse=True)
def _organised(store: Engine) -> None:
    organise(store)


def edges(store: Engine, account: int, period: str = "current") -> list[float]:
    frame = audience(store, ME, only(SEPTEMBER))
    rows = frame[(frame["account_id"] == account) & (frame["period"] == period)]
    return rows[COLUMNS].iloc[0].tolist()


def test_the_last_count_on_or_before_each_edge(store: Engine) -> None:
    put_followers(store, FIRST - 3, ROADS_X, 100)
    put_followers(store, FIRST - 2, ROADS_X, 110)
    put_followers(store, FIRST + 1, ROADS_X, 120)
    put_followers(store, LAST, ROADS_X, 150)
    put_followers(store, LAST + 1, ROADS_X, 999)
    put_followers(store, LAST, ROADS_X, 5, metric="reach")
    with statements(store) as sent:
        frame = audience(store, ME, only(SEPTEMBER))
    assert len(sent) == 1
    assert list(frame) == ["period", "account_id", "department_id", "platform", *COLUMNS]
    assert edges(store, ROADS_X) == [110, 150, FIRST - 2, LAST]
    start = edges(store, ROADS_X, "previous")
    assert np.isnan(start[0])
    assert start[1] == 110


def test_a_count_of_31_days_before_still_speaks_and_one_of_32_does_not(store: Engine) -> None:
    put_followers(store, FIRST - 31, ROADS_X, 100)
    put_followers(store, FIRST - 32, ROADS_FACEBOOK, 100)
    assert edges(store, ROADS_X)[0] == 100
    assert set(audience(store, ME, only(SEPTEMBER)).query("period == 'current'")["account_id"]) == {ROADS_X}


def test_an_account_that_began_within_the_period_has_no_start(store: Engine) -> None:
    put_followers(store, FIRST + 5, ROADS_X, 10)
    assert np.isnan(edges(store, ROADS_X)[0])
    assert edges(store, ROADS_X)[1::2] == [10, FIRST + 5]


def test_large_counts_stay_exact(store: Engine) -> None:
    put_followers(store, LAST, ROADS_X, 123_456_789)
    assert edges(store, ROADS_X)[1] == 123_456_789


def test_filters_and_rights_and_nothing_at_all(store: Engine) -> None:
    assert audience(store, ME, only(SEPTEMBER)).empty
    for account in (ROADS_X, PARKS_X):
        put_followers(store, LAST, account, 10)
    assert set(audience(store, ME, only(SEPTEMBER, (2,)))["account_id"]) == {PARKS_X}
    assert set(audience(store, ROADS_ONLY, only(SEPTEMBER))["account_id"]) == {ROADS_X}
    assert audience(store, ME, only(SEPTEMBER, None, "facebook")).dtypes.astype(str).to_dict() == {
        "period": "str",
        "account_id": "int64",
        "department_id": "int64",
        "platform": "str",
        **dict.fromkeys(COLUMNS, "float64"),
    }
