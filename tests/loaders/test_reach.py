"""From and until which day a file says anything."""

import time
from dataclasses import replace
from datetime import date

import pytest

from loaders.files import read_files
from loaders.reach import covered_until, named_range, range_end, range_start
from metrics.periods import to_day
from tests.loaders.files.sample_exports import SAMPLES
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, day_value, group, post

ZONE = "Europe/Amsterdam"
JUNE_29 = 20_633


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Feb-01-2025_Mar-15-2025_1396269028400001.csv", date(2025, 2, 1), date(2025, 3, 15)),
        ("feb-01-2025_dec-31-2025_1396269028400001 (1).csv", date(2025, 2, 1), date(2025, 12, 31)),
        ("tweet_activity_metrics_town_20211201_20220101_en.csv", date(2021, 12, 1), date(2021, 12, 31)),
        ("daily_tweet_activity_metrics_my_town_20220201_20220301_nl.csv", date(2022, 2, 1), date(2022, 2, 28)),
        ("account_analytics_content_2026-07-06_2026-08-02.csv", date(2026, 7, 6), date(2026, 8, 2)),
        ("year.zip!exports/Feb-01-2025_Mar-15-2025_1.csv", date(2025, 2, 1), date(2025, 3, 15)),
        ("Feb-01-2025_Mar-15-2025_1.xlsx!Sheet1", date(2025, 2, 1), date(2025, 3, 15)),
        ("C:\\exports\\account_analytics_content_2026-07-06_2026-08-02.csv", date(2026, 7, 6), date(2026, 8, 2)),
        (
            "Facebook Insights Data Export (Post Level) - Gemeente Waterstad - 2015-08-19 - 2016-02-15.csv",
            date(2015, 8, 19),
            date(2016, 2, 15),
        ),
        ("Facebook Insights Data Export - A - B - 2015-08-19 - 2016-02-15.xls", date(2015, 8, 19), date(2016, 2, 15)),
        ("Content 2024-08-01_2024-09-05 Waterstad.zip!Table data.csv", date(2024, 8, 1), date(2024, 9, 5)),
        ("Content 2024-08-01_2024-09-05 St. Waterstad/Table data.csv", None, None),
        ("Content 2024-08-01_2024-09-05 Waterstad/Table data.csv", date(2024, 8, 1), date(2024, 9, 5)),
        (
            "2023-05-24-14-48-56-EDT-Historical-Report-Waterstad-2022-05-24--2023-05-24.csv",
            date(2022, 5, 24),
            date(2023, 5, 24),
        ),
    ],
)
def test_names_with_a_range_give_its_days(name: str, first: date | None, last: date | None) -> None:
    assert range_start(name) == (first and to_day(first))
    assert range_end(name) == (last and to_day(last))


@pytest.mark.parametrize(
    "name",
    [
        "export.csv",
        "account_overview_analytics.csv",
        "Feb-01-2025_Feb-30-2025_1.csv",
        "Feb-01-2025_Foo-15-2025_1.csv",
        "Mar-15-2025_Feb-01-2025_1396269028400001.csv",
        "tweet_activity_metrics_town_20211201_20211201_en.csv",
        "Report 2024-08-01_2024-09-05.csv",
        "2024-08-01_2024-09-05 photos.zip",
        "gemeente-waterstad_content_1741680000000.xlsx",
    ],
)
def test_other_names_give_none(name: str) -> None:
    assert named_range(name) is None
    assert range_start(name) is range_end(name) is None


def test_reading_a_file_takes_the_range_from_its_name() -> None:
    path = next((SAMPLES / "meta_facebook").glob("Jan-14-2025*.csv"))
    (read,) = read_files([(path.name, path.read_bytes())])
    assert read.range_end == to_day(date(2025, 4, 14))


def test_the_day_of_the_export_goes_before_the_range_and_that_before_the_rows() -> None:
    rows = batch([post("1"), post("2", account="somebody else", published_ts=MONDAY + 3 * DAY)])
    assert covered_until(rows, ZONE) == JUNE_29 + 3
    named = replace(rows, range_end=JUNE_29 + 9)
    assert covered_until(named, ZONE) == JUNE_29 + 9
    assert covered_until(replace(named, exported_ts=MONDAY + 20 * DAY), ZONE) == JUNE_29 + 20


def test_every_kind_of_row_counts_on_its_own_calendar() -> None:
    late = MONDAY + DAY + 11 * 3600  # 23:00 in Amsterdam on Tuesday, already Wednesday in Auckland
    rows = batch([post("1", published_ts=None), post("2")], [comment("10", published_ts=late)])
    assert covered_until(rows, ZONE) == JUNE_29 + 1
    assert covered_until(rows, "Pacific/Auckland") == JUNE_29 + 2
    days = [day_value("2026-07-05", 1.0), day_value("2026-07-01", 1.0)]
    assert covered_until(batch([post("1")], account_days=days), ZONE) == JUNE_29 + 6


def test_an_audience_covers_what_its_file_says_and_else_today() -> None:
    today = int(time.time()) // DAY
    audience = batch(audience=[group("NL", 3.0), group("BE", 2.0)])
    assert covered_until(audience, ZONE) in (today, today + 1)  # midnight may pass meanwhile
    assert covered_until(replace(audience, range_end=JUNE_29), ZONE) == JUNE_29
    assert covered_until(replace(audience, exported_ts=MONDAY + DAY), ZONE) == JUNE_29 + 1
    dated = batch(audience=[group("NL", 3.0, date="2026-07-02"), group("BE", 2.0)])
    assert covered_until(dated, ZONE) == JUNE_29 + 3


def test_no_file_covers_days_after_today() -> None:
    today = int(time.time()) // DAY
    rows = batch([post("1", published_ts=(today - 9) * DAY)])
    for known in (replace(rows, range_end=today + 30), replace(rows, exported_ts=(today + 30) * DAY)):
        assert covered_until(known, ZONE) in (today, today + 1)  # midnight may pass meanwhile


def test_rows_after_the_range_count_as_well() -> None:
    assert covered_until(replace(batch([post("1")]), range_end=JUNE_29 - 3), ZONE) == JUNE_29
