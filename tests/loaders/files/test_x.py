"""Exports of X: replies and reposts in the same file, escaped texts, UTC times that the ids confirm."""

import pandas as pd

from tests.loaders.files.sample_exports import codes, one, sample, utc

TWEETS = "x_analytics/tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv"
DAYS = "x_analytics/daily_tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv"
PREMIUM = "x_premium/account_analytics_content_2026-07-06_2026-08-02.csv"
HEADER = "Post id,Date,Post text,Post Link,Impressions,Likes,Bookmarks,Shares,New follows,Replies,Reposts,URL Clicks\n"
ID = 2074000000000000077  # 2026-07-06 05:18:27 UTC


def row(
    post_id: object = ID, day: str = '"Mon, Jul 6, 2026"', text: str = "Hoi", link: int = ID, likes: str = "1"
) -> str:
    return f"{post_id},{day},{text},https://x.com/gem/status/{link},5,{likes},3,9,0,2,4,6\n"


def test_posts_and_replies_of_the_archive() -> None:
    batch = sample(TWEETS)[0]
    assert batch.posts["type"].tolist() == ["reply", "post", "post", "reply"]
    assert batch.posts["account"].unique().tolist() == ["gem_waterstad"]
    assert batch.posts["text"][1] == "Verkeer & parkeren: nieuwe regels vanaf 1 maart <link>"
    assert "\n" in batch.posts["text"][2]
    assert codes(batch) == set()  # no time disagrees with its id
    assert utc(batch.posts)[-1] == "2022-03-26 22:50"  # the night before summer time


def test_floats_are_counts_and_a_dash_is_missing() -> None:
    posts = sample(TWEETS)[0].posts
    assert posts["shares"].tolist() == [4, 4, 4, 4]
    assert posts["missing"].unique().tolist() == [".p....f.."]


def test_reposts_are_rejected() -> None:
    (rejection,) = sample(TWEETS)[0].rejected
    assert (rejection.column, rejection.reason.code) == ("Tweet text", "repost")


def test_days_have_interactions_without_clicks() -> None:
    days = sample(DAYS)[0].account_days
    first = days[days["date"] == "2022-03-02"].set_index("metric")["value"]
    assert first.to_dict() == {"impressions": 1002, "link_clicks": 6, "new_followers": 0, "interactions": 2 + 2 + 4}
    assert days["account"].unique().tolist() == ["gem_waterstad"]


def test_the_moment_of_a_premium_post_is_in_its_id() -> None:
    batch = sample(PREMIUM)[0]
    stamps = pd.to_datetime(batch.posts["published_ts"].astype("int64"), unit="s")
    assert stamps.dt.strftime("%d %H:%M:%S").tolist()[:2] == ["06 00:20:33", "06 23:27:33"]
    assert batch.posts["impressions"].tolist() == [1234] * 6  # once written 1,234
    assert batch.posts["shares"].tolist() == [5] * 6  # reposts, not the copies of the link


def test_the_variant_with_other_names_gives_the_same() -> None:
    same = ["post_id", "published_ts", "likes", "shares", "clicks", "saves", "type"]
    pd.testing.assert_frame_equal(sample(PREMIUM)[0].posts[same], sample("x_premium/variant_crlf.csv")[0].posts[same])


def test_another_day_in_the_id_is_told_and_the_day_stays() -> None:
    batch = one("x.csv", HEADER + row(day='"Sat, Jul 4, 2026"'))
    assert codes(batch) == {"day_disagrees"}
    assert (utc(batch.posts), batch.posts["precision"][0]) == (["2026-07-04 00:00"], "day")


def test_a_destroyed_id_comes_from_the_link() -> None:
    batch = one("x.csv", HEADER + row("2.074E+18") + row("2.074E+18", link=ID + (1 << 22) * 60_000))
    assert batch.posts["post_id"].tolist() == [str(ID), str(ID + (1 << 22) * 60_000)]
    assert codes(batch) == {"damaged_ids"}


def test_a_destroyed_id_without_a_link_is_rejected() -> None:
    text = HEADER + row("2.074E+18").replace(f"https://x.com/gem/status/{ID}", "")
    assert [r.reason.code for r in one("x.csv", text).rejected] == ["no_id"]


def test_ids_that_lost_their_last_digits_come_from_the_link() -> None:
    batch = one("x.csv", HEADER + row("2074000000000000000") + row("2074000000000010000", link=ID + (1 << 22)))
    assert batch.posts["post_id"].tolist() == [str(ID), str(ID + (1 << 22))]


def test_an_unreadable_time_comes_from_the_id() -> None:
    header = "Tweet id,Tweet permalink,Tweet text,time,impressions\n"
    batch = one("x.csv", header + f"{ID},https://twitter.com/gem/status/{ID},Hoi,yesterday,5\n")
    assert utc(batch.posts) == ["2026-07-06 05:18"]


def test_the_overview_names_no_account() -> None:
    batch = sample("x_premium/account_overview_analytics.csv")[0]
    assert batch.account_days["account"].unique().tolist() == [""]
    day = batch.account_days[batch.account_days["date"] == "2026-07-03"].set_index("metric")["value"]
    assert day.to_dict() == {
        "impressions": 903,
        "new_followers": 3,
        "lost_followers": 1,
        "visitors": 23,
        "interactions": 3 + 3 + 4,
    }
