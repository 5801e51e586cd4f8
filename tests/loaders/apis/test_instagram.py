"""An Instagram account by a Graph API on loopback: hidden likes, refused insights, answers under comments."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from loaders.apis import connectors
from loaders.apis.client import ApiError
from loaders.apis.connector import Fetched, Target
from loaders.files import read_files
from tests.loaders.apis.graph_server import (
    TODAY,
    TOKEN,
    GraphServer,
    batches,
    client_of,
    cut_short,
    failing,
    fetched,
    standing_for,
)
from tests.loaders.files.sample_exports import content

INSTAGRAM = connectors()["instagram"]
ACCOUNT, NAME = "17841400000000001", "gemeentewaterstad"
HIDDEN, FEW_VIEWERS = "18000001761339002", "18000001761339003"


def media_of(chance: random.Random, n: int) -> list[dict[str, Any]]:
    found = []
    for number in range(n):
        post = {
            "id": f"1800000176133900{number}",
            "caption": f"Bericht {number}",
            "media_type": "IMAGE",
            "media_product_type": "FEED",
            "permalink": f"https://www.instagram.com/p/DGoFDwHMab{number}/",
            "timestamp": f"{date.fromisoformat(TODAY) - timedelta(days=1 + number)}T09:30:00+0000",
            "like_count": chance.randrange(500),
            "comments_count": number % 2,
        }
        if post["id"] == HIDDEN:
            del post["like_count"]
        found.append(post)
    return found


def comment(number: int, text: str, name: str, replies: Any = None) -> dict[str, Any]:
    made = {"id": f"17900000000000{number}", "text": text, "timestamp": "2026-11-19T10:00:00+0000", "username": name}
    return {**made, "like_count": 1, **({"replies": replies} if replies else {})}


@pytest.fixture(params=[5, 11])
def graph(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[GraphServer]:
    chance = random.Random(request.param)
    made = GraphServer()
    posts = media_of(chance, 5)
    made.nodes[ACCOUNT] = {"id": ACCOUNT, "username": NAME, "name": "Waterstad", "followers_count": 2310}
    made.nodes[ACCOUNT]["media_count"] = len(posts)
    made.lists[f"{ACCOUNT}/media"] = posts
    for post in posts:
        made.insights[post["id"]] = {name: chance.randrange(900) for name in ("views", "reach", "shares", "saved")}
        made.lists[f"{post['id']}/comments"] = []
    answers = [
        comment(810 + number, f"Antwoord {number}", NAME if number == 4 else "bewoner.een") for number in range(5)
    ]
    part = {"data": answers[:3], "paging": {"cursors": {"after": "c3"}, "next": "https://evil.example/"}}
    made.lists[f"{posts[1]['id']}/comments"] = [comment(800, "Wanneer?", "bewoner.twee", part)]
    made.lists["17900000000000800/replies"] = answers
    made.lists[f"{posts[3]['id']}/comments"] = [comment(801, "Mooi!", "bewoner.drie")]
    made.refusing[f"{FEW_VIEWERS}/insights"] = failing(10)
    with standing_for(monkeypatch, str(INSTAGRAM.host), answer=made.answer):
        yield made


def whole(**given: Any) -> list[Fetched]:
    return list(fetched(INSTAGRAM, ACCOUNT, **given))


def posts_in(answers: list[Fetched]) -> dict[str, Any]:
    found = batches(answers)["instagram_api_media"]
    return {row["post_id"]: row for batch in found for _, row in batch.posts.iterrows()}


def test_the_account_is_found_by_its_number(graph: GraphServer) -> None:
    found = INSTAGRAM.check(client_of(INSTAGRAM), Target("graph.facebook.com", ACCOUNT, secret=TOKEN))
    assert (found.upstream_id, found.handle, found.title) == (ACCOUNT, NAME, "Waterstad")
    assert found.names == (ACCOUNT, NAME)


def test_every_count_is_what_the_server_has(graph: GraphServer) -> None:
    rows = posts_in(whole())
    sent = {post["id"]: post for post in graph.lists[f"{ACCOUNT}/media"]}
    assert rows.keys() == sent.keys()
    for post_id in sent.keys() - {HIDDEN, FEW_VIEWERS}:
        row, insights = rows[post_id], graph.insights[post_id]
        assert row[["likes", "comments"]].tolist() == [sent[post_id]["like_count"], sent[post_id]["comments_count"]]
        assert row[["impressions", "reach", "shares", "saves"]].tolist() == list(insights.values())
        assert (row["account"], row["type"], row["views_definition"]) == (ACCOUNT, "image", "views")


def test_hidden_likes_are_missing_and_not_zero(graph: GraphServer) -> None:
    rows = posts_in(whole())
    assert [post_id for post_id, row in rows.items() if row["missing"][2] != "."] == [HIDDEN]


def test_a_post_that_few_people_saw_hides_no_other(graph: GraphServer) -> None:
    rows = posts_in(whole())
    assert [post_id for post_id, row in rows.items() if row["missing"][0] != "."] == [FEW_VIEWERS]
    assert rows[FEW_VIEWERS]["missing"][2:4] == ".."


def test_a_metric_that_is_unknown_is_asked_apart(graph: GraphServer) -> None:
    graph.unknown = {"saved"}
    rows = posts_in(whole(texts=False))
    assert {row["missing"][6] for row in rows.values()} == {"f"}
    assert [row["impressions"] for row in rows.values() if row["missing"][0] == "."] == [
        graph.insights[post_id]["views"] for post_id in rows if post_id != FEW_VIEWERS
    ]


def test_answers_beyond_the_first_page_are_fetched_too(graph: GraphServer) -> None:
    answers = whole()
    found = batches(answers)["instagram_api_comments"]
    rows = [row for batch in found for _, row in batch.comments.iterrows()]
    assert [row["parent_id"] for row in rows].count("17900000000000800") == 5
    assert [row["text"] for row in rows if row["is_own"]] == ["Antwoord 4"]
    assert {row["account"] for row in rows} == {ACCOUNT}
    assert len(rows) == 7
    assert sorted(post for one in answers for post in one.threads) == sorted(
        post["id"] for post in graph.lists[f"{ACCOUNT}/media"]
    )


def test_followers_are_of_today(graph: GraphServer) -> None:
    (batch,) = batches(whole(texts=False))["instagram_api_account"]
    assert batch.account_days[["account", "date", "metric", "value"]].to_numpy().tolist() == [
        [ACCOUNT, TODAY, "followers", 2310.0]
    ]


def test_a_run_that_broke_off_goes_on_at_every_cursor(graph: GraphServer) -> None:
    cut_short(whole(), lambda after: fetched(INSTAGRAM, ACCOUNT, after=after))


def test_the_token_is_in_no_address_and_no_other_host_is_asked(graph: GraphServer) -> None:
    whole()
    assert not [request.url for request in graph.asked if TOKEN in request.url]
    assert graph.paths()["17900000000000800/replies"] == 3


@pytest.mark.parametrize(
    ("code", "words"), [(190, "Instagram does not accept the token"), (200, "a permission is missing")]
)
def test_errors_name_the_network(graph: GraphServer, code: int, words: str) -> None:
    graph.refusing[f"{ACCOUNT}/media"] = failing(code)
    with pytest.raises(ApiError, match=words) as caught:
        whole()
    assert caught.value.kind == "broken"


def test_an_export_has_the_same_post_under_the_same_id() -> None:
    (by_api,) = read_files([("media.json", content("instagram_api/media.json"))])
    name = "meta_instagram/Oct-01-2025_Nov-30-2025_1396269028400002.csv"
    (by_file,) = read_files([("export.csv", content(name))])
    assert "18000001761339300" in set(by_api.posts["post_id"]) & set(by_file.posts["post_id"])
