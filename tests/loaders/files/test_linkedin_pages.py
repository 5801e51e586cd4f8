"""LinkedIn's files on followers, visitors and competitors, and the export of a person."""

import pytest

from loaders.files.building.linkedin import exported_at, kind_of_file, page_of_file
from tests.loaders.files.sample_exports import codes, one, sample, utc

PERSON = "linkedin/Content_2023-08-06_2024-08-05_BurgemeesterWaterstad.xlsx"
TOP_POSTS = "Post URL,Post publish date,Engagements,,Post URL,Post publish date,Impressions\n"
ACTIVITY = "https://www.linkedin.com/feed/update/urn:li:activity:"


@pytest.mark.parametrize("kind", ["content", "followers", "visitors", "competitor_analytics"])
def test_the_name_of_a_file_tells_page_kind_and_moment(kind: str) -> None:
    name = f"gemeente-waterstad_{kind}_1741680000000.xls"
    assert (page_of_file(name), kind_of_file(name), exported_at(name)) == ("gemeente-waterstad", kind, 1_741_680_000)


def test_total_followers_are_the_gain_of_a_day() -> None:
    days = sample("linkedin/gemeente-waterstad_followers_1741680000000.xlsx")[0].account_days
    assert set(days["metric"]) == {"new_followers"}
    assert days["value"].tolist() == [5, 0, -2]
    assert days["line"].min() == 3  # below the line of description


def test_groups_of_followers_and_of_visitors_are_not_the_same_figure() -> None:
    followers = sample("linkedin/gemeente-waterstad_followers_1741680000000.xlsx")[1:]
    visitors = sample("linkedin/gemeente-waterstad_visitors_1741680000000.xlsx")[1:]
    dimensions = [batch.audience["dimension"].iloc[0] for batch in followers]
    assert dimensions == ["location", "job_function", "seniority", "industry", "company_size"]
    assert {name for batch in followers for name in batch.audience["metric"]} == {"followers"}
    assert {name for batch in visitors for name in batch.audience["metric"]} == {"page_views"}


def test_visitors_are_those_of_all_tabs_and_devices() -> None:
    days = sample("linkedin/gemeente-waterstad_visitors_1741680000000.xlsx")[0].account_days
    first = days[days["date"] == "2025-03-01"].set_index("metric")["value"].to_dict()
    assert first == {"visitors": 15, "page_views": 33}


def test_a_list_of_competitors_is_not_ours() -> None:
    (batch,) = sample("linkedin/Gemeente_Waterstad_competitor_analytics_1741680000000.xlsx")
    assert (batch.format, batch.rows_read, batch.rows_kept) == ("linkedin_competitors", 2, 0)
    assert "Content" in batch.warnings[0].message.english()


def test_a_post_in_both_tables_is_one_post_with_its_impressions() -> None:
    posts = next(batch for batch in sample(PERSON) if batch.kind == "posts")
    assert (posts.rows_read, posts.rows_kept, posts.duplicates) == (7, 4, 2)
    impressions = posts.posts.set_index("post_id")["impressions"]
    assert sorted(impressions.dropna()) == [700, 1630, 1904]
    assert posts.posts["likes"].isna().all()  # engagements are no likes
    assert "top_posts_only" in codes(posts)


def test_a_link_in_words_has_its_moment() -> None:
    posts = next(batch for batch in sample(PERSON) if batch.kind == "posts").posts
    assert utc(posts[posts["permalink"].str.contains("/posts/")]) == ["2024-07-30 06:45"]


def test_a_row_of_two_bad_halves_is_one_rejected_row() -> None:
    batch = one("TOP POSTS.csv", TOP_POSTS + f"x,soon,1,,y,later,2\n{ACTIVITY}7300000000000000000,2/25/2025,3,,,,\n")
    assert (batch.rows_read, batch.rows_kept, batch.duplicates) == (2, 1, 0)
    assert utc(batch.posts) == ["2025-02-25 03:53"]


def test_the_number_of_followers_stands_above_the_days() -> None:
    days = [batch.account_days for batch in sample(PERSON) if batch.kind == "account_days"][-1]
    followers = days[days["metric"] == "followers"]
    assert followers[["date", "value"]].iloc[0].tolist() == ["2024-08-05", 2713]
    assert days["line"].nunique() == 3


def test_demographics_are_shares() -> None:
    batch = sample(PERSON)[-1]
    assert batch.audience.set_index("dimension")["value"].to_dict() == {
        "job_function": 0.05,
        "location": 0.41,
        "seniority": 0.3,
        "company_size": 0.12,
        "industry": 0.09,
    }
    assert [r.row for r in batch.rejected if r.reason.code == "no_figures"] == [6]  # "< 1%" is no number


def test_totals_of_a_period_are_no_rows() -> None:
    summary = sample(PERSON)[0]
    assert (summary.format, summary.rows_read) == ("linkedin_personal_summary", 0)


def test_older_content_files_have_other_names() -> None:
    (batch,) = sample("linkedin/gemeente-waterstad_content_1650000000000.xlsx")
    assert batch.posts[["video_views", "shares"]].iloc[0].tolist() == [55, 2]
    assert batch.posts["video_views"].isna().tolist() == [False, True]
