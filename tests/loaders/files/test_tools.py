"""Management and research tools: networks in one table, odd clocks, comments beside posts."""

import pytest

from loaders.files import read_files
from tests.loaders.files.sample_exports import codes, content, one, sample, utc

REPORT = "sprout/Post Performance (Waterstad) July 1, 2024 - December 31, 2024.csv"


def test_each_network_of_sprout_is_a_batch() -> None:
    found = {batch.platform: batch for batch in sample(REPORT)}
    assert list(found) == ["x", "facebook", "other"]
    assert sum(batch.rows_read for batch in found.values()) == 4
    assert found["x"].posts["likes"].tolist() == [20, 15]
    assert found["facebook"].posts["likes"].tolist() == [120]  # reactions, not likes alone
    assert found["other"].posts["clicks"].isna().all()


def test_ids_tell_the_clock_of_the_whole_report() -> None:
    found = {batch.platform: batch for batch in sample(REPORT)}
    assert utc(found["x"].posts) == ["2024-07-01 12:30", "2024-12-01 13:30"]  # two hours ahead, then one
    assert utc(found["facebook"].posts) == ["2024-07-02 07:05"]  # no id of its own: as the post of the day before


def test_a_report_without_such_ids_is_told() -> None:
    text = "Date,Network,Profile,Link,Post\n07/02/2024 9:05 am,Facebook,Stad,https://www.facebook.com/1/posts/2,Hoi\n"
    batch = one("report.csv", text)
    assert "zone_unknown" in codes(batch)
    assert utc(batch.posts) == ["2024-07-02 09:05"]


def test_profiles_by_day() -> None:
    (batch,) = sample("sprout/Facebook Pages-01-01-2024-01-03-2024.csv")
    days = batch.account_days.pivot(index="date", columns="metric", values="value")
    assert days["followers"].tolist() == [13500, 13498, 13500]
    assert days["new_followers"].tolist() == [5, -2, 2]
    assert days["reach"].isna().tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("01/01/2024 00:19 PM EST -0500", "2024-01-01 17:19"),
        ("01/01/2024 00:19 AM EST -0500", "2024-01-01 05:19"),
        ("01/01/2024 11:59 PM EST -0500", "2024-01-02 04:59"),
        ("01/01/2024 07:05 AM EST -0500", "2024-01-01 12:05"),
        ("13/01/2024 12:30 PM CET +0100", "2024-01-13 11:30"),
        ("01/01/2024 17:05", "2024-01-01 17:05"),
    ],
)
def test_the_clock_of_agorapulse(written: str, moment: str) -> None:
    text = f"Date,Content,Created by,Labels,Url\n{written},Hoi,R,,https://www.facebook.com/1/posts/2\n"
    assert utc(one("posts.csv", text).posts) == [moment]


def test_agorapulse_names_its_network_by_links() -> None:
    found = {name: sample(f"agorapulse/{name}.csv")[0] for name in ("facebook", "linkedin", "x")}
    assert {name: batch.platform for name, batch in found.items()} == {name: name for name in found}
    assert found["facebook"].posts["reach"].tolist() == [1000, 520, 520]
    assert found["x"].posts["shares"].tolist() == [2]
    assert found["linkedin"].posts["video_views"].isna().all()


def test_phantombuster_says_what_it_could_not_read() -> None:
    (batch,) = sample("phantombuster/instagram.csv")
    assert [(r.row, r.column, r.reason.code) for r in batch.rejected] == [(3, "error", "export_error")]


def test_the_moment_of_a_linkedin_post_is_in_its_number() -> None:
    (batch,) = sample("phantombuster/linkedin.csv")
    assert utc(batch.posts) == ["2026-05-08 09:15"]  # not that of the tool, which counts back from "1d"
    assert [r.reason.code for r in batch.rejected] == ["repost"]


def test_facepager_tells_posts_from_comments() -> None:
    (batch,) = sample("facepager/facebook_posts_and_comments.csv")
    comments = batch.comments.set_index("comment_id")
    assert comments["post_id"].unique().tolist() == ["100064500000001_620000000000040"]
    assert comments["parent_id"].tolist() == ["", "620000000000040_11", ""]
    assert comments["is_own"].tolist() == [False, True, False]
    assert sorted(r.row for r in batch.rejected) == [2, 8, 9]


def test_facepager_without_queries_goes_by_levels() -> None:
    header = "id;parent_id;level;object_id;object_type;query_status;from.name;created_time;message\n"
    rows = (
        "1;;0;9;seed;;;;\n2;1;1;9_1;data;fetched (200);Stad;2024-03-05T08:00:00+0000;Post\n"
        "3;2;2;1_7;data;fetched (200);Jan;2024-03-05T09:00:00+0000;Vraag\n"
    )
    batch = one("nodes.csv", header + rows)
    assert (batch.posts["post_id"].tolist(), batch.comments["post_id"].tolist()) == (["9_1"], ["9_1"])
    assert batch.comments["account"].tolist() == ["Stad"]


def test_answers_of_several_authors_are_comments() -> None:
    (batch,) = sample("fourcat/x_thread.csv")
    assert (len(batch.posts), batch.comments["is_own"].tolist()) == (1, [False, True])
    assert batch.comments["account"].tolist() == ["gem_waterstad", "gem_waterstad"]


def test_answers_of_one_author_are_its_own_replies() -> None:
    (batch,) = sample("fourcat/bluesky.csv")
    assert batch.posts["type"].tolist() == ["post", "reply"]
    assert batch.posts["parent_id"].tolist() == ["", "3l4ka2b2wqk2a"]
    assert batch.platform == "bluesky"


def test_4cat_knows_an_age_on_linkedin_so_the_id_tells_the_time() -> None:
    header = "id,thread_id,body,timestamp,timestamp_ago,author,reactions,post_url,unix_timestamp\n"
    number = 7300000000000000000
    row = (
        f"{number},{number},Hoi,2025-06-01 10:00:00,3mo,stad,4,https://www.linkedin.com/feed/update/{number},1748772000"
    )
    batch = one("linkedin.csv", header + row)
    assert batch.platform == "linkedin"
    assert utc(batch.posts) == ["2025-02-25 03:53"]


def test_4cat_saved_again_in_excel_has_its_ids_in_the_links() -> None:
    header = "id;thread_id;author;body;timestamp;tiktok_url;likes;plays\n"
    link = "https://www.tiktok.com/@stad/video/"
    rows = (
        f"7.3E+18;7.3E+18;stad;Een;11-11-2023 00:48;{link}7300000000000000000;1;2\n"
        f"7.3E+18;7.3E+18;stad;Twee;11-11-2023 00:48;{link}7300000000000000001;1;2\n"
    )
    batch = one("tiktok.csv", header + rows)
    assert batch.posts["post_id"].tolist() == ["7300000000000000000", "7300000000000000001"]
    assert utc(batch.posts) == ["2023-11-11 00:48"] * 2


def test_damaged_ids_that_no_link_repairs_are_told_as_lost() -> None:
    header = "status_id;created_at;screen_name;text;is_retweet;favorite_count;retweet_count\n"
    batch = one("tweets.csv", header + "1.47689E+18;2021-12-31 16:00:00;stad;Hoi;FALSE;1;2\n")
    assert codes(batch) == {"lost_ids"}
    assert batch.rows_kept == 0


def test_phantombuster_without_its_timestamp_goes_by_ids() -> None:
    header = "postUrl,type,postContent,likeCount,commentCount,repostCount,postDate,action\n"
    link = "https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000000"
    batch = one("posts.csv", header + f"{link},Image,Hoi,1,2,3,1d,Post\n")
    assert batch.format == "phantombuster_linkedin"
    assert utc(batch.posts) == ["2025-02-25 03:53"]


def test_descriptions_of_google_business_are_no_rows() -> None:
    (batch,) = sample("google_business/GMB insights (Performance Report) - 2026-1-1 - 2026-1-31.csv")
    assert [rejection.row for rejection in batch.rejected] == [3, 4]
    assert codes(batch) == {"google_business"}


def test_profiles_of_several_networks_by_day() -> None:
    header = "Date,Network,Profile,Followers,Followers Gained,Impressions\n"
    rows = "01-02-2024,Facebook,Stad,500,3,90\n01-02-2024,X,@stad,300,1,80\n"
    found = {batch.platform: batch for batch in read_files([("Profile Performance.csv", (header + rows).encode())])}
    assert list(found) == ["facebook", "x"]
    assert {batch.format for batch in found.values()} == {"sprout_days"}
    assert found["x"].account_days.set_index("metric")["value"].to_dict() == {
        "followers": 300,
        "new_followers": 1,
        "impressions": 80,
    }


def test_facepager_has_the_figures_of_videos() -> None:
    header = (
        "id;parent_id;level;object_id;object_type;query_status;query_type;snippet.channelTitle;snippet.publishedAt;"
        "snippet.title;statistics.viewCount;statistics.likeCount\n"
    )
    batch = one(
        "nodes.csv",
        header + "2;1;1;wAtErStAd01;data;fetched (200);YouTube:/videos;Stad;2024-01-01T10:00:00Z;Brug;10;2\n",
    )
    assert batch.platform == "youtube"
    assert batch.posts[["account", "video_views", "likes"]].iloc[0].tolist() == ["Stad", 10, 2]


@pytest.mark.parametrize("query", ["Facebook:/<page-id>/posts", "Facebook:<Object ID>/posts", ""])
def test_facepager_names_its_network(query: str) -> None:
    header = "id;parent_id;level;object_id;object_type;query_status;query_type;from.name;created_time;message\n"
    row = f"2;1;1;9_1;data;fetched (200);{query};Stad;2024-03-05T08:00:00+0000;Hoi\n"
    assert one("nodes.csv", header + row).platform == "facebook"


@pytest.mark.parametrize("name", ["fourcat/x_thread.csv", "facepager/facebook_posts_and_comments.csv"])
def test_a_damaged_row_counts_once_where_posts_and_comments_are_parted(name: str) -> None:
    whole = sample(name)[0]
    lines = content(name).decode("utf-8-sig").rstrip("\r\n")
    mark = max(",;\t", key=lines.count)
    (batch,) = read_files([(name, f"{lines}\n{mark.join('x' * 99)}\n".encode())])
    assert len(batch.comments) == len(whole.comments) > 0
    assert batch.rows_read == whole.rows_read + 1
    assert batch.rows_kept == whole.rows_kept == len(batch.posts) + len(batch.comments)
