"""Exports of TikTok: days without a year, times inside links, figures that are not there."""

import datetime as dt
import io
import zipfile

import pytest

from loaders.files import read_file, read_files
from loaders.records import Batch
from tests.loaders.files.sample_exports import codes, one, sample, utc

OVERVIEW = '"Date","Video Views","Profile Views","Likes","Comments","Shares"\n'
VIDEOS = "Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views\n"
ID_OF_2024_12_31 = (1735653933 << 32) + 5  # 14:05:33


def overview(*days: str) -> str:
    return OVERVIEW + "".join(f'"{day}","10","2","3","1","0"\n' for day in days)


def video(post_time: str, id_: int = ID_OF_2024_12_31) -> str:
    return VIDEOS + f"x,Hoi,https://www.tiktok.com/@waterstad/video/{id_},{post_time},1,2,3,4\n"


def dates(batch: Batch) -> list[str]:
    return sorted(set(batch.account_days["date"]))


def clued(text: str, **clues: str) -> Batch:
    (batch,) = read_file("Overview.csv", text.encode(), clues)
    return batch


def seconds(year: int, month: int, day: int) -> str:
    return str(int(dt.datetime(year, month, day, tzinfo=dt.UTC).timestamp()))


def test_the_newest_video_beside_it_dates_a_series_across_new_year() -> None:
    days = {batch.file: dates(batch) for batch in sample("tiktok/studio.zip") if batch.kind == "account_days"}
    assert days["tiktok/studio.zip!Overview.csv"] == ["2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02"]


def test_files_chosen_together_tell_each_other_the_year() -> None:
    batches = read_files([("Overview.csv", overview("February 27").encode()), ("Content.csv", video("x").encode())])
    assert dates(batches[0]) == ["2025-02-27"]


def test_separate_archives_of_one_download_tell_each_other_the_year() -> None:
    files = []
    for name, text in (("Overview", overview("February 27")), ("Content", video("x"))):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr(f"{name}.csv", text)
        files.append((f"{name}_waterstad.zip", made.getvalue()))
    batches = read_files(files)
    assert dates(batches[0]) == ["2025-02-27"]
    assert batches[0].questions == []


@pytest.mark.parametrize(
    "days",
    [
        ("December 31", "January 1"),
        ("January 1", "December 31"),  # newest first
        ("31 de diciembre", "1 de enero"),
        ("31. Dezember", "1. Januar"),
        ("31 décembre", "1er janvier"),
        ("31 december", "1 januari"),
        ("31 dicembre", "1 gennaio"),
        ("31 de dezembro", "1 de janeiro"),
        ("31 Δεκεμβρίου", "1 Ιανουαρίου"),
        ("31-Dec", "1-Jan"),  # after Excel
        ("31-dec", "1-jan"),
    ],
)
def test_a_year_ends_between_december_and_january(days: tuple[str, str]) -> None:
    batch = clued(overview(*days), tiktok_newest=seconds(2023, 12, 24))
    assert dates(batch) == ["2023-12-31", "2024-01-01"]


def test_a_leap_day_proves_the_year() -> None:
    assert dates(one("Overview.csv", overview("February 29", "March 1")))[0] == "2024-02-29"


def test_a_year_without_leap_day_is_no_leap_year() -> None:
    batch = clued(overview("February 28", "March 1"), tiktok_newest=seconds(2023, 12, 24))
    assert dates(batch) == ["2025-02-28", "2025-03-01"]


@pytest.mark.parametrize(("modified", "proven"), [((2023, 3, 10), True), ((2023, 3, 20), False)])
def test_the_date_of_the_file_counts_within_a_week(modified: tuple[int, int, int], proven: bool) -> None:
    batch = clued(overview("March 7", "March 8"), modified=seconds(*modified))
    assert (batch.questions == []) is proven
    assert (dates(batch) == ["2023-03-07", "2023-03-08"]) is proven


def test_without_evidence_a_person_is_asked() -> None:
    text = overview("March 7", "March 8")
    (question,) = one("Overview.csv", text).questions
    assert question.name == "year"
    assert list(question.options) == sorted(question.options, reverse=True)
    assert dates(clued(text, year="2021")) == ["2021-03-07", "2021-03-08"]
    assert clued(text, year="2021").questions == []


def test_rows_in_no_order_are_not_guessed() -> None:
    batch = one("Overview.csv", overview("April 1", "April 10", "April 2", "May 5", "March 3"))
    assert (batch.rows_kept, {r.reason.code for r in batch.rejected}) == (0, {"unreadable_date"})
    assert "dates_unordered" in codes(batch)


def test_what_is_undefined_is_missing() -> None:
    history = next(batch for batch in sample("tiktok/studio.zip") if batch.file.endswith("FollowerHistory.csv"))
    figures = history.account_days.set_index(["date", "metric"])["value"]
    assert figures["2025-01-01", "new_followers"] == -1
    assert figures["2024-12-31", "followers"] == 510
    assert [r.reason.code for r in history.rejected] == ["no_figures"]


def test_the_moment_of_a_video_is_in_its_link() -> None:
    batch = one("Content.csv", video("December 31"))
    assert utc(batch.posts) == ["2024-12-31 14:05"]
    assert batch.posts[["account", "post_id"]].iloc[0].tolist() == ["waterstad", str(ID_OF_2024_12_31)]
    assert batch.posts["impressions"].isna().all()
    assert (batch.checks[0].checked, batch.checks[0].failed) == (1, 0)


@pytest.mark.parametrize(("day", "expected"), [("1 januari", "2024-12-31 14:05"), ("January 5", "2025-01-05 00:00")])
def test_the_day_of_a_video_is_compared_with_its_link(day: str, expected: str) -> None:
    batch = one("Content.csv", video(day))
    assert utc(batch.posts) == [expected]
    assert ("day_disagrees" in codes(batch)) is (expected.endswith("00:00"))


def test_a_link_without_a_number_has_no_moment() -> None:
    batch = one("Content.csv", VIDEOS + "x,Hoi,https://vm.tiktok.com/ZM1/,December 31,1,2,3,4\n")
    assert (batch.rows_kept, batch.rejected[0].reason.code) == (0, "unreadable_date")


def test_favourites_are_saves_and_the_clock_is_utc() -> None:
    (batch,) = sample("tiktok/business_videos.csv")
    assert utc(batch.posts) == ["2025-10-30 11:30", "2025-10-31 15:00"]
    assert batch.posts["saves"].isna().tolist() == [False, True]
    assert batch.posts["saves"].iloc[0] == 2


def test_shares_of_followers_are_audience() -> None:
    batches = [batch for batch in sample("tiktok/studio.zip") if batch.kind == "audience"]
    assert [batch.audience["dimension"].iloc[0] for batch in batches] == ["gender", "country"]
    assert batches[0].audience["value"].tolist() == [0.41, 0.58, 0.01]
    assert all((batch.rows_kept, len(batch.posts)) == (0, 0) for batch in batches)
