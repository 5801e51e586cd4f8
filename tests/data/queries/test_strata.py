"""Sums per stratum, by hand: the strata of a period add up to what the period has."""

from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.post_groups import IS_PAID
from data.queries.figures import answers, sums
from data.queries.strata import answer_strata, strata
from data.queries.sums import SUMS
from data.schema import rollup_group
from data.store import writing
from metrics.comparison.strata import DIMENSIONS, Dimension
from metrics.slices import ANSWERS
from tests.data.answering.two_months import two_months
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
    put_topic,
    statements,
)
from tests.data.queries.test_answers import PERIODS

TUESDAY = SEPTEMBER.first  # 1 September 2026


@pytest.fixture
def organised(store: Engine) -> Engine:
    organise(store)
    return store


def put_group(engine: Engine, dimension: str, day: int, account: int, value: int, **sums: float) -> None:
    """A row of `rollup_group`."""
    key = {"dimension": dimension, "day": day, "account_id": account, "value": value}
    with writing(engine) as connection:
        connection.execute(insert(rollup_group).values(key | dict.fromkeys(SUMS, 0) | sums))


def posts(frame: pd.DataFrame) -> dict[tuple[Any, int], int]:
    """Posts by stratum and account."""
    return {(row.stratum, row.account_id): row.posts for row in frame.itertuples() if row.posts}


def test_platforms_and_weekdays(organised: Engine) -> None:
    put_day(organised, TUESDAY - 1, ROADS_X, posts=1000)
    put_day(organised, TUESDAY, ROADS_X, posts=1, likes=5)
    put_day(organised, TUESDAY + 7, ROADS_X, posts=2, likes=7)
    put_day(organised, TUESDAY + 5, ROADS_FACEBOOK, posts=4)
    put_day(organised, SEPTEMBER.last, PARKS_X, posts=8)
    put_day(organised, SEPTEMBER.last + 1, PARKS_X, posts=1000)
    found = strata(organised, ME, only(SEPTEMBER), "weekday")
    assert posts(found) == {(1, ROADS_X): 3, (6, ROADS_FACEBOOK): 4, (2, PARKS_X): 8}, "1 September is a Tuesday"
    assert found.loc[found["stratum"] == 1, "likes"].tolist() == [12]
    assert set(found["period"]) == {"current"}
    found = strata(organised, ME, only(SEPTEMBER), "platform")
    assert posts(found) == {("x", ROADS_X): 3, ("facebook", ROADS_FACEBOOK): 4, ("x", PARKS_X): 8}
    assert found.set_index("account_id").loc[PARKS_X, "department_id"] == 2


def test_topics_come_from_the_rollup_by_topic(organised: Engine) -> None:
    put_group(organised, "topic", TUESDAY, ROADS_X, 7, posts=1)
    put_group(organised, "topic", SEPTEMBER.last, ROADS_X, 7, posts=2)
    put_group(organised, "topic", SEPTEMBER.last, ROADS_X, 0, posts=4)
    put_group(organised, "topic", SEPTEMBER.last, PARKS_X, 7, posts=8)
    put_group(organised, "topic", SEPTEMBER.last + 1, PARKS_X, 7, posts=1000)
    put_group(organised, "tag", TUESDAY, ROADS_X, 7, posts=1000)
    found = strata(organised, ME, only(SEPTEMBER), "topic", ("posts",))
    assert posts(found) == {(7, ROADS_X): 3, (0, ROADS_X): 4, (7, PARKS_X): 8}
    assert list(found) == ["period", "account_id", "department_id", "platform", "posts", "stratum"]


def test_what_is_not_paid_for_is_organic(organised: Engine) -> None:
    put_day(organised, TUESDAY, ROADS_X, posts=5, likes=50)
    put_day(organised, TUESDAY, PARKS_X, posts=7)
    put_group(organised, "tag", TUESDAY, ROADS_X, 2, posts=4, likes=40)
    assert strata(organised, ME, only(SEPTEMBER), "paid").empty, "posts of a tag are not paid for by that"
    put_group(organised, "paid", TUESDAY, ROADS_X, IS_PAID, posts=2, likes=30)
    put_group(organised, "topic", TUESDAY, ROADS_X, 1, posts=1000)
    found = strata(organised, ME, only(SEPTEMBER), "paid")
    assert posts(found) == {("paid", ROADS_X): 2, ("organic", ROADS_X): 3, ("organic", PARKS_X): 7}
    likes = found[found["account_id"] == ROADS_X].set_index("stratum")["likes"]
    assert (likes["paid"], likes["organic"]) == (30, 20)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_filters_and_rights_narrow_the_accounts(organised: Engine, dimension: Dimension) -> None:
    for account in (ROADS_X, ROADS_FACEBOOK, PARKS_X, PARKS_YOUTUBE):
        put_day(organised, TUESDAY, account, posts=9)
        put_group(organised, "topic", TUESDAY, account, 3, posts=9)
        put_group(organised, "paid", TUESDAY, account, IS_PAID, posts=4)

    def found(*asked: Any, access: Access = ME) -> set[int]:
        return set(strata(organised, access, only(SEPTEMBER, *asked), dimension)["account_id"])

    assert found() == {1, 2, 3, 4}
    assert found(None, "x") == {1, 3}
    assert found((2,)) == {3, 4}
    assert found(access=ROADS_ONLY) == {1, 2}
    for query in (strata, answer_strata):
        with pytest.raises(AccessDeniedError):
            query(organised, NOBODY, only(SEPTEMBER), dimension)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_one_statement_and_the_same_types_with_or_without_rows(organised: Engine, dimension: Dimension) -> None:
    with statements(organised) as sent:
        none = strata(organised, ME, only(SEPTEMBER), dimension)
    assert len(sent) == 1 and none.empty
    put_day(organised, TUESDAY, ROADS_X, posts=1)
    put_group(organised, "topic", TUESDAY, ROADS_X, 3, posts=1)
    put_group(organised, "paid", TUESDAY, ROADS_X, IS_PAID, posts=1)
    some = strata(organised, ME, only(SEPTEMBER), dimension)
    kind = "int64" if dimension in ("weekday", "topic") else "str"
    owner = {"period": "str", "account_id": "int64", "department_id": "int64", "platform": "str"}
    for frame in (none, some):
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == owner | SUMS | {"stratum": kind}
    assert len(some) in (1, 2)


@pytest.mark.parametrize("dimension", ["platform", "weekday"])
def test_strata_of_answers_add_up_to_all_answers(store: Engine, dimension: Dimension) -> None:
    two_months(store)
    for period in PERIODS:
        with statements(store) as sent:
            found = answer_strata(store, ME, only(period), dimension)
        assert len(sent) == 1
        whole = answers(store, ME, only(period), "window")
        whole = whole[whole["period"] == "current"].set_index("account_id")
        for account, rows in found.groupby("account_id"):
            assert rows[list(ANSWERS)].sum().to_dict() == whole.loc[account, list(ANSWERS)].to_dict()
    assert found["stratum"].nunique() == 1, "the last of the periods is one day"


def test_answers_by_topic_have_what_is_kept_by_topic(organised: Engine) -> None:
    put_topic(organised, TUESDAY, ROADS_X, 7, asked=5, due=4, in_time=1, waiting=2, answered=3)
    put_topic(organised, SEPTEMBER.last, ROADS_X, 7, due=8, in_time=2)
    put_topic(organised, SEPTEMBER.last, PARKS_X, 0, due=16, in_time=3)
    put_topic(organised, SEPTEMBER.last + 1, PARKS_X, 0, due=1000)
    with statements(organised) as sent:
        found = answer_strata(organised, ME, only(SEPTEMBER), "topic")
    assert len(sent) == 1
    rows = {(row.stratum, row.account_id): (row.in_time, row.due) for row in found.itertuples()}
    assert rows == {(7, ROADS_X): (3, 12), (0, PARKS_X): (3, 16)}
    assert "due_waiting" not in found
    assert answer_strata(organised, ME, only(SEPTEMBER), "paid").empty


def test_weekdays_and_platforms_add_up_to_the_period(organised: Engine) -> None:
    for step, account in enumerate((ROADS_X, ROADS_FACEBOOK, PARKS_X, PARKS_YOUTUBE)):
        for day in range(SEPTEMBER.first - 3, SEPTEMBER.last + 3, 2):
            put_day(organised, day, account, posts=day % 5 + step, likes=day % 7)
    whole = sums(organised, ME, only(SEPTEMBER), "window")
    whole = whole[whole["period"] == "current"].set_index("account_id")[list(SUMS)]
    dimensions: tuple[Dimension, ...] = ("platform", "weekday")
    for dimension in dimensions:
        found = strata(organised, ME, only(SEPTEMBER), dimension)
        pd.testing.assert_frame_equal(found.groupby("account_id")[list(SUMS)].sum(), whole.sort_index())
