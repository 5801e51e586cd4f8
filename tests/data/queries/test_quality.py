"""What the store knows about the quality of the data, on both engines."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, select, update

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.queries import quality
from data.queries.overlaps import overlaps
from data.schema import import_batch
from data.store import writing
from data.undo import undo
from loaders.records import Batch, Check, Rejection
from metrics.periods import Period
from metrics.words import Message
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, only
from tests.loaders.sample_batches import DAY, MONDAY, batch, day_value, load, post, registers

JUNE_29 = 20_633
WEEK = Period(JUNE_29, JUNE_29 + 6)
QUERIES = (
    quality.files,
    quality.definitions,
    quality.account_days,
    quality.site_days,
    quality.websites,
    overlaps,
)


def test_files_hold_what_their_reports_say(store: Engine) -> None:
    registers(store)
    first = batch([post("1"), post("2", account="green")], file="first.csv")
    first.checks = [Check("named_range", 2, 1), Check("time_in_id", 0, 0)]
    first.rejected = [Rejection(9, None, Message("boost", "An advertisement."))]
    first.rows_read = 3
    load(store, first)
    load(store, batch(account_days=[day_value("2026-07-01", 100.0)], file="days.csv"))
    found = quality.files(store, ME, only(WEEK))
    rows = found[["account_id", "file_name", "rows_read", "rows_rejected", "checks"]].values.tolist()
    assert sorted(rows, key=lambda row: (row[0], row[1])) == [
        [1, "days.csv", 1, 0, {}],
        [1, "first.csv", 3, 1, {"named_range": (2, 1)}],
        [2, "first.csv", 3, 1, {"named_range": (2, 1)}],
    ]


def test_reports_without_checks_are_read_too(store: Engine) -> None:
    registers(store)
    load(store, batch([post("1")]))
    with writing(store) as connection:
        report = json.loads(connection.scalars(select(import_batch.c.report)).one())
        del report["checks"]
        connection.execute(update(import_batch).values(report=json.dumps(report)))
    assert quality.files(store, ME, only(WEEK))["checks"].tolist() == [{}]


def test_an_undone_import_is_no_file_of_an_account(store: Engine) -> None:
    registers(store)
    loaded = load(store, batch([post("1")]))
    assert loaded.import_id is not None
    undo(store, ME, loaded.import_id)
    assert quality.files(store, ME, only(WEEK)).empty


def test_definitions_of_the_posts_in_the_period(store: Engine) -> None:
    registers(store)
    counted = {"impressions": 10, "views_definition": "views"}
    rows = [
        post("1", **counted),
        post("2", **counted),
        post("3", impressions=9, views_definition="impressions"),
        post("4", **counted, account="green"),
        post("5", views_definition="impressions", account="green"),  # no impressions to define
        post("6", impressions=9, views_definition="", account="green"),  # the file does not say
        post("7", impressions=9, views_definition="impressions", account="green", published_ts=MONDAY + 9 * DAY),
    ]
    load(store, batch(rows))
    assert quality.definitions(store, ME, only(WEEK)).values.tolist() == [
        [1, "impressions", 1],
        [1, "views", 2],
        [2, "views", 1],
    ]


def test_days_of_accounts_and_sites_in_the_period(store: Engine) -> None:
    registers(store)
    days = ("2026-06-28", "2026-06-29", "2026-07-02", "2026-07-01")
    values = [day_value(day, 100.0) for day in days] + [day_value("2026-07-03", 5.0, "reach", account="green")]
    visits = [{"line": 2, "site": "www.example.org", "date": "2026-07-05", "metric": "visits", "value": 7.0}]
    load(store, batch(account_days=values, site_days=visits))
    assert quality.account_days(store, ME, only(WEEK)).values.tolist() == [
        [1, "followers", [JUNE_29, JUNE_29 + 2, JUNE_29 + 3]],
        [2, "reach", [JUNE_29 + 4]],
    ]
    assert quality.site_days(store, ME, only(WEEK)).values.tolist() == [[1, "visits", [JUNE_29 + 6]]]
    assert quality.websites(store, ME, only(WEEK)).values.tolist() == [[1, 1, "www.example.org"]]


def of_format(name: str, posts: list[dict[str, Any]], days: int) -> Batch:
    made = batch(posts, exported_ts=MONDAY + days * DAY)
    made.format = name
    return made


def test_posts_in_two_kinds_of_files(store: Engine) -> None:
    registers(store)
    old = [post("1", likes=5, shares=1), post("2", likes=5), post("3", likes=5), post("4", likes=5)]
    new = [post("1", likes=6, shares=1), post("2", likes=4), post("3", likes=None, shares=1)]
    load(store, of_format("paper", old, 10))
    assert overlaps(store, ME, only(WEEK)).empty
    load(store, of_format("digital", new, 20))
    assert overlaps(store, ME, only(WEEK)).values.tolist() == [[1, "digital", "paper", 3, 1]]
    assert overlaps(store, ME, only(Period(JUNE_29 + 1, JUNE_29 + 6))).empty


def test_an_older_file_that_is_loaded_later_may_have_lower_counts(store: Engine) -> None:
    registers(store)
    load(store, of_format("digital", [post("1", likes=9), post("2", likes=3)], 20))
    load(store, of_format("paper", [post("1", likes=5), post("2", likes=4)], 10))
    assert overlaps(store, ME, only(WEEK)).values.tolist() == [[1, "digital", "paper", 2, 1]]


def test_the_same_kind_of_file_again_is_no_overlap(store: Engine) -> None:
    registers(store)
    load(store, of_format("paper", [post("1", likes=5)], 10))
    load(store, of_format("paper", [post("1", likes=4)], 20))
    assert overlaps(store, ME, only(WEEK)).empty


def test_filters_and_rights(store: Engine) -> None:
    registers(store)
    rows = [post("1", impressions=1, views_definition="views")]
    rows += [post("2", account="green", impressions=1, views_definition="views")]
    load(store, batch(rows, account_days=[day_value("2026-07-01", 1.0), day_value("2026-07-01", 1.0, account="green")]))
    for query in (quality.files, quality.definitions):
        assert set(query(store, ME, only(WEEK, (2,)))["account_id"]) == {2}
        assert set(query(store, ROADS_ONLY, only(WEEK))["account_id"]) == {1}
        assert query(store, ME, only(WEEK, None, "tiktok")).empty
    assert quality.account_days(store, ROADS_ONLY, only(WEEK))["owner_id"].tolist() == [1]
    assert quality.websites(store, ME, only(WEEK, (2,))).empty


@pytest.mark.parametrize("query", QUERIES)
def test_an_empty_store_gives_empty_frames_and_strangers_nothing(
    query: Callable[..., pd.DataFrame], store: Engine
) -> None:
    assert query(store, ME, only(WEEK)).empty
    with pytest.raises(AccessDeniedError):
        query(store, NOBODY, only(WEEK))
