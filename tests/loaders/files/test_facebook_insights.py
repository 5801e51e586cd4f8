"""Old Facebook Insights exports: descriptions below the header, equal names, sheets to join, daily columns only."""

import io
from datetime import date

import pandas as pd
import pytest

from loaders.files import read_files
from metrics.periods import to_day
from tests.loaders.files.sample_exports import codes, one, sample, utc

POSTS = "facebook_insights/Facebook Insights Data Export (Post Level) - Gemeente Waterstad - "
DAYS = "facebook_insights/Facebook Insights Data Export - Gemeente Waterstad - "
LEAD = "Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting"


def post(number: int, *figures: str) -> str:
    cells = (f"1_{number}", f"https://www.facebook.com/w/posts/{number}", "Hoi", "Photo", "", "")
    return ",".join((*cells, "02/14/2016 12:40:16 AM", "", *figures)) + "\n"


def book(**sheets: list[list[object]]) -> bytes:
    stream = io.BytesIO()
    with pd.ExcelWriter(stream, engine="openpyxl") as writer:
        for name, rows in sheets.items():
            pd.DataFrame(rows).to_excel(writer, sheet_name=name, header=False, index=False)
    return stream.getvalue()


def test_the_clock_has_twelve_hours_and_is_pacific() -> None:
    text = f"{LEAD},Lifetime Post Total Reach\n" + post(7, "5")
    noon = text.replace("12:40:16 AM", "12:40:16 PM").replace("02/14", "07/14")
    assert utc(one("a.csv", text).posts) == ["2016-02-14 08:40"]
    assert utc(one("a.csv", noon).posts) == ["2016-07-14 19:40"]


def test_descriptions_are_not_read_and_the_page_is_in_the_name() -> None:
    batch = sample(POSTS + "2015-08-19 - 2016-02-15.csv")[0]
    assert (batch.rows_read, batch.rows_kept, batch.rejected) == (6, 6, [])
    assert batch.posts["account"].unique().tolist() == ["Gemeente Waterstad"]
    assert batch.posts["line"].min() == 3
    assert batch.range_end == to_day(date(2016, 2, 15))


def test_equal_names_are_told_apart_by_their_descriptions() -> None:
    header = f"{LEAD},Lifetime Organic Video Views,Lifetime Organic Video Views,Lifetime Paid Video Views\n"
    described = ",,,,,,,,Lifetime: people (Unique Users),Lifetime: views (Total Count),Lifetime: views (Total Count)\n"
    assert one("a.csv", header + described + post(7, "9", "4", "1")).posts["video_views"].tolist() == [5]
    assert one("a.csv", header + post(7, "9", "4", "1")).posts["video_views"].tolist() == [10]  # more views than people


@pytest.mark.parametrize("name", ["2016-02-16.xlsx", "2016-02-16.xls"])
def test_sheets_are_joined_to_one_table(name: str) -> None:
    (batch,) = sample(POSTS + name)
    flat = sample(POSTS + "2015-08-19 - 2016-02-15.csv")[0].posts
    assert batch.file.endswith("!Key Metrics")
    assert (batch.rows_read, batch.rows_kept) == (6, 6)
    assert batch.posts["post_id"].tolist() == flat["post_id"].tolist()
    assert batch.posts["reach"].tolist() == flat["reach"].tolist()
    if name.endswith("xlsx"):
        here = batch.posts["likes"].notna()
        assert here.tolist() == [True, True, True, True, False, True]  # that post is in no sheet of actions
        assert batch.posts["likes"][here].tolist() == flat["likes"][here].tolist()
    else:
        assert "people_not_actions" in codes(batch)


def test_actions_of_another_order_go_to_their_posts() -> None:
    lead = LEAD.split(",")
    posts: list[list[object]] = [[f"1_{n}", "", "", "Photo", "", "", "02/14/2016 12:40:16 AM", ""] for n in (1, 2)]
    main = [[*lead, "Lifetime Post Total Reach"], [*posts[0], 10], [*posts[1], 20]]
    actions = [[*lead, "like", "share"], [*posts[1], 2, 22], [*posts[0], 1, 11]]
    data = book(**{"Key Metrics": main, "Lifetime Post Stories by act...": actions})
    (batch,) = read_files([("a.xlsx", data)])
    assert batch.posts[["reach", "likes", "shares"]].to_numpy().tolist() == [[10, 1, 11], [20, 2, 22]]
    assert "comments" in batch.missing_metrics


def test_days_take_daily_columns_never_weeks() -> None:
    batch = sample(DAYS + "2015-08-19 - 2015-08-30.csv")[0]
    first = batch.account_days[batch.account_days["date"] == "2015-08-19"]
    assert dict(zip(first["metric"], first["value"], strict=True)) == {
        "followers": 4120,
        "new_followers": 0,
        "lost_followers": 0,
        "reach": 595,
        "impressions": 1190,
        "page_views": 40,
        "visitors": 30,
    }
    last = batch.account_days[batch.account_days["date"] == "2015-08-30"]
    assert "reach" not in set(last["metric"])  # its cell is empty


def test_days_of_a_workbook_are_those_of_its_key_metrics() -> None:
    (batch,) = sample(DAYS + "2015-08-31.xlsx")
    flat = sample(DAYS + "2015-08-19 - 2015-08-30.csv")[0]
    left, right = (frame.drop(columns="line") for frame in (batch.account_days, flat.account_days))
    pd.testing.assert_frame_equal(left, right)


def test_many_columns_are_no_problem() -> None:
    names = [f"Weekly Page Stories by Kind - {n}" for n in range(2_600)]
    text = ",".join(["Date", "Lifetime Total Likes", *names]) + "\n"
    batch = one("a.csv", text + ",".join(["2015-08-19", "7", *["3"] * 2_600]) + "\n")
    assert batch.account_days[["metric", "value"]].to_numpy().tolist() == [["followers", 7.0]]


def test_the_teaching_set_made_of_such_a_file_is_not_one() -> None:
    text = "Page total likes;Type;Post Month;Lifetime Post Total Reach;like\n139441;Photo;12;2752;79\n"
    assert one("dataset_Facebook.csv", text).format is None


@pytest.mark.parametrize(
    ("delimiter", "posted"), [(",", ("2/14/16 0:40", "2/3/16 9:05")), (";", ("14-2-2016 00:40", "3-2-2016 09:05"))]
)
def test_posts_resaved_in_excel(delimiter: str, posted: tuple[str, str]) -> None:
    header = [*LEAD.split(","), "Lifetime Post Total Reach"]
    described = [""] * 8 + ["Lifetime: The total number of people (Unique Users)"]
    rows = [[f"1_{n}", "", "Café", "Photo", "", "", when, "", str(n)] for n, when in enumerate(posted)]
    text = "".join(delimiter.join(row) + "\r\n" for row in (header, described, *rows))
    batch = one("a.csv", text.encode("cp1252"))
    assert utc(batch.posts) == ["2016-02-14 08:40", "2016-02-03 17:05"]
    assert (batch.rows_read, batch.posts["text"].tolist()) == (2, ["Café", "Café"])


def test_a_page_by_day_resaved_in_excel() -> None:
    text = "Date;Lifetime Total Likes;Daily Total Reach\r\n;Lifetime: all;Daily: all\r\n"
    text += "".join(f"0{day}/09/15;4.12{day};1.00{day}\r\n" for day in (1, 2, 3))
    days = one("a.csv", text).account_days
    assert days["date"].tolist() == [f"2015-09-0{day}" for day in (1, 1, 2, 2, 3, 3)]
    assert days["value"].tolist() == [4121, 1001, 4122, 1002, 4123, 1003]


def test_a_column_of_ids_that_occurs_twice_stays_the_id() -> None:
    header = f"{LEAD},Post ID,Lifetime Post Total Reach\n"
    batch = one("twice.csv", header + post(1, "1_1", "5") + post(2, "1_2", "6"))
    assert (batch.format, batch.rows_kept) == ("facebook_insights_posts", 2)
