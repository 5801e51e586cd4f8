"""Which imports the figures of a period rest on."""

from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.filters import Filters
from data.queries.origins import origins
from data.schema import account
from data.store import writing
from data.undo import undo
from loaders.records import Rejection
from metrics.periods import Period
from metrics.words import Message
from tests.data.queries.stored_figures import NOBODY, only, statements
from tests.loaders.sample_batches import DAY, MONDAY, batch, day_value, load, post, registers

JUNE_29 = 20_633
WEEK = Period(JUNE_29, JUNE_29 + 6)
REFUSED = [Rejection(9, None, Message("broken", "It is broken.")), Rejection(9, "likes", Message("odd", "It is odd."))]


@pytest.fixture
def city(store: Engine) -> Engine:
    """Two exports of X with posts of the week, one with older posts, and daily figures of Facebook and a site."""
    registers(store)
    values = {"id": 3, "department_id": 2, "platform": "facebook", "handle": "page", "name": "page"}
    with writing(store) as connection:
        connection.execute(insert(account).values(values))
    broken = replace(batch([post("1"), post("2")], exported_ts=MONDAY + 5 * DAY), rejected=REFUSED, rows_read=3)
    load(store, broken)
    load(store, batch([post("1", likes=2)], exported_ts=MONDAY + 9 * DAY))
    load(store, batch([post("3", published_ts=MONDAY - 90 * DAY)], exported_ts=MONDAY + 30 * DAY))
    days = batch(account_days=[day_value("2026-07-01", 5.0, account="page")], exported_ts=MONDAY + 3 * DAY)
    load(store, replace(days, platform="facebook"), accounts={"page": 3})
    visits = [{"line": 2, "site": "www.example.org", "date": "2026-07-02", "metric": "visitors", "value": 4.0}]
    load(store, replace(batch(site_days=visits, exported_ts=MONDAY + 4 * DAY), platform="website"))
    return store


def found(store: Engine, access: Access = ME, asked: Filters | None = None) -> dict[str, tuple[int, ...]]:
    frame = origins(store, access, asked or only(WEEK))
    assert list(frame) == ["platform", "tables", "observed_ts", "rows_read", "rows_rejected"]
    return {row[0]: tuple(int(value) for value in row[1:]) for row in frame.itertuples(index=False, name=None)}


def test_each_platform_has_its_newest_moment_and_the_rows_that_were_left_out(city: Engine) -> None:
    assert found(city) == {
        "facebook": (1, MONDAY + 3 * DAY, 1, 0),
        "website": (1, MONDAY + 4 * DAY, 1, 0),
        "x": (2, MONDAY + 9 * DAY, 4, 1),
    }


def test_only_what_was_asked_for_counts(city: Engine) -> None:
    assert list(found(city, asked=only(WEEK, None, "x"))) == ["website", "x"]
    assert list(found(city, asked=only(WEEK, (2,)))) == ["facebook"]
    assert list(found(city, Access("jo", "administrator", frozenset({2})))) == ["facebook"]
    assert found(city, asked=only(Period(JUNE_29 - 95, JUNE_29 - 85))) == {"x": (1, MONDAY + 30 * DAY, 1, 0)}
    with pytest.raises(AccessDeniedError):
        found(city, NOBODY)


def test_an_undone_import_is_no_origin(city: Engine) -> None:
    more = load(city, batch([post("2", likes=3)], exported_ts=MONDAY + 12 * DAY))
    assert found(city)["x"] == (3, MONDAY + 12 * DAY, 5, 1)
    assert more.import_id is not None
    undo(city, ME, more.import_id)
    assert found(city)["x"] == (2, MONDAY + 9 * DAY, 4, 1)


def test_an_empty_store_has_none(store: Engine) -> None:
    assert origins(store, ME, only(WEEK)).empty


def test_it_is_one_statement(city: Engine) -> None:
    with statements(city) as sent:
        assert isinstance(origins(city, ME, only(WEEK)), pd.DataFrame)
    assert len(sent) == 1
