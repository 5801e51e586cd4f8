"""Archives, API answers and research tables of X: whose posts they are, what is left out, and the clock in the ids."""

import io
import json
import zipfile
from typing import Any

import pytest

from loaders.files import read_file, read_files
from loaders.files.building.id_times import x_status
from tests.loaders.files.sample_exports import codes, one, sample, utc

ID = 2074000000000000077  # 2026-07-06 05:18:27 UTC
WHEN = "2026-07-06T05:18:27.000Z"
ARCHIVE = "x_archive/twitter-2022-11-01.zip"


def script(name: str, *items: Any) -> bytes:
    return f"window.YTD.{name}.part0 = {json.dumps(items)}".encode()


def tweet(text: str = "Hoi", **members: Any) -> dict[str, Any]:
    created = "Mon Jul 06 05:18:27 +0000 2026"
    return {"id_str": str(ID), "created_at": created, "full_text": text, "favorite_count": "4"} | members


def post(n: int = 0, author: str = "1", **members: Any) -> dict[str, Any]:
    made = {"id": str(ID + n), "text": "Hoi", "created_at": WHEN, "author_id": author, "conversation_id": str(ID)}
    return made | members


def answer(*posts: dict[str, Any], **users: str) -> str:
    listed = [{"id": number.removeprefix("u"), "username": name} for number, name in users.items()]
    return json.dumps({"data": posts, "includes": {"users": listed}, "meta": {"result_count": len(posts)}})


def test_the_account_of_an_archive_stands_beside_its_tweets() -> None:
    found = {batch.file.rpartition("/")[2]: batch for batch in sample(ARCHIVE)}
    assert found["tweets.js"].posts["account"].unique().tolist() == ["gem_waterstad"]
    assert found["tweets-part1.js"].posts["account"].tolist() == ["gem_waterstad"]
    assert found["tweets.js"].posts["permalink"][2] == "https://x.com/gem_waterstad/status/1581978328888246273"
    beside = read_files([("x/tweets.js", script("tweets", tweet())), ("y/account.js", script("account", {}))])
    assert beside[0].posts["account"].tolist() == [""]


def test_an_archive_gives_posts_and_replies_without_reposts() -> None:
    batch = next(batch for batch in sample(ARCHIVE) if batch.file.endswith("/tweets.js"))
    assert utc(batch.posts) == ["2022-10-20 07:31", "2022-10-19 20:07", "2022-10-17 12:00"]
    assert batch.posts["type"].tolist() == ["image", "reply", "post"]
    assert batch.posts["parent_id"][1] == "1582818875798454281"
    assert batch.posts["missing"].unique().tolist() == ["fp.f.ffff"]  # likes and shares alone
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "repost")]


def test_other_parts_of_an_archive_are_known_and_never_read() -> None:
    others = [batch for batch in sample(ARCHIVE) if batch.format == "x_archive_other"]
    parts = [str(batch.warnings[0].message.values["part"]) for batch in others]
    assert parts == [
        "manifest",
        "account",
        "direct_messages",
        "like",
        "follower",
        "tweet_headers",
        "deleted_tweets",
    ]
    assert [batch.rows_read for batch in others] == [1, 1, 1, 0, 2, 1, 1]
    assert {batch.rows_kept for batch in others} == {0}
    assert not any("besloten" in repr(batch) or "example" in repr(batch) for batch in others)


@pytest.mark.parametrize("item", [tweet(), {"tweet": tweet()}])
@pytest.mark.parametrize("name", ["tweet", "tweets"])
def test_old_and_new_archives(item: dict[str, Any], name: str) -> None:
    batch = one("tweets.js", script(name, item))
    assert (batch.format, batch.posts["likes"].tolist(), utc(batch.posts)) == ("x_archive", [4], ["2026-07-06 05:18"])


def test_a_wrong_time_in_an_archive_is_told_and_a_missing_one_comes_from_the_id() -> None:
    late = tweet(created_at="Mon Jul 06 07:18:27 +0000 2026")
    batch = one("tweets.js", script("tweets", late, tweet(id_str=str(ID + 1), created_at="")))
    assert codes(batch) == {"time_disagrees"}
    assert utc(batch.posts) == ["2026-07-06 07:18", "2026-07-06 05:18"]


def test_posts_of_one_author_are_a_timeline() -> None:
    batch = one("x.json", answer(post(), post(1, in_reply_to_user_id="2"), u1="stad", u2="ann"))
    assert batch.posts["account"].tolist() == ["stad", "stad"]
    assert batch.posts["type"].tolist() == ["post", "reply"]
    assert batch.comments.empty


def test_answers_of_several_authors_are_comments_of_the_account_they_answer() -> None:
    replies = [post(n, author=str(n), in_reply_to_user_id="1") for n in (2, 3, 4)]
    own = post(9, in_reply_to_user_id="2", referenced_tweets=[{"type": "replied_to", "id": str(ID + 2)}])
    batch = one("x.json", answer(*replies, own, u1="stad", u2="ann", u3="bob", u4="cor"))
    assert batch.kind == "comments"
    assert batch.comments["account"].unique().tolist() == ["stad"]
    assert batch.comments["author"].tolist() == ["ann", "bob", "cor", "stad"]
    assert batch.comments["is_own"].tolist() == [False, False, False, True]
    assert batch.comments["post_id"].unique().tolist() == [str(ID)]
    assert batch.comments["parent_id"].tolist() == ["", "", "", str(ID + 2)]


def test_the_account_need_not_have_written_anything() -> None:
    replies = [post(n, author=str(n), in_reply_to_user_id="1") for n in (2, 3)]
    assert one("x.json", answer(*replies, u1="stad")).comments["account"].tolist() == ["stad", "stad"]
    assert one("x.json", answer(*replies)).comments["account"].tolist() == ["", ""]  # asked of a person


def test_timelines_of_several_accounts_stay_posts() -> None:
    batch = one("x.json", answer(post(1), post(2, author="2"), post(3, author="3"), u1="stad", u2="dorp", u3="wijk"))
    assert batch.posts["account"].tolist() == ["stad", "dorp", "wijk"]


def test_both_names_of_reposts_and_the_whole_text() -> None:
    old, new = ({"public_metrics": {name: 7}} for name in ("retweet_count", "repost_count"))
    whole = post(2, note_tweet={"text": "Hoi en &lt;welkom&gt;"}, **new)
    batch = one("x.json", answer(post(1, **old), whole))
    assert batch.posts["shares"].tolist() == [7, 7]
    assert batch.posts["text"].tolist() == ["Hoi", "Hoi en <welkom>"]


def test_reposts_by_mark_or_text_are_left_out() -> None:
    marked = post(1, referenced_tweets=[{"type": "retweeted", "id": "5"}])
    batch = one("x.json", answer(marked, post(2, text="RT @ann: ja"), post(3)))
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(1, "repost"), (2, "repost")]
    assert batch.posts["post_id"].tolist() == [str(ID + 3)]


def test_an_answer_that_is_an_error_is_of_no_format() -> None:
    assert one("x.json", '{"title": "Unauthorized", "status": 401}').format is None
    assert one("x.json", '{"data": [{"id": "1", "message": "of another network"}]}').format is None


def test_twint_takes_the_moment_from_the_id() -> None:
    batch = sample("twint/gem_waterstad.csv")[0]
    assert utc(batch.posts) == ["2021-06-30 22:30", "2021-06-30 10:00", "2021-06-28 10:00"]
    assert [warning.rows for warning in batch.warnings] == [(5,)]
    assert (x_status(batch.posts["post_id"]) == batch.posts["published_ts"]).all()


def test_rtweet_marks_ids_with_a_letter() -> None:
    batch = sample("rtweet/timelines.csv")[0]
    assert batch.posts["post_id"].str.fullmatch(r"\d{19}").all()
    assert batch.posts["parent_id"].tolist() == ["", "1245236954526646273", ""]
    assert batch.posts["missing"].str[3].tolist() == ["e", "e", "e"]  # NA is an empty cell


def test_an_archive_in_a_zip_in_a_folder() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/data/account.js", script("account", {"account": {"username": "stad"}}))
        archive.writestr("a/data/tweets.js", script("tweets", {"tweet": tweet()}))
        archive.writestr("b/data/tweets.js", script("tweets", {"tweet": tweet()}))
    _, first, second = read_files([("all.zip", packed.getvalue())])
    assert (first.posts["account"].tolist(), second.posts["account"].tolist()) == (["stad"], [""])


def test_views_before_x_counted_them_are_missing() -> None:
    zero = {"public_metrics": {"impression_count": 0, "like_count": 3}}
    early = post(1, **zero) | {"id": "1600000000000000000", "created_at": "2022-12-06T05:00:00.000Z"}
    batch = one("x.json", answer(early, post(2, **zero)))
    assert batch.posts["impressions"].isna().tolist() == [True, False]
    assert [(w.message.code, w.rows) for w in batch.warnings if w.message.code == "early_views"] == [
        ("early_views", (1,))
    ]


def test_a_known_account_decides_whose_messages_these_are() -> None:
    data = answer(post(2, author="2", in_reply_to_user_id="1"), u1="Stad", u2="ann")
    alone, known = (next(read_file("x.json", data.encode(), clues)) for clues in ({}, {"x_account": "@stad"}))
    assert alone.posts["account"].tolist() == ["ann"]  # all that the file says
    assert (len(known.posts), known.comments["account"].tolist()) == (0, ["@stad"])
