"""What the store holds, per account and as a whole."""

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.queries.coverage import coverage, has_demo, span
from data.queries.rhythm import rhythm
from data.registers import add_department
from data.undo import undo
from metrics.periods import Period
from tests.data.queries.stored_figures import (
    NOBODY,
    ROADS_ONLY,
    SEPTEMBER,
    only,
    organise,
    put_day,
    put_followers,
    put_visitors,
    statements,
)
from tests.loaders.sample_batches import DAY, MONDAY, batch, day_value, load, post, registers

JUNE_29 = 20_633
WEEK = Period(JUNE_29, JUNE_29 + 6)


@pytest.fixture
def two_exports(store: Engine) -> Engine:
    """Parking posted on 29 June, 29 June and 3 July; an export of 4 July shows the first two, one of 10 July all."""
    registers(store)
    first = [post("1", likes=3), post("2", likes=None, type="reply")]
    load(store, batch(first, exported_ts=MONDAY + 5 * DAY))
    all_three = [*first, post("3", likes=None, shares=1, published_ts=MONDAY + 4 * DAY)]
    load(store, batch(all_three, exported_ts=MONDAY + 11 * DAY), file_hash="second")
    return store


def test_one_row_per_account_with_its_ends_and_counts(two_exports: Engine) -> None:
    found = coverage(two_exports, ME, only(WEEK)).set_index("account_id")
    parking, green = found.loc[1], found.loc[2]
    assert (parking["handle"], parking["platform"], parking["status"]) == ("City_parking", "x", "active")
    assert (parking["first_day"], parking["newest_day"]) == (JUNE_29, JUNE_29 + 4)
    assert (parking["posts"], parking["likes_n"], parking["shares_n"]) == (2, 1, 1)
    assert parking["covered_until"] == JUNE_29 + 11
    assert parking["days_since_newest"] == 7
    assert green[["first_day", "newest_day", "posts", "covered_until", "days_since_newest", "likes_n"]].isna().all()


def silence(store: Engine) -> list[float]:
    """The days without posts of parking and green."""
    return coverage(store, ME, only(WEEK))["days_since_newest"].tolist()


def test_a_later_import_of_the_account_extends_what_is_known(two_exports: Engine) -> None:
    load(two_exports, batch([post("1", likes=4)], exported_ts=MONDAY + 40 * DAY))
    assert silence(two_exports)[0] == 36
    days = [day_value("2026-09-27", 100.0)]
    load(two_exports, batch(account_days=days))
    assert silence(two_exports)[0] == 86, "27 September is day 90, its newest post of day 4"
    later = post("9", account="green", published_ts=MONDAY + 95 * DAY)
    load(two_exports, batch([later]))
    assert silence(two_exports) == [86, 0], "an import of another account says nothing about parking"


def test_undoing_an_import_takes_its_days_along(two_exports: Engine) -> None:
    third = load(two_exports, batch([post("1", likes=4)], exported_ts=MONDAY + 40 * DAY))
    assert third.import_id is not None
    undo(two_exports, ME, third.import_id)
    assert silence(two_exports)[0] == 7


def test_an_old_file_of_unknown_age_does_not_make_an_account_silent(store: Engine) -> None:
    registers(store)
    rows = [post("1"), post("2", account="green", published_ts=MONDAY + 5 * DAY)]
    load(store, batch(rows))
    assert silence(store) == [5, 0], "until the newest day in the file, whichever account it is of"


def test_posts_outside_the_period_do_not_count(two_exports: Engine) -> None:
    found = coverage(two_exports, ME, only(Period(JUNE_29 + 4, JUNE_29 + 9))).set_index("account_id")
    assert found.loc[1, "posts"] == 1
    assert found.loc[1, "first_day"] == JUNE_29


def test_coverage_follows_filters_and_rights(two_exports: Engine) -> None:
    assert coverage(two_exports, ME, only(WEEK, (2,)))["account_id"].tolist() == [2]
    assert coverage(two_exports, ROADS_ONLY, only(WEEK))["account_id"].tolist() == [1]
    assert coverage(two_exports, ME, only(WEEK, None, "tiktok")).empty
    with pytest.raises(AccessDeniedError):
        coverage(two_exports, NOBODY, only(WEEK))


def test_rhythm_is_the_days_between_days_with_posts(store: Engine) -> None:
    registers(store)
    days = (0, 0, 7, 14, 44)
    load(store, batch([post(str(n), published_ts=MONDAY + day * DAY) for n, day in enumerate(days, start=1)]))
    with statements(store) as sent:
        found = rhythm(store, ME, only(WEEK))
    assert len(sent) == 1
    assert found.to_dict("index") == {1: {"median_gap": 7.0, "longest_gap": 30.0}}
    merged = coverage(store, ME, only(WEEK)).set_index("account_id")
    assert merged.loc[1, "longest_gap"] == 30
    assert np.isnan(merged.loc[2, "longest_gap"])


def test_rhythm_of_an_empty_store(store: Engine) -> None:
    pd.testing.assert_index_equal(rhythm(store, ME, only(WEEK)).columns, pd.Index(["median_gap", "longest_gap"]))


def test_span_reaches_over_posts_followers_and_visitors(store: Engine) -> None:
    assert span(store, ME) is None
    organise(store)
    put_day(store, SEPTEMBER.first, 1, posts=1)
    assert span(store, ME) == (SEPTEMBER.first, SEPTEMBER.first)
    put_followers(store, SEPTEMBER.first - 9, 3, 10)
    put_visitors(store, SEPTEMBER.last, 2, 10)
    assert span(store, ME) == (SEPTEMBER.first - 9, SEPTEMBER.last)
    assert span(store, ROADS_ONLY) == (SEPTEMBER.first, SEPTEMBER.first)


def test_has_demo(store: Engine) -> None:
    organise(store)
    assert not has_demo(store, ME)
    add_department(store, ME, "Made up", is_demo=True)
    assert has_demo(store, ME)
