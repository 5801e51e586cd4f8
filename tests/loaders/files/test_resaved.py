"""Exports that went through a spreadsheet, were pasted together, or are long: every row is still accounted for."""

import pytest

from loaders.files import read_files
from tests.loaders.files.sample_exports import codes, one, utc

FACEBOOK = "Post ID;Page ID;Page name;Title;Publish time;Permalink;Reach;Reactions\n"
DAYS = "Date,Tweets published,impressions,retweets,replies,likes\n"
VIDEOS = "Content,Video title,Video publish time,Views\n"
VIDEO = 'abcdefghijk,Hi,"Aug 19, 2011",5\n'


def facebook(*dates: str) -> str:
    return FACEBOOK + "".join(f"10{i};61;Gem;Hoi;{date};https://fb.com/{i};4;3\n" for i, date in enumerate(dates))


@pytest.mark.parametrize(
    "dates",
    [
        ("28-2-2025 22:01", "1-3-2025 9:30"),
        ("28.02.2025 22:01", "01.03.2025 09:30"),
        ("28-02-2025 22:01:00", "01-03-2025 09:30:00"),
        ("2/28/2025 22:01", "3/1/2025 9:30"),
        ("2/28/25 22:01", "3/1/25 9:30"),
        ("02/28/2025 22:01", "3-1-2025 9:30"),  # a Dutch Excel takes the second for the third of January
    ],
)
def test_dates_that_a_spreadsheet_rewrote_stay_pacific_moments(dates: tuple[str, str]) -> None:
    batch = one("posts.csv", facebook(*dates))
    assert utc(batch.posts) == ["2025-03-01 06:01", "2025-03-01 17:30"]


def test_minutes_that_are_months_are_seen_after_a_resave_too() -> None:
    batch = one("posts.csv", facebook("28-2-2024 06:02", "1-2-2024 09:02", "13-3-2024 10:03"))
    assert "minutes_are_months" in codes(batch)
    assert set(batch.posts["precision"]) == {"hour"}


@pytest.mark.parametrize(
    "dates", [("30-12-2021", "1-1-2022"), ("12/30/2021", "1/1/2022"), ("30.12.2021", "01.01.2022")]
)
def test_days_in_figures_alone(dates: tuple[str, str]) -> None:
    batch = one("days.csv", DAYS + "".join(f"{date},1,2,3,4,5\n" for date in dates))
    assert sorted(set(batch.account_days["date"])) == ["2021-12-30", "2022-01-01"]


def test_days_that_could_be_two_things_are_not_guessed() -> None:
    batch = one("days.csv", DAYS + "01/02/2022,1,2,3,4,5\n")
    assert (batch.rows_kept, batch.rejected[0].reason.code) == (0, "unreadable_date")


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("footer", ["Showing top 500 results", "Die 500 besten Ergebnisse werden angezeigt,,,"])
@pytest.mark.parametrize("total", ["", "Total,,,5\n"])
def test_totals_and_footers_at_the_end_are_no_rows(total: str, footer: str, end: str) -> None:
    batch = one("Table data.csv", VIDEOS + VIDEO + total + footer + end)
    assert (batch.rows_read, batch.rows_kept) == (1, 1)


def test_exports_pasted_together_have_one_header() -> None:
    batch = one("posts.csv", facebook("02/28/2025 22:01") + facebook("03/01/2025 22:01").replace("100;", "200;"))
    assert (batch.rows_read, batch.rows_kept) == (2, 2)
    assert batch.posts["line"].tolist() == [2, 4]


def test_long_tables_with_empty_and_grouped_counts() -> None:
    rows = "".join(f'a{i:010},Hi,"Aug 19, 2011",{"" if i % 2 else "1 234"}\n' for i in range(5000))
    batch = one("Table data.csv", VIDEOS + rows)
    assert batch.rows_kept == 5000
    assert batch.posts["video_views"].tolist()[:1] == [1234]
    assert int(batch.posts["video_views"].isna().sum()) == 2500


@pytest.mark.parametrize("text", ["sep=,", "sep=,\n", "," * 1_000_000])
def test_no_header_at_all_is_said(text: str) -> None:
    (batch,) = read_files([("x.csv", text.encode())])
    assert batch.error is not None
    assert batch.error.code == "header_only"


def test_a_stray_zero_byte_does_not_make_a_text_binary() -> None:
    batch = one("posts.csv", facebook("02/28/2025 22:01").replace("Hoi", "H\0oi"))
    assert batch.posts["text"].tolist() == ["Hoi"]
