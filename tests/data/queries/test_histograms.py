"""Histograms per window, week and month."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.queries.figures import histograms
from data.queries.windows import By
from metrics.periods import Period, to_day
from tests.data.queries.stored_figures import (
    NOBODY,
    PARKS_X,
    ROADS_ONLY,
    ROADS_X,
    SEPTEMBER,
    only,
    organise,
    put_bucket,
    statements,
)


@pytest.fixture(autouse=True)
def _organised(store: Engine) -> None:
    organise(store)
    put_bucket(store, SEPTEMBER.before().first - 1, ROADS_X, 9, 1000)
    put_bucket(store, SEPTEMBER.before().first, ROADS_X, 0, 1)
    put_bucket(store, SEPTEMBER.first, ROADS_X, 0, 2)
    put_bucket(store, SEPTEMBER.first, ROADS_X, 588, 3)
    put_bucket(store, SEPTEMBER.last, ROADS_X, 588, 4)
    put_bucket(store, SEPTEMBER.last, PARKS_X, 588, 5)
    put_bucket(store, SEPTEMBER.last, PARKS_X, 7, 6, "shares")
    put_bucket(store, SEPTEMBER.last + 1, ROADS_X, 9, 1000)


def found(
    store: Engine, by: By, period: Period = SEPTEMBER, measures: tuple[str, ...] = ("likes",)
) -> set[tuple[object, ...]]:
    frame = histograms(store, ME, only(period), measures, by)
    columns = ["period", "account_id", "department_id", "platform", "measure", "bucket", "n"]
    assert list(frame) == columns
    return set(frame.itertuples(index=False, name=None))


def test_windows_by_hand(store: Engine) -> None:
    assert found(store, "window") == {
        ("previous", 1, 1, "x", "likes", 0, 1),
        ("current", 1, 1, "x", "likes", 0, 2),
        ("current", 1, 1, "x", "likes", 588, 7),
        ("current", 3, 2, "x", "likes", 588, 5),
    }


def test_weeks_and_months_carry_their_first_day(store: Engine) -> None:
    first_week, last_week = to_day(date(2026, 8, 31)), to_day(date(2026, 9, 28))
    assert found(store, "week") == {
        (first_week, 1, 1, "x", "likes", 0, 2),
        (first_week, 1, 1, "x", "likes", 588, 3),
        (last_week, 1, 1, "x", "likes", 588, 4),
        (last_week, 3, 2, "x", "likes", 588, 5),
    }
    july_on = Period(to_day(date(2026, 7, 20)), SEPTEMBER.last)
    months = {(row[0], row[5], row[6]) for row in found(store, "month", july_on) if row[1] == ROADS_X}
    august = to_day(date(2026, 8, 1))
    assert months == {(august, 9, 1000), (august, 0, 1), (SEPTEMBER.first, 0, 2), (SEPTEMBER.first, 588, 7)}


def test_several_measures(store: Engine) -> None:
    both = found(store, "window", measures=("likes", "shares"))
    assert both - found(store, "window") == {("current", 3, 2, "x", "shares", 7, 6)}


def test_filters_and_rights_narrow_the_accounts(store: Engine) -> None:
    assert set(histograms(store, ME, only(SEPTEMBER, (2,)), ["likes"], "window")["account_id"]) == {3}
    assert set(histograms(store, ROADS_ONLY, only(SEPTEMBER), ["likes"], "window")["account_id"]) == {1}
    assert histograms(store, ME, only(SEPTEMBER, None, "tiktok"), ["likes"], "window").empty
    with pytest.raises(AccessDeniedError):
        histograms(store, NOBODY, only(SEPTEMBER), ["likes"], "window")


@pytest.mark.parametrize("by", ["window", "week"])
def test_the_same_types_with_or_without_rows(store: Engine, by: By) -> None:
    frames = [histograms(store, ME, only(SEPTEMBER), measures, by) for measures in ((), ("nothing",), ("likes",))]
    kinds = [{name: str(kind) for name, kind in frame.dtypes.items()} for frame in frames]
    assert kinds[0] == kinds[1] == kinds[2]
    assert kinds[0]["platform"] == kinds[0]["measure"] == "str"
    assert kinds[0]["bucket"] == kinds[0]["n"] == kinds[0]["department_id"] == "int64"


def test_one_statement_per_measure_and_one_for_the_accounts(store: Engine) -> None:
    with statements(store) as sent:
        histograms(store, ME, only(SEPTEMBER), ("likes", "shares"), "window")
    assert len(sent) == 3
