"""A Facebook Page by a Graph API on loopback: counts, cursors, comments, refused metrics, and errors in words."""

import hmac
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from loaders.apis import connectors
from loaders.apis.client import Answer, ApiError
from loaders.apis.connector import Fetched, Target
from loaders.apis.graph import VERSION
from loaders.apis.graph.refusals import wait
from loaders.files import read_files
from tests.loaders.apis.graph_server import (
    TODAY,
    TOKEN,
    GraphServer,
    as_json,
    batches,
    client_of,
    cut_short,
    failing,
    fetched,
    standing_for,
    total,
)
from tests.loaders.files.sample_exports import content

FACEBOOK = connectors()["facebook"]
PAGE = "61560000000001"
CITIZEN = "100000000000078"
DAY = 86_400


def posts_of(chance: random.Random, n: int) -> list[dict[str, Any]]:
    found = []
    for number in range(n):
        day = date.fromisoformat(TODAY) - timedelta(days=1 + 3 * number)
        post = {
            "id": f"{PAGE}_{1000 + number}",
            "created_time": f"{day}T09:30:00+0000",
            "message": f"Bericht {number}",
            "permalink_url": f"https://www.facebook.com/{PAGE}/posts/{1000 + number}",
            "status_type": "added_photos",
            "from": {"id": PAGE},
            "reactions": total(chance.randrange(500)),
            "comments": total(number % 3),
        }
        found.append({**post, **({"shares": {"count": chance.randrange(1, 90)}} if number % 2 else {})})
    return found


def comments_of(post: dict[str, Any]) -> list[dict[str, Any]]:
    number = post["id"].rpartition("_")[2]
    moment = post["created_time"]
    found = [
        {"id": f"{number}_1", "created_time": moment, "message": "Wanneer?", "like_count": 2},
        {"id": f"{number}_2", "created_time": moment, "message": "Morgen.", "from": {"id": PAGE}, "parent": {}},
    ]
    found[1]["parent"] = {"id": f"{number}_1"}
    return found[: post["comments"]["summary"]["total_count"]]


@pytest.fixture(params=[3, 19])
def graph(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[GraphServer]:
    chance = random.Random(request.param)
    made = GraphServer()
    posts = posts_of(chance, 8)
    made.nodes[PAGE] = {"id": PAGE, "name": "Gemeente Waterstad", "followers_count": 4199, "fan_count": 4010}
    made.lists[f"{PAGE}/posts"] = posts
    for post in posts:
        made.lists[f"{post['id']}/comments"] = comments_of(post)
        made.insights[post["id"]] = {
            "post_media_view": chance.randrange(9000),
            "post_total_media_view_unique": chance.randrange(9000),
        }
    ends = [f"{date.fromisoformat(TODAY) - timedelta(days=back)}T08:00:00+0000" for back in range(150)]
    made.insights[PAGE] = {"page_follows": [{"end_time": end, "value": 4000 + back} for back, end in enumerate(ends)]}
    with standing_for(monkeypatch, str(FACEBOOK.host), answer=made.answer):
        yield made


def whole(**given: Any) -> list[Fetched]:
    return list(fetched(FACEBOOK, PAGE, **given))


def test_a_page_is_found_by_what_was_typed(graph: GraphServer) -> None:
    graph.nodes["gemeentewaterstad"] = {**graph.nodes[PAGE], "username": "gemeentewaterstad"}
    found = FACEBOOK.check(client_of(FACEBOOK), Target("graph.facebook.com", " gemeentewaterstad ", secret=TOKEN))
    assert (found.upstream_id, found.handle, found.title) == (PAGE, "gemeentewaterstad", "Gemeente Waterstad")
    assert found.names == (PAGE,)


def test_every_count_is_what_the_server_has(graph: GraphServer) -> None:
    found = batches(whole())
    rows = {row["post_id"]: row for batch in found["facebook_api_posts"] for _, row in batch.posts.iterrows()}
    sent = graph.lists[f"{PAGE}/posts"]
    assert len(rows) == len(sent) == sum(batch.rows_read for batch in found["facebook_api_posts"])
    for post in sent:
        row, insights = rows[post["id"].removeprefix(f"{PAGE}_")], graph.insights[post["id"]]
        counts = row[["likes", "comments", "shares", "impressions", "reach"]].tolist()
        assert counts == [
            post["reactions"]["summary"]["total_count"],
            post["comments"]["summary"]["total_count"],
            post.get("shares", {}).get("count", 0),
            insights["post_media_view"],
            insights["post_total_media_view_unique"],
        ]
        assert (row["account"], row["type"], row["views_definition"]) == (PAGE, "image", "views")


def test_followers_of_today_and_of_each_day_in_pacific_time(graph: GraphServer) -> None:
    days = [row for batch in batches(whole())["facebook_api_page"] for _, row in batch.account_days.iterrows()]
    found = {row["date"]: row["value"] for row in days}
    assert len(days) == len(found) == 151
    assert (found[TODAY], found["2026-11-19"], found["2026-11-18"]) == (4199, 4000, 4001)


def test_comments_are_of_their_post_and_own_answers_are_own(graph: GraphServer) -> None:
    found = batches(whole())["facebook_api_comments"]
    rows = [row for batch in found for _, row in batch.comments.iterrows()]
    assert len(rows) == sum(number % 3 for number in range(8))
    own = [row for row in rows if row["is_own"]]
    assert len(own) == 2
    assert all(row["parent_id"] == f"{row['post_id']}_1" for row in own)
    assert {row["account"] for row in rows} == {PAGE}


def test_threads_that_are_whole_are_said_to_be(graph: GraphServer) -> None:
    threads = [post for one in whole() for post in one.threads]
    assert sorted(threads) == [str(1000 + number) for number in range(8)]


def test_an_empty_list_deletes_nothing(graph: GraphServer) -> None:
    """A token without the right to read gets one, and no error."""
    for path, listed in graph.lists.items():
        if path.endswith("/comments"):
            listed.clear()
    assert {post for one in whole() for post in one.threads} == {"1000", "1003", "1006"}  # those without comments
    graph.lists[f"{PAGE}/posts"] = []
    assert {one.listed_from for one in whole()} == {None}


def test_without_texts_no_comment_is_asked_for(graph: GraphServer) -> None:
    assert {one.format for one in whole(texts=False)} == {"facebook_api_page", "facebook_api_posts"}
    assert not [path for path in graph.paths() if path.endswith("/comments")]


def test_a_run_that_broke_off_goes_on_at_every_cursor(graph: GraphServer) -> None:
    cut_short(whole(), lambda after: fetched(FACEBOOK, PAGE, after=after))


def test_the_list_ends_where_it_ends_and_says_so(graph: GraphServer) -> None:
    listed = [one.listed_from for one in whole() if one.format == "facebook_api_posts"]
    assert listed == [None, None, None, 0]


def test_a_usual_run_stops_at_posts_that_are_too_old(graph: GraphServer) -> None:
    since = 1_795_132_800 - 6 * DAY  # 2026-11-14
    answers = whole(since=since, texts=False)
    posts = [one for one in answers if one.format == "facebook_api_posts"]
    assert [one.listed_from for one in posts] == [None, since]
    assert sum(one.rows for one in posts) == 6
    assert graph.paths()[f"{PAGE}/insights"] == 1


def test_a_list_that_may_be_cut_by_meta_deletes_nothing(graph: GraphServer) -> None:
    graph.unknown = {"post_media_view", "post_total_media_view_unique"}
    graph.page_size = 50
    posts = posts_of(random.Random(1), 100)  # of one year
    for times, told in ((5, 0), (6, None)):
        graph.lists[f"{PAGE}/posts"] = posts * times
        answers = whole(texts=False)
        assert sum(one.rows for one in answers if one.format == "facebook_api_posts") == 100 * times
        assert answers[-1].listed_from == told


def test_a_metric_that_is_gone_does_not_hide_the_others(graph: GraphServer) -> None:
    graph.unknown = {"post_total_media_view_unique", "page_media_view"}
    found = batches(whole())
    posts = [row for batch in found["facebook_api_posts"] for _, row in batch.posts.iterrows()]
    sent = [graph.insights[post["id"]]["post_media_view"] for post in graph.lists[f"{PAGE}/posts"]]
    assert [row["impressions"] for row in posts] == sent
    assert {row["missing"][1] for row in posts} == {"f"}
    assert sum(len(batch.account_days) for batch in found["facebook_api_page"]) == 151
    asked = [request.args.get("metric", "") for request in graph.asked]
    assert asked.count("post_total_media_view_unique") == 3  # then it is not asked for any more


def test_a_token_without_the_right_to_insights_still_brings_posts(graph: GraphServer) -> None:
    for post in graph.lists[f"{PAGE}/posts"]:
        graph.refusing[f"{post['id']}/insights"] = failing(10)
    (first, *_) = batches(whole(texts=False))["facebook_api_posts"]
    assert first.posts["likes"].notna().all()
    assert first.posts["impressions"].isna().all()
    assert first.posts["missing"].str[:2].tolist() == ["ff"] * 3
    assert sum(path.endswith("/insights") for path in graph.paths().elements()) < 9 + 8 + 6


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (190, "broken", "Facebook does not accept the token any more."),
        (10, "broken", "a permission is missing (error 10)"),
        (200, "broken", "a permission is missing (error 200)"),
        (100, "broken", "Facebook does not know what was asked for (error 100)"),
        (1, "unavailable", "Facebook answered with error 1."),
    ],
)
def test_errors_are_said_in_words(graph: GraphServer, code: int, kind: str, words: str) -> None:
    graph.refusing[f"{PAGE}/posts"] = failing(code)
    with pytest.raises(ApiError) as caught:
        whole()
    assert (caught.value.kind, caught.value.status) == (kind, 400)
    assert words in caught.value.message.english()
    assert TOKEN not in str(caught.value)


def test_throttled_for_long_is_parked_and_goes_on_later(graph: GraphServer) -> None:
    expected = [(one.format, one.document) for one in whole()]
    graph.refusing["61560000000001_1004/insights"] = failing(80001, minutes=20)
    kept: list[Fetched] = []
    with pytest.raises(ApiError) as caught:
        for one in fetched(FACEBOOK, PAGE):
            kept.append(one)
    assert (caught.value.kind, caught.value.message.values["minutes"]) == ("parked", 20)
    assert caught.value.until is not None
    graph.refusing.clear()
    kept += fetched(FACEBOOK, PAGE, after=kept[-1].after)
    assert [(one.format, one.document) for one in kept] == expected


@pytest.mark.parametrize("code", [4, 17, 32, 613, 80001])
def test_short_throttling_is_waited_out(code: int) -> None:
    used = {"x-business-use-case-usage": '{"1": [{"type": "pages", "estimated_time_to_regain_access": 7}]}'}
    assert wait(Answer(400, used, {"error": {"code": code}})) == 420
    assert wait(Answer(400, {}, {"error": {"code": code}})) == 0
    assert wait(Answer(200, used, {"data": []})) is None


def test_the_token_is_in_a_header_and_nowhere_else(graph: GraphServer) -> None:
    found = list(fetched(FACEBOOK, PAGE, secret=f"{TOKEN}|madeUpAppSecret"))
    assert not [request.url for request in graph.asked if TOKEN in request.url or "madeUpAppSecret" in request.url]
    (proof,) = {request.args["appsecret_proof"] for request in graph.asked}
    assert proof == hmac.new(b"madeUpAppSecret", TOKEN.encode(), "sha256").hexdigest()
    assert all(TOKEN not in str(one.after) for one in found)
    assert all(request.path.startswith(f"/{VERSION}/") for request in graph.asked)


def test_a_dead_token_is_told_at_the_check(graph: GraphServer) -> None:
    with pytest.raises(ApiError, match="does not accept the token"):
        FACEBOOK.check(client_of(FACEBOOK), Target("graph.facebook.com", PAGE, secret="EAAdead"))


def test_a_server_that_repeats_its_cursor_ends_the_walk(graph: GraphServer) -> None:
    graph.page_size = 0
    assert [one.rows for one in whole(texts=False) if one.format == "facebook_api_posts"] == [0]


def test_an_export_has_the_same_post_under_the_same_id() -> None:
    (by_api,) = read_files([("posts.json", content("facebook_api/posts.json"))])
    name = "meta_facebook/Jan-14-2025_Apr-14-2025_1396269028400001.csv"
    (by_file,) = read_files([("export.csv", content(name))])
    same = set(by_api.posts["post_id"]) & set(by_file.posts["post_id"])
    assert {"122101737357120000", "122101737357120037"} <= same


def test_a_post_without_shares_is_only_zero_where_shares_were_asked_for() -> None:
    text = content("facebook_api/posts.json").replace(b'"shares"', b'"other"')
    (batch,) = read_files([("posts.json", text)])
    assert batch.posts["shares"].isna().all()


@pytest.mark.parametrize(
    ("answer", "claims"),
    [({"data": None}, None), ({"data": [7]}, None), ({"data": [], "paging": {"next": "https://x.example/"}}, [None])],
)
def test_a_list_that_cannot_be_read_deletes_nothing(graph: GraphServer, answer: Any, claims: Any) -> None:
    graph.refusing[f"{PAGE}/posts"] = as_json(answer)
    if claims is None:
        with pytest.raises(ApiError, match="cannot be read"):
            whole()
    else:
        assert [one.listed_from for one in whole() if one.format == "facebook_api_posts"] == claims


def test_a_list_whose_next_page_is_out_of_reach_is_not_whole(graph: GraphServer) -> None:
    first = graph.lists[f"{PAGE}/posts"][:3]
    graph.refusing[f"{PAGE}/posts"] = as_json({"data": first, "paging": {"next": "https://x.example/"}})
    posts = [one for one in whole(texts=False) if one.format == "facebook_api_posts"]
    assert [(one.rows, one.listed_from) for one in posts] == [(3, None)]
