"""Facebook content exports: Pacific time, two columns of views, error rows, six languages."""

import pytest

from tests.loaders.files.sample_exports import codes, content, one, sample, utc

WHOLE = "meta_facebook/Jan-14-2025_Apr-14-2025_1396269028400001.csv"
HEADER = (
    "Post ID,Page ID,Page name,Title,Description,Publish time,Permalink,Post type,Data comment,Date,Views,Reach,"
    '"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks\n'
)
ROW = '{id},1,Waterstad,,Hallo,"{time}",https://facebook.com/1/posts/{id},Photos,,Lifetime,9,5,{total},3,2,1,4\n'


def export(*times: str, total: int = 6) -> str:
    return HEADER + "".join(ROW.format(id=100 + i, time=time, total=total) for i, time in enumerate(times))


def test_times_are_pacific_in_winter_and_summer() -> None:
    posts = one("fb.csv", export("01/19/2025 23:12", "07/01/2025 23:30")).posts
    assert utc(posts) == ["2025-01-20 07:12", "2025-07-02 06:30"]


def test_the_hour_that_occurs_twice_is_the_first_one() -> None:
    assert utc(one("fb.csv", export("11/02/2025 01:30")).posts) == ["2025-11-02 08:30"]


def test_a_whole_export() -> None:
    batch = sample(WHOLE)[0]
    posts = batch.posts
    assert posts["account"].unique().tolist() == ["Gemeente Waterstad"]
    assert min(utc(posts)) == "2025-01-20 07:12"
    assert (posts["precision"] == "minute").all()
    assert posts["text"].str.len().min() > 20  # whether in Title, in Description, or cut short in Title
    assert posts["views_definition"].unique().tolist() == ["views"]
    assert batch.missing_metrics == ("saves", "video_views", "followers_gained")
    assert set(posts["missing"].str[6]) == {"p"}  # saves: Facebook never reports them
    assert set(posts["missing"].str[7]) == {"f"}  # 3-second views: not in this choice of columns


def test_an_error_row_is_rejected_with_its_line_and_column() -> None:
    batch = sample(WHOLE)[0]
    (rejection,) = batch.rejected
    raw = content(WHOLE).decode("utf-8-sig").split("\n")
    assert "An error occurred" in raw[rejection.row - 1]
    assert (rejection.column, rejection.reason.code) == ("Data comment", "export_error")


def test_of_the_same_post_twice_the_more_complete_row_is_kept() -> None:
    once = ROW.format(id=7, time="01/19/2025 23:12", total=6)
    posts = one("fb.csv", HEADER + once + once.replace(",9,5,", ",12,,")).posts
    assert (len(posts), posts["impressions"][0], posts["reach"][0]) == (1, 9, 5)


def test_of_equally_complete_rows_the_last_is_kept() -> None:
    once = ROW.format(id=7, time="01/19/2025 23:12", total=6)
    assert one("fb.csv", HEADER + once + once.replace(",9,5,", ",12,5,")).posts["impressions"].tolist() == [12]


def test_figures_by_day_are_not_those_of_the_post() -> None:
    row = ROW.format(id=7, time="01/19/2025 23:12", total=6)
    by_day = "".join(row.replace("Lifetime", f"2025-02-0{day}") for day in (1, 2))
    batch = one("fb.csv", HEADER + by_day + ROW.format(id=8, time="01/19/2025 23:12", total=6))
    assert [(r.row, r.column, r.reason.code) for r in batch.rejected] == [
        (2, "Date", "daily_figures"),
        (3, "Date", "daily_figures"),
    ]
    assert batch.posts["post_id"].tolist() == ["8"]


def test_views_that_are_zero_everywhere_are_missing() -> None:
    batch = sample("meta_facebook/en_gb_views_twice.csv")[0]
    assert batch.posts["impressions"].isna().all()
    assert set(batch.posts["missing"].str[0]) == {"z"}
    assert (batch.posts["reach"] > 0).all()
    assert "implausible_zero" in codes(batch)


def test_of_two_columns_of_views_the_one_with_values_is_used() -> None:
    text = HEADER.replace("Total clicks", "Views") + ROW.format(id=7, time="01/19/2025 23:12", total=6).replace(
        ",9,5,", ",0,5,"
    )
    assert one("fb.csv", text).posts["impressions"].tolist() == [4]


def test_minutes_that_are_months_leave_the_hour() -> None:
    batch = sample("meta_facebook/early_2024_minutes_are_months.csv")[0]
    assert batch.posts["precision"].unique().tolist() == ["hour"]
    assert (batch.posts["published_ts"] % 3600 == 0).all()
    assert batch.posts["views_definition"].unique().tolist() == ["impressions"]


def test_a_chance_equality_of_minute_and_month_is_no_bug() -> None:
    assert set(one("fb.csv", export("01/19/2025 23:01", "01/20/2025 23:45")).posts["precision"]) == {"minute"}


@pytest.mark.parametrize("language", ["nl", "es", "pt", "fr", "sv"])
def test_every_language_gives_the_same_columns(language: str) -> None:
    batch = sample(f"meta_facebook/{language}.csv")[0]
    posts = batch.posts
    assert min(utc(posts)) == "2025-04-01 09:45"
    for column in ("likes", "comments", "shares", "impressions", "reach", "clicks"):
        assert posts[column].notna().all(), column
    assert set(posts["type"]) == {"image"}


def test_dutch_reacties_are_likes() -> None:
    raw = content("meta_facebook/nl.csv").decode("utf-8-sig").split("\n")
    header = raw[0].split(",")
    assert header.index("Reacties") < header.index("Opmerkingen")
    posts = sample("meta_facebook/nl.csv")[0].posts
    assert posts["likes"].sum() > posts["comments"].sum()


def test_ids_destroyed_by_excel_come_from_the_link() -> None:
    batch = sample("meta_facebook/resaved_by_excel.csv")[0]
    assert batch.posts["post_id"].is_unique
    assert batch.posts["post_id"].str.startswith("https://").all()
    assert {"damaged_ids", "guessed_encoding"} <= codes(batch)


def test_wrapped_lines_are_unwrapped_with_their_lines() -> None:
    batch = sample("meta_facebook/csv_in_csv.csv")[0]
    raw = content("meta_facebook/csv_in_csv.csv").decode("utf-8-sig").split("\n")
    assert [raw[line - 1].split(",")[0].strip('"') for line in batch.posts["line"]] == batch.posts["post_id"].tolist()


def test_a_short_row_whose_total_does_not_add_up_is_rejected() -> None:
    short = '7,1,Waterstad,,Hallo,"01/19/2025 23:12",https://facebook.com/7,Photos,,Lifetime,9,5,6,3,2,4\n'
    full = ROW.format(id=8, time="01/19/2025 23:12", total=6)
    batch = one("fb.csv", HEADER + short + full)
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(2, "short_row")]
    assert batch.posts["post_id"].tolist() == ["8"]


def test_a_total_that_differs_in_a_full_row_is_told() -> None:
    batch = one("fb.csv", export("01/19/2025 23:12", total=60))
    assert [(w.message.code, w.rows) for w in batch.warnings] == [("total_differs", (2,))]
    assert batch.rows_kept == 1


def test_an_error_row_is_known_by_its_only_sentence() -> None:
    header = HEADER.replace("Data comment", "Kommentar zu den Daten")
    error = ",,,,,,,,Beim Berechnen der Inhalte mit der ID 123 ist ein Fehler aufgetreten,,,,,,,,\n"
    batch = one("fb.csv", header + ROW.format(id=7, time="01/19/2025 23:12", total=6) + error)
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "export_error")]


def test_a_row_without_id_that_holds_more_is_no_error_row() -> None:
    row = ROW.format(id=7, time="01/19/2025 23:12", total=6)
    nameless = row.replace("7,1,", ",1,", 1).replace("https://facebook.com/1/posts/7", "")
    batch = one("fb.csv", HEADER + row + nameless)
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "no_id")]


def test_a_key_that_was_not_translated_is_the_reach() -> None:
    text = HEADER.replace("Reach", "IMPRESSION:UNIQUE_USERS") + ROW.format(id=7, time="01/19/2025 23:12", total=6)
    assert one("fb.csv", text).posts["reach"].tolist() == [5]


def test_a_video_on_two_pages_is_two_posts() -> None:
    batch = sample("meta_facebook/videos_on_two_pages.csv")[0]
    assert (batch.rows_kept, batch.duplicates) == (3, 0)
    assert batch.posts["account"].tolist() == ["Gemeente Waterstad", "Museum Waterstad", "Gemeente Waterstad"]
    assert batch.posts["reach"].tolist() == [1200, 1201, 1202]  # not a column of a country


def test_a_damaged_number_of_an_asset_is_replaced_by_the_universal_one() -> None:
    header = "Video asset ID,Universal video ID,Page ID,Page name,Title,Publish time,Reach\n"
    rows = "1.22E+17,122105550000000900,1,W,a,07/10/2024 10:40,1\n1.22E+17,1.22E+17,1,W,b,07/11/2024 10:40,2\n"
    batch = one("v.csv", header + rows)
    assert batch.posts["post_id"].tolist() == ["122105550000000900"]
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "no_id")]


def test_boosted_and_shared_posts_stay() -> None:
    header = HEADER.replace("Data comment", "Is share,Funded content status,Data comment")
    row = ROW.format(id=7, time="01/19/2025 23:12", total=6).replace("Photos,,", "Photos,1,Boosted,,")
    assert one("fb.csv", header + row).rows_kept == 1
