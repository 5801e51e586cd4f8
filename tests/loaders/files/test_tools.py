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


@pytest.mark.parametrize("name", ["fourcat/x_thread.csv", "facepager/facebook_posts_and_comments.csv"])
def test_a_damaged_row_counts_once_where_posts_and_comments_are_parted(name: str) -> None:
    whole = sample(name)[0]
    lines = content(name).decode("utf-8-sig").rstrip("\r\n")
    mark = max(",;\t", key=lines.count)
    (batch,) = read_files([(name, f"{lines}\n{mark.join('x' * 99)}\n".encode())])
    assert len(batch.comments) == len(whole.comments) > 0
    assert batch.rows_read == whole.rows_read + 1
    assert batch.rows_kept == whole.rows_kept == len(batch.posts) + len(batch.comments)
