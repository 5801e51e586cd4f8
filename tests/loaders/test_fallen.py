"""Counts that fell against the last export: told before the import, and kept in its report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR
from data.schema import account
from data.store import writing
from loaders.fallen import NORMAL_NUMBER, tell_fallen
from loaders.importer import undo
from loaders.records import Batch, Check
from tests.loaders.sample_batches import ACCOUNTS, DAY, MONDAY, batch, load, post, registers

LATER = MONDAY + 20 * DAY


@pytest.fixture
def city(store: Engine) -> Engine:
    """A store with registers, on each engine."""
    registers(store)
    return store


def told(store: Engine, read: Batch, file_hash: str = "a new file") -> Batch:
    return tell_fallen(store, LOCAL_ADMINISTRATOR, read, ACCOUNTS, file_hash)


def exported(day: int, *posts: dict[str, Any]) -> Batch:
    return batch(list(posts), exported_ts=MONDAY + day * DAY)


def test_an_empty_store_has_nothing_to_compare_with(city: Engine) -> None:
    assert told(city, exported(1, post("1", likes=5))).checks == []


def test_posts_that_lost_much_are_told_with_their_rows(city: Engine) -> None:
    load(city, exported(1, post("1", likes=100, impressions=900), post("2", likes=100), post("3", shares=40)))
    later = exported(9, post("1", likes=80, impressions=400), post("2", likes=101), post("3", shares=7), post("4"))
    found = told(city, later)
    assert found.checks == [Check("counts_fell", checked=3, failed=2)]
    (warning,) = found.warnings
    assert warning.message.code == "counts_fell"
    assert warning.rows == (2, 4)
    assert warning.message.english().startswith(
        "2 posts have fewer impressions, likes, shares than in the export of 2026-06-30."
    )
    assert later.warnings == [], "the batch itself stays as the file gave it"


@pytest.mark.parametrize(
    ("before", "now", "far"),
    [
        (3, 1, False),
        (3, 0, True),
        (100, 90, False),
        (100, 89, True),
        (20, 18, False),
        (20, 17, True),
        (0, 0, False),
        (5, 9, False),
        (1000, None, False),
        (None, 3, False),
    ],
)
def test_a_tenth_or_two_is_normal(sqlite_store: Engine, before: int | None, now: int | None, far: bool) -> None:
    registers(sqlite_store)
    load(sqlite_store, exported(1, post("1", comments=before)))
    found = told(sqlite_store, exported(2, post("1", comments=now)))
    assert found.checks == [Check("counts_fell", 1, int(far))]
    assert len(found.warnings) == int(far)


def test_small_falls_are_counted_beside_large_ones(city: Engine) -> None:
    load(city, exported(1, *(post(str(n), likes=50) for n in range(1, 6))))
    falls = (50 - NORMAL_NUMBER, 46, 45, 10, 50)
    found = told(city, exported(2, *(post(str(n), likes=likes) for n, likes in enumerate(falls, start=1))))
    assert found.checks == [Check("counts_fell", 5, 1)]
    large, small = found.warnings
    assert large.rows == (5,)
    assert (small.message.code, small.message.values["n"], small.rows) == ("counts_fell_little", 3, ())


def test_followers_gained_may_fall(city: Engine) -> None:
    load(city, exported(1, post("1", followers_gained=30)))
    assert told(city, exported(2, post("1", followers_gained=-4))).warnings == []


def test_an_older_export_is_no_fall(city: Engine) -> None:
    load(city, exported(9, post("1", likes=100), post("2", likes=100)))
    older = told(city, exported(1, post("1", likes=10), post("2", likes=10)))
    assert (older.checks, older.warnings) == ([], [])
    load(city, exported(1, post("2", likes=10), post("3", likes=60)))
    between = told(city, exported(5, post("2", likes=3), post("3", likes=3)))
    assert between.checks == [Check("counts_fell", 1, 1)], "post 2 is known better by the export of day 9"
    assert between.warnings[0].rows == (4,)


def test_the_same_file_again_is_no_fall(city: Engine) -> None:
    first = batch([post("1", likes=100)])
    load(city, first, "same")
    assert told(city, first, "same").checks == [Check("counts_fell", 1, 0)]
    load(city, exported(10_000, post("1", likes=300)))  # its date is in the future, so newer for sure
    assert told(city, first, "same").checks == []


def test_without_a_date_of_export_the_moment_of_the_import_counts(city: Engine) -> None:
    today = datetime.now(UTC).date()
    load(city, batch([post("1", likes=100)]))
    (warning,) = told(city, batch([post("1", likes=5)])).warnings
    assert warning.message.values["day"] in (today, today - pd.Timedelta(days=1))


def test_the_last_known_value_counts_and_an_undone_import_does_not(city: Engine) -> None:
    load(city, exported(1, post("1", likes=100)))
    load(city, exported(2, post("1", likes=None)))
    assert told(city, exported(3, post("1", likes=5))).checks == [Check("counts_fell", 1, 1)]
    more = load(city, exported(3, post("1", likes=400)))
    assert told(city, exported(4, post("1", likes=95))).warnings
    assert more.import_id is not None
    undo(city, LOCAL_ADMINISTRATOR, more.import_id)
    assert told(city, exported(4, post("1", likes=95))).warnings == []


def test_the_last_of_two_rows_about_a_post_counts_as_when_storing(city: Engine) -> None:
    load(city, exported(1, post("1", likes=100)))
    found = told(city, exported(2, post("1", likes=1, line=2), post("1", likes=100, line=3)))
    assert found.checks == [Check("counts_fell", 1, 0)]


def test_accounts_matter_only_where_they_number_their_own_posts(city: Engine) -> None:
    with writing(city) as connection:
        for number, name in ((3, "site a"), (4, "site b")):
            values = {"id": number, "department_id": 1, "platform": "other", "handle": name, "name": name}
            connection.execute(insert(account).values(values))
    blog = replace(exported(1, post("1", likes=100, account="blog")), platform="other")
    load(city, blog, accounts={"blog": 3})
    fallen = replace(exported(2, post("1", likes=1, account="blog")), platform="other")

    def checks(accounts: dict[str, int]) -> list[Check]:
        return tell_fallen(city, LOCAL_ADMINISTRATOR, fallen, accounts, "a new file").checks

    assert checks({"blog": 3}) == [Check("counts_fell", 1, 1)]
    assert checks({"blog": 4}) == []
    assert checks({}) == []
    load(city, exported(1, post("1", likes=100)))
    assert tell_fallen(city, LOCAL_ADMINISTRATOR, exported(2, post("1", likes=1)), {}, "new").checks == [
        Check("counts_fell", 1, 1)
    ]


def test_the_report_of_an_import_keeps_check_and_warning(city: Engine) -> None:
    load(city, exported(1, post("1", likes=100), post("2", likes=100)))
    loaded = load(city, exported(2, post("1", likes=10), post("2", likes=100), post("3", account="somebody else")))
    assert loaded.report["checks"] == [{"name": "counts_fell", "checked": 2, "failed": 1}]
    assert [(one["code"], one["rows"]) for one in loaded.report["warnings"]] == [("counts_fell", [2])]
    assert [one.message.code for one in loaded.told] == ["counts_fell"]
    again = load(city, exported(3, post("1", likes=10), post("2", likes=100)))
    assert again.told == ()


def test_at_most_a_hundred_rows_are_named(city: Engine) -> None:
    load(city, exported(1, *(post(str(n), likes=50) for n in range(250))))
    (warning,) = told(city, exported(2, *(post(str(n), likes=1) for n in range(250)))).warnings
    assert warning.message.values["n"] == 250
    assert warning.rows == tuple(range(1, 101))
    assert warning.message.values["day"] == date(2026, 6, 30)
