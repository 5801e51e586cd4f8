"""Sums per window, week and month, by hand and against adding up the days one by one."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.queries.figures import sums
from data.queries.sums import SUMS
from data.queries.windows import By
from metrics.periods import Period, to_date, to_day, week_start
from tests.data.queries.stored_figures import (
    NOBODY,
    PARKS_X,
    PARKS_YOUTUBE,
    ROADS_FACEBOOK,
    ROADS_ONLY,
    ROADS_X,
    SEPTEMBER,
    only,
    organise,
    put_day,
    statements,
)


@pytest.fixture(autouse=True)
def _organised(store: Engine) -> None:
    organise(store)


def posts(frame: pd.DataFrame) -> dict[tuple[object, int], int]:
    """The number of posts by period and account."""
    return {(row.period, row.account_id): row.posts for row in frame.itertuples()}


def test_windows_by_hand(store: Engine) -> None:
    august = SEPTEMBER.before()
    assert to_date(august.first) == date(2026, 8, 2)
    put_day(store, august.first - 1, ROADS_X, posts=1000)
    put_day(store, august.first, ROADS_X, posts=1, likes=7, likes_per_follower=0.25)
    put_day(store, august.last, ROADS_X, posts=2, likes=5, likes_per_follower=0.5)
    put_day(store, SEPTEMBER.first, ROADS_X, posts=4)
    put_day(store, SEPTEMBER.last, ROADS_X, posts=8)
    put_day(store, SEPTEMBER.last, PARKS_YOUTUBE, posts=16)
    put_day(store, SEPTEMBER.last + 1, ROADS_X, posts=1000)
    found = sums(store, ME, only(SEPTEMBER), "window")
    assert posts(found) == {("previous", 1): 3, ("current", 1): 12, ("current", 4): 16}
    before = found[found["period"] == "previous"].iloc[0]
    assert (before["likes"], before["likes_per_follower"]) == (12, 0.75)
    assert (before["department_id"], before["platform"]) == (1, "x")


def test_weeks_start_on_monday_and_months_on_their_first_day(store: Engine) -> None:
    sunday, monday = to_day(date(2026, 9, 6)), to_day(date(2026, 9, 7))
    put_day(store, sunday, ROADS_X, posts=1)
    put_day(store, monday, ROADS_X, posts=2)
    put_day(store, monday + 6, ROADS_X, posts=4)
    put_day(store, to_day(date(2026, 8, 31)), ROADS_X, posts=8)
    period = Period(to_day(date(2026, 8, 31)), SEPTEMBER.last)
    weeks = sums(store, ME, only(period), "week")
    assert posts(weeks) == {(monday - 7, 1): 9, (monday, 1): 6}
    months = sums(store, ME, only(period), "month")
    assert posts(months) == {(to_day(date(2026, 8, 1)), 1): 8, (SEPTEMBER.first, 1): 7}


def test_filters_and_rights_narrow_the_accounts(store: Engine) -> None:
    for account in (ROADS_X, ROADS_FACEBOOK, PARKS_X, PARKS_YOUTUBE):
        put_day(store, SEPTEMBER.first, account, posts=account)

    def found(*asked: object, access: object = ME) -> set[int]:
        return set(sums(store, access, only(SEPTEMBER, *asked), "window")["account_id"])  # type: ignore[arg-type]

    assert found() == {1, 2, 3, 4}
    assert found((2,)) == {3, 4}
    assert found(None, "x") == {1, 3}
    assert found((1, 2), "youtube", "facebook") == {2, 4}
    assert found(()) == set()
    assert found(access=ROADS_ONLY) == {1, 2}
    assert found((2,), access=ROADS_ONLY) == set()
    with pytest.raises(AccessDeniedError):
        found(access=NOBODY)


@pytest.mark.parametrize("by", ["window", "week", "month"])
def test_one_statement_and_the_same_types_with_or_without_rows(store: Engine, by: By) -> None:
    with statements(store) as sent:
        none = sums(store, ME, only(SEPTEMBER), by)
    assert len(sent) == 1
    put_day(store, SEPTEMBER.first, ROADS_X, posts=2**40)
    some = sums(store, ME, only(SEPTEMBER), by)
    assert some["posts"].tolist() == [2**40]
    for frame in (none, some):
        kinds = {"period": "str" if by == "window" else "int64", "account_id": "int64", "department_id": "int64"}
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == kinds | {"platform": "str"} | SUMS


def test_only_the_columns_that_are_asked_for(store: Engine) -> None:
    put_day(store, SEPTEMBER.first, ROADS_X, posts=1, likes=2, likes_n=1)
    found = sums(store, ME, only(SEPTEMBER), "week", ("likes", "posts"))
    assert list(found) == ["period", "account_id", "department_id", "platform", "posts", "likes"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(0, 130), length=st.integers(1, 130), by=st.sampled_from(["window", "week", "month"]))
def test_the_same_as_adding_up_day_by_day(spread: list[tuple[int, int, int]], store: Engine, **asked: object) -> None:
    first, length, by = asked["first"], asked["length"], asked["by"]
    start = to_day(date(2026, 1, 15)) + first  # type: ignore[operator]
    period = Period(start, start + length - 1)  # type: ignore[operator]
    expected: dict[tuple[object, int], int] = {}
    for day, account, n in spread:
        label = _label(day, period, by)
        if label is not None:
            expected[label, account] = expected.get((label, account), 0) + n
    assert posts(sums(store, ME, only(period), by, ("posts",))) == expected  # type: ignore[arg-type]


@pytest.fixture
def spread(store: Engine) -> list[tuple[int, int, int]]:
    """Posts on every third day of a year, as (day, account, number of posts)."""
    start = to_day(date(2025, 10, 1))
    rows = [(day, day % 4 + 1, day % 7 + 1) for day in range(start, start + 365, 3)]
    for day, account, n in rows:
        put_day(store, day, account, posts=n)
    return rows


def _label(day: int, period: Period, by: object) -> object:
    if by == "window":
        before = period.before()
        return (
            "current"
            if period.first <= day <= period.last
            else "previous"
            if before.first <= day < period.first
            else None
        )
    if not period.first <= day <= period.last:
        return None
    return week_start(day) if by == "week" else to_day(to_date(day).replace(day=1))
