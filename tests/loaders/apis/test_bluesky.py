"""Bluesky: exact counts without reposts, the true end of a feed, broken cursors, threads, and plain refusals."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis import connectors
from loaders.apis.client import ApiError, Client, Manners
from loaders.apis.connector import Target, Wanted
from tests.loaders.apis.bluesky_server import (
    CITIZEN,
    HANDLE,
    HOUR,
    NEWEST,
    TOWN,
    Server,
    answer_to,
    gone,
    moment,
    node,
    post,
    reply,
)
from tests.loaders.apis.mapped import Run, mapped, resumed_everywhere

BLUESKY = connectors()["bluesky"]
HOST = "public.api.bsky.app"


@pytest.fixture
def server(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Seven own posts an hour apart, one an own reply; a repost; one thread with a deleted and a blocked answer."""
    posts = [post(f"post{n}", NEWEST - n * HOUR, likeCount=n, repostCount=n // 2) for n in range(7)]
    posts[2]["replyCount"] = 3
    own = answer_to(posts[6], "post3", NEWEST - 3 * HOUR, TOWN, likeCount=3, repostCount=1)
    posts[3], posts[6]["replyCount"] = own, 1
    repost = {
        "post": post("ander", NEWEST - 99 * HOUR, CITIZEN, likeCount=999),
        "reason": {"$type": "app.bsky.feed.defs#reasonRepost", "by": {"did": TOWN}, "indexedAt": moment(NEWEST - HOUR)},
    }
    first = answer_to(posts[2], "vraag", NEWEST - HOUR, replyCount=1)
    below = answer_to(first, "antwoord", NEWEST - HOUR + 60, TOWN)
    threads = {
        "post2": node(posts[2], gone("weg"), node(first, node(below)), gone("dicht", "blocked")),
        "post6": node(posts[6], node(own)),
    }
    items = [{"post": one} for one in posts]
    made = Server(httpserver, [items[0], repost, *items[1:]], threads)
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", made.origins)
    return made


def client() -> Client:
    return Client(HOST, Manners(delay=0))


def wanted(since_ts: int | None = None, texts: bool = True) -> Wanted:
    return Wanted(Target(HOST, HANDLE, TOWN), texts, since_ts, "2026-09-02")


def run(asked: Wanted | None = None) -> Run:
    return mapped(BLUESKY.fetch(client(), asked or wanted()))


def instead(server: Server, method: str, answer: Response) -> None:
    def special(asked: str, _request: Request) -> Response | None:
        return answer if asked == method else None

    server.instead = special


@pytest.mark.parametrize("typed", [HANDLE, f"@{HANDLE}", TOWN])
def test_an_account_is_found_by_its_handle(server: Server, typed: str) -> None:
    found = BLUESKY.check(client(), Target(HOST, typed))
    assert (found.upstream_id, found.handle, found.title) == (TOWN, HANDLE, "Gemeente Waterstad")
    assert found.names == (HANDLE, TOWN)


def test_an_account_with_another_handle_is_found_by_its_lasting_id(server: Server) -> None:
    server.names = ("nieuw.bsky.example", TOWN)
    assert BLUESKY.check(client(), Target(HOST, HANDLE, TOWN)).handle == "nieuw.bsky.example"
    with pytest.raises(ApiError) as raised:
        BLUESKY.check(client(), Target(HOST, HANDLE))
    assert (raised.value.kind, raised.value.message.code) == ("broken", "no_account")
    assert HANDLE in str(raised.value)


def test_an_account_with_a_broken_handle_goes_by_its_lasting_id(server: Server) -> None:
    server.names = ("handle.invalid", TOWN)
    assert BLUESKY.check(client(), Target(HOST, TOWN)).names == (TOWN,)


def test_posts_have_exact_counts_and_reposts_none(server: Server) -> None:
    result = run()
    assert {key: (row.likes, row.shares, row.comments) for key, row in result.posts.items()} == {
        "post0": (0, 0, 0),
        "post1": (1, 0, 0),
        "post2": (2, 1, 3),
        "post3": (3, 1, 0),
        "post4": (4, 2, 0),
        "post5": (5, 2, 0),
        "post6": (6, 3, 1),
    }
    assert result.posts["post3"].type == "reply"
    assert {row.account for row in result.posts.values()} == {HANDLE}
    assert {row.missing for row in result.posts.values()} == {"pp...p.pp"}
    assert result.followers == {f"2026-09-02 {HANDLE}": 1204}
    assert result.listed_from == [0]
    assert sorted(result.left_out) == ["blocked", "deleted", "repost"]


def test_threads_hold_answers_of_citizens_and_own_ones(server: Server) -> None:
    assert {key: (row.post_id, row.parent_id, row.is_own) for key, row in run().comments.items()} == {
        "vraag": ("post2", "", False),
        "antwoord": ("post2", "vraag", True),
    }


def test_threads_are_asked_for_only_where_something_is_written(server: Server) -> None:
    assert run().threads == {"post0", "post1", "post2", "post4", "post5", "post6"}
    assert server.asked.count("getPostThread") == 2


def test_without_texts_no_thread_is_asked_for_nor_claimed(server: Server) -> None:
    result = run(wanted(texts=False))
    assert "getPostThread" not in server.asked
    assert (result.comments, result.threads) == ({}, set())


def test_a_post_that_is_deleted_meanwhile_is_no_error(server: Server) -> None:
    del server.threads["post2"]
    server.threads["post6"] = gone("post6")
    result = run()
    assert result.comments == {}
    assert not {"post2", "post6"} & result.threads


def test_a_count_that_is_absent_is_missing_and_the_thread_is_asked_for(server: Server) -> None:
    del server.feed[-2]["post"]["replyCount"]
    server.threads["post5"] = node(server.feed[-2]["post"])
    result = run()
    assert result.posts["post5"].missing[3] != "."  # not 0
    assert server.asked.count("getPostThread") == 3
    assert "post5" in result.threads


def deep(server: Server, levels: int, last_count: int) -> None:
    """A thread under the third post in which every message answers the one before."""
    chain = [server.feed[3]["post"] | {"replyCount": 1}]
    for n in range(levels):
        chain.append(answer_to(chain[-1], f"diep{n}", NEWEST + n, replyCount=1))
    chain[-1]["replyCount"] = last_count
    thread = node(chain[-1])
    for one in reversed(chain[:-1]):
        thread = node(one, thread)
    server.threads["post2"] = thread


def test_a_deep_thread_is_read_to_its_end(server: Server) -> None:
    deep(server, 150, 0)
    result = run()
    assert len(result.comments) == 150
    assert "post2" in result.threads


@pytest.mark.parametrize("levels", [7, 150])
def test_a_thread_whose_end_is_not_shown_is_not_claimed(server: Server, levels: int) -> None:
    deep(server, levels, last_count=1)
    result = run()
    assert len(result.comments) == levels
    assert "post2" not in result.threads


@pytest.mark.parametrize("sizes", [(1,) * 8, (2, 1, 5), (8,), (3, 0, 5), (100,)])
def test_pages_of_any_size_lead_to_the_true_end(server: Server, sizes: tuple[int, ...]) -> None:
    server.sizes = sizes
    result = run()
    assert len(result.posts) == 7
    assert result.listed_from == [0]


@pytest.mark.parametrize("since", [None, NEWEST - 2 * HOUR])
@pytest.mark.parametrize("texts", [True, False])
def test_a_run_that_broke_off_anywhere_goes_on_to_the_same(server: Server, since: int | None, texts: bool) -> None:
    asked = wanted(since, texts)
    whole = run(asked)
    runs = resumed_everywhere(BLUESKY, client(), asked)
    assert len(runs) >= 4
    assert all(one.keys() == whole.keys() for one in runs)


def test_cursors_are_small_and_plain(server: Server) -> None:
    for answer in BLUESKY.fetch(client(), wanted()):
        assert json.loads(json.dumps(answer.after)) == answer.after
        assert len(json.dumps(answer.after)) < 200


def test_a_cursor_that_broke_begins_the_list_again(server: Server) -> None:
    answers = list(BLUESKY.fetch(client(), wanted()))
    kept, server.restart = [answer for answer in answers if answer.after["at"] in ("", "a__1", "a__2")][:4], "b"
    assert kept[-1].after["at"] == "a__2"
    result = mapped([*kept, *BLUESKY.fetch(client(), replace(wanted(), after=kept[-1].after))])
    assert len(result.posts) == 7
    assert result.listed_from == [0]


def test_trouble_is_no_broken_cursor(server: Server) -> None:
    kept = list(BLUESKY.fetch(client(), wanted()))[:2]
    instead(server, "getAuthorFeed", reply({"error": "InvalidRequest"}, 400))
    with pytest.raises(ApiError):
        list(BLUESKY.fetch(client(), replace(wanted(), after=kept[-1].after)))


def test_paging_stops_at_the_oldest_moment_that_is_wanted(server: Server) -> None:
    server.sizes, since = (1,) * 8, NEWEST - 2 * HOUR
    result = run(wanted(since))
    assert set(result.posts) == {"post0", "post1", "post2", "post3"}  # the first that is older is the last
    assert result.listed_from == [since]


def test_a_date_that_an_app_made_up_neither_ends_nor_prolongs_the_list(server: Server) -> None:
    server.sizes, since = (1,) * 8, NEWEST - 2 * HOUR
    server.feed[4]["post"]["record"]["createdAt"] = "2031-01-01T00:00:00Z"
    assert "post4" not in run(wanted(since)).posts


def test_a_feed_that_goes_round_in_circles_is_left(server: Server) -> None:
    def special(method: str, request: Request) -> Response | None:
        pages = {"feed": server.feed[:2], "cursor": "x" if request.args.get("cursor") else "y"}
        return reply(pages) if method == "getAuthorFeed" else None

    server.instead = special
    result = run()
    assert set(result.posts) == {"post0"}
    assert server.asked.count("getAuthorFeed") < 4
    assert result.listed_from == []  # nobody may be thought deleted


def test_a_feed_without_end_is_cut(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.apis.bluesky._MOST_PAGES", 5)

    def special(method: str, request: Request) -> Response | None:
        n = int(request.args.get("cursor", 0))
        items = [{"post": post(f"eindeloos{n}", NEWEST)}]
        return reply({"feed": items, "cursor": str(n + 1)}) if method == "getAuthorFeed" else None

    server.instead = special
    result = run()
    assert (len(result.posts), result.listed_from) == (5, [])


@pytest.mark.parametrize("data", [{"error": "?"}, [], "<p>Onderhoud</p>"])
@pytest.mark.parametrize("method", ["getProfile", "getAuthorFeed", "getPostThread"])
def test_what_is_no_answer_breaks_the_run_off(server: Server, method: str, data: Any) -> None:
    instead(server, method, reply(data))
    with pytest.raises(ApiError) as raised:
        run()
    assert raised.value.kind == "unavailable"


def test_a_run_of_an_account_that_is_gone_is_told(server: Server) -> None:
    server.names = ()
    with pytest.raises(ApiError) as raised:
        run()
    assert (raised.value.kind, raised.value.message.code) == ("broken", "no_account")


@pytest.mark.parametrize("feed", [{"feed": [7]}, {"feed": [], "cursor": {}}, {"feed": {}}])
def test_a_feed_that_cannot_be_read_breaks_the_run_off(server: Server, feed: Any) -> None:
    instead(server, "getAuthorFeed", reply(feed))
    with pytest.raises(ApiError, match="cannot be read"):
        run()
