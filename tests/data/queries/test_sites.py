"""Visitors and the like, per period and site."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.queries.figures import sites
from metrics.periods import to_day
from tests.data.queries.stored_figures import ROADS_ONLY, SEPTEMBER, only, organise, put_visitors, statements

FIRST, LAST = SEPTEMBER.first, SEPTEMBER.last


@pytest.fixture(autouse=True)
def _organised(store: Engine) -> None:
    organise(store)
    put_visitors(store, FIRST - 1, 1, 10)
    put_visitors(store, FIRST, 1, 20)
    put_visitors(store, LAST, 1, 30)
    put_visitors(store, LAST, 1, 5, metric="downloads")
    put_visitors(store, LAST, 2, 40)
    put_visitors(store, LAST + 1, 1, 1000)


def test_sums_and_days_with_data(store: Engine) -> None:
    with statements(store) as sent:
        found = sites(store, ME, only(SEPTEMBER, None, "x"), "window")
    assert len(sent) == 2
    assert list(found) == ["period", "site_id", "department_id", "metric", "value", "days", "latest"]
    assert set(found.itertuples(index=False, name=None)) == {
        ("previous", 1, 1, "visitors", 10.0, 1, 10.0),
        ("current", 1, 1, "visitors", 50.0, 2, 30.0),
        ("current", 1, 1, "downloads", 5.0, 1, 5.0),
        ("current", 2, 2, "visitors", 40.0, 1, 40.0),
    }


def test_weeks_and_months(store: Engine) -> None:
    weeks = sites(store, ME, only(SEPTEMBER, (1,)), "week")
    assert set(weeks["period"]) == {to_day(date(2026, 8, 31)), to_day(date(2026, 9, 28))}
    months = sites(store, ME, only(SEPTEMBER, (1,)), "month")
    assert set(zip(months["period"], months["metric"], months["value"], strict=True)) == {
        (FIRST, "visitors", 50.0),
        (FIRST, "downloads", 5.0),
    }


def test_only_the_metrics_that_are_named(store: Engine) -> None:
    for by in ("window", "week"):
        every = sites(store, ME, only(SEPTEMBER), by)
        for names in (("downloads",), ("downloads", "visitors"), ()):
            found = sites(store, ME, only(SEPTEMBER), by, names)
            wanted = every[every["metric"].isin(names)]
            assert set(found.itertuples(index=False)) == set(wanted.itertuples(index=False))
            assert found.dtypes.to_dict() == every.dtypes.to_dict()


def test_rights_and_nothing_at_all(store: Engine) -> None:
    assert set(sites(store, ROADS_ONLY, only(SEPTEMBER), "window")["site_id"]) == {1}
    assert sites(store, ROADS_ONLY, only(SEPTEMBER, (2,)), "window").empty
