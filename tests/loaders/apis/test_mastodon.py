"""Mastodon-compatible servers: exact counts, the true end of a list, going on after a break, and plain refusals."""

from dataclasses import replace
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis import connectors
from loaders.apis.client import ApiError, Client, Manners
from loaders.apis.connector import Target, Wanted
from tests.loaders.apis.mapped import Run, mapped, resumed_everywhere
from tests.loaders.apis.mastodon_server import (
    CITIZEN,
    HOUR,
    NEWEST,
    SITE,
    TOWN,
    Server,
    answer_to,
    author,
    reply,
    status,
)

MASTODON = connectors()["mastodon"]
HANDLE = "gemeente@sociaal.waterstad.example"


@pytest.fixture
def server(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Eight own posts an hour apart, one of them an own reply, one for followers only; a boost; two threads."""
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    ids = [str(200 - 10 * n) for n in range(8)]
    posts = [
        status(post_id, NEWEST - n * HOUR, favourites_count=n, reblogs_count=n // 2) for n, post_id in enumerate(ids)
    ]
    posts[1] |= {"visibility": "private", "replies_count": 1}
    posts[3]["replies_count"], posts[6]["replies_count"] = 2, 1
    posts[4] |= {"in_reply_to_id": "55", "in_reply_to_account_id": CITIZEN, "replies_count": 1}
    boost = status("195", NEWEST - HOUR // 2, reblog=status("7", NEWEST - 9 * HOUR, CITIZEN, favourites_count=99))
    first = answer_to(posts[3], "171", NEWEST - 3 * HOUR + 60)
    own = answer_to(first, "172", NEWEST - 3 * HOUR + 120, TOWN)
    hidden = answer_to(posts[3], "173", NEWEST - 3 * HOUR + 180, visibility="direct")
    below = {posts[3]["id"]: [first, own, hidden], posts[6]["id"]: [answer_to(posts[6], "141", NEWEST - 6 * HOUR + 9)]}
    return Server(httpserver, [posts[0], boost, *posts[1:]], below)


def client_of(server: Server) -> Client:
    return Client(server.host, Manners(delay=0))


def wanted(server: Server, since_ts: int | None = None, texts: bool = True, secret: str = "") -> Wanted:
    return Wanted(Target(server.host, "gemeente", TOWN, secret), texts, since_ts, "2026-09-02")


def run(server: Server, asked: Wanted | None = None) -> Run:
    return mapped(MASTODON.fetch(client_of(server), asked or wanted(server)))


def refusal(server: Server, account: str = "gemeente", secret: str = "") -> ApiError:
    with pytest.raises(ApiError) as raised:
        MASTODON.check(client_of(server), Target(server.host, account, secret=secret))
    return raised.value


def instead(server: Server, end: str, answer: Response) -> None:
    def special(path: str, _request: Request) -> Response | None:
        return answer if path.endswith(end) else None

    server.instead = special


@pytest.mark.parametrize("typed", ["gemeente", "@gemeente", "gemeente@sociaal.waterstad.example", "Gemeente"])
@pytest.mark.parametrize("has_lookup", [True, False])
def test_an_account_is_found_by_its_name(server: Server, typed: str, has_lookup: bool) -> None:
    server.has_lookup = has_lookup and typed != "Gemeente"
    if typed == "Gemeente":
        server.instead = lambda path, _: reply({"accounts": [author()]}) if path == "v2/search" else None
    found = MASTODON.check(client_of(server), Target(server.host, typed))
    assert (found.upstream_id, found.handle, found.title) == (TOWN, HANDLE, HANDLE)
    assert found.names == (HANDLE, "gemeente", f"gemeente@{server.host}", TOWN)


def test_posts_have_exact_counts_and_boosts_none(server: Server) -> None:
    result = run(server)
    assert {key: (row.likes, row.shares, row.comments) for key, row in result.posts.items()} == {
        "200": (0, 0, 0),
        "180": (2, 1, 0),
        "170": (3, 1, 2),
        "160": (4, 2, 1),
        "150": (5, 2, 0),
        "140": (6, 3, 1),
        "130": (7, 3, 0),
    }
    assert result.posts["160"].type == "reply"
    assert {row.account for row in result.posts.values()} == {HANDLE}
    assert {row.missing for row in result.posts.values()} == {"pp...pppp"}
    assert sorted(result.left_out) == ["not_public", "not_public", "repost"]
    assert result.followers == {f"2026-09-02 {HANDLE}": 340}
    assert result.listed_from == [0]


def test_threads_hold_answers_of_citizens_and_own_ones(server: Server) -> None:
    comments = run(server).comments
    assert {key: (row.post_id, row.parent_id, row.is_own) for key, row in comments.items()} == {
        "171": ("170", "", False),
        "172": ("170", "171", True),
        "141": ("140", "", False),
    }
    found = MASTODON.check(client_of(server), Target(server.host, "gemeente"))
    assert {row.account for row in comments.values()} <= set(found.names)


def test_only_public_posts_that_begin_a_thread_are_asked_for_one(server: Server) -> None:
    run(server)
    assert [path for path in server.asked if path.endswith("context")] == [
        "v1/statuses/170/context",
        "v1/statuses/140/context",
    ]


def test_without_texts_no_thread_is_asked_for_nor_claimed(server: Server) -> None:
    result = run(server, wanted(server, texts=False))
    assert not [path for path in server.asked if path.endswith("context")]
    assert (result.comments, result.threads) == ({}, set())


def test_threads_under_which_nothing_is_or_all_is_shown_are_claimed(server: Server) -> None:
    assert run(server).threads == {"200", "180", "170", "150", "140", "130"}


def test_a_thread_that_may_be_cut_is_not_claimed(server: Server) -> None:
    post = server.statuses[4]
    post["replies_count"] = 75
    server.threads["170"] = [answer_to(post, str(1000 + n), NEWEST) for n in range(60)]
    result = run(server)
    assert len(result.comments) == 61
    assert "170" not in result.threads


def test_a_deep_thread_is_claimed_only_when_its_end_is_shown(server: Server) -> None:
    chain = [server.statuses[4]]
    for n in range(20):
        chain.append(answer_to(chain[-1], str(1000 + n), NEWEST, replies_count=1))
    server.threads["170"] = chain[1:]
    assert "170" not in run(server).threads
    chain[0]["replies_count"], chain[-1]["replies_count"] = 1, 0
    assert "170" in run(server).threads


def test_an_answer_whose_parent_is_gone_stays_in_its_thread(server: Server) -> None:
    orphan = answer_to(status("999", NEWEST, CITIZEN), "1001", NEWEST)
    server.threads["170"].insert(0, orphan)
    assert run(server).comments["1001"].post_id == "170"


def test_a_post_that_is_deleted_meanwhile_is_no_error(server: Server) -> None:
    del server.threads["170"]
    result = run(server)
    assert set(result.comments) == {"141"}
    assert "170" not in result.threads


@pytest.mark.parametrize("per_page", [1, 2, 4, 9, 40])
@pytest.mark.parametrize("says_next", [True, False])
def test_every_size_of_page_leads_to_the_true_end(server: Server, per_page: int, says_next: bool) -> None:
    server.per_page, server.says_next = per_page, says_next
    result = run(server)
    assert len(result.posts) == 7
    assert result.listed_from == [0]


@pytest.mark.parametrize("since", [None, NEWEST - 3 * HOUR])
@pytest.mark.parametrize("texts", [True, False])
def test_a_run_that_broke_off_anywhere_goes_on_to_the_same(server: Server, since: int | None, texts: bool) -> None:
    asked = wanted(server, since, texts)
    whole = run(server, asked)
    runs = resumed_everywhere(MASTODON, client_of(server), asked)
    assert len(runs) > 4
    assert all(one.keys() == whole.keys() for one in runs)


def test_a_run_that_goes_on_does_not_ask_for_what_it_has(server: Server) -> None:
    answers = list(MASTODON.fetch(client_of(server), wanted(server)))
    server.asked.clear()
    list(MASTODON.fetch(client_of(server), replace(wanted(server), after=answers[3].after)))
    assert server.asked[0] == f"v1/accounts/{TOWN}/statuses"
    assert "v1/statuses/170/context" not in server.asked


def test_paging_stops_at_the_oldest_moment_that_is_wanted(server: Server) -> None:
    since, server.per_page = NEWEST - 2 * HOUR, 2
    result = run(server, wanted(server, since))
    assert set(result.posts) == {"200", "180", "170", "160"}  # a page of only older ones is the last
    assert result.listed_from == [since]
    assert "171" not in result.comments  # under a post that is older


def test_an_old_post_among_new_ones_does_not_end_the_list(server: Server) -> None:
    server.statuses.insert(0, status("210", NEWEST - 9000 * HOUR, pinned=True))
    assert {"200", "180"} <= set(run(server, wanted(server, NEWEST - 2 * HOUR)).posts)


@pytest.mark.parametrize("link", ["max_id=130", "max_id={n}"])
def test_a_server_that_goes_round_in_circles_is_left(server: Server, link: str) -> None:
    def special(path: str, _request: Request) -> Response | None:
        target = link.format(n=len(server.asked))
        pages = {"Link": f'<{SITE}/x?{target}>; rel="next"'}
        return reply(server.statuses[-2:], 200, **pages) if path.endswith("/statuses") else None

    server.instead = special
    result = run(server)
    assert set(result.posts) == {"140", "130"}
    assert len(server.asked) < 10
    assert result.listed_from == []  # nobody may be thought deleted


def test_a_list_without_end_is_cut(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.apis.mastodon._MOST_PAGES", 5)

    def special(path: str, request: Request) -> Response | None:
        place = int(request.args.get("max_id", 10**17))
        return reply([status(str(place - 1), NEWEST)]) if path.endswith("/statuses") else None

    server.instead = special
    result = run(server)
    assert (len(result.posts), result.listed_from) == (5, [])


def test_counts_that_are_absent_are_missing_and_the_thread_is_asked_for(server: Server) -> None:
    del server.statuses[-1]["replies_count"]
    server.threads["130"] = []
    result = run(server)
    assert result.posts["130"].missing == "pp.e.pppp"
    assert "v1/statuses/130/context" in server.asked


def test_a_token_goes_along_in_the_header(server: Server) -> None:
    server.token = "geheim"
    found = MASTODON.check(client_of(server), Target(server.host, "gemeente", secret="geheim"))
    assert found.upstream_id == TOWN
    assert len(run(server, wanted(server, secret="geheim")).posts) == 7
    assert not any("geheim" in request.url for request, _ in server.http.log)


def test_a_server_that_wants_a_token_says_so(server: Server) -> None:
    server.token = "geheim"
    error = refusal(server)
    assert (error.kind, error.message.code) == ("broken", "wants_token")
    assert server.host in str(error)


def test_a_server_that_shows_names_but_no_figures_is_told_at_the_test(server: Server) -> None:
    instead(server, f"accounts/{TOWN}", reply({"error": "identity_token_required"}, 401))
    assert refusal(server).message.code == "wants_token"
    instead(server, "/statuses", reply({"error": "This API requires an authenticated user"}, 401))
    assert refusal(server).message.code == "wants_token"


def test_a_bad_token_is_told_without_the_token(server: Server) -> None:
    server.token = "geheim"
    error = refusal(server, secret="verkeerd")
    assert (error.kind, error.message.code) == ("broken", "bad_token")
    assert "verkeerd" not in str(error)


def test_takahe_tells_a_bad_token_as_text(server: Server) -> None:
    instead(server, "", reply("Invalid Bearer token", 400))
    assert refusal(server, secret="verkeerd").message.code == "bad_token"


def test_an_unknown_account_is_told(server: Server) -> None:
    assert refusal(server, account="niemand").message.code == "no_account"
    server.instead = lambda path, _: reply("<h1>Not Found</h1>", 404) if path.endswith("lookup") else None
    assert refusal(server, account="niemand").message.code == "no_account"


def test_an_account_of_another_server_is_refused(server: Server) -> None:
    remote = author() | {"acct": "gemeente@ander.example", "url": "https://ander.example/@gemeente"}
    instead(server, "lookup", reply(remote))
    error = refusal(server)
    assert (error.kind, error.message.code) == ("broken", "other_server")
    assert "ander.example" in str(error)


def test_a_local_account_that_names_its_server_is_fine(server: Server) -> None:
    local = author() | {"acct": "gemeente@waterstad.example", "url": f"http://{server.host}/@gemeente"}
    server.instead = lambda path, _: reply(local) if path.endswith(("lookup", TOWN)) else None
    assert MASTODON.check(client_of(server), Target(server.host, "gemeente")).handle == "gemeente@waterstad.example"


@pytest.mark.parametrize("answer", [("<h1>Welkom</h1>", 200), ("<h1>Not Found</h1>", 404)])
def test_a_website_is_no_mastodon_server(server: Server, answer: tuple[str, int]) -> None:
    instead(server, "", reply(*answer))
    assert refusal(server).kind == "unavailable"


@pytest.mark.parametrize("data", [{"error": "?"}, "<p>Onderhoud</p>", None])
@pytest.mark.parametrize("end", [f"accounts/{TOWN}/statuses", "context"])
def test_what_is_no_answer_breaks_the_run_off(server: Server, end: str, data: Any) -> None:
    instead(server, end, reply(data))
    with pytest.raises(ApiError) as raised:
        run(server)
    assert raised.value.kind == "unavailable"


def test_a_run_of_an_account_that_is_gone_is_told(server: Server) -> None:
    instead(server, f"accounts/{TOWN}", reply({"error": "Gone"}, 410))
    with pytest.raises(ApiError) as raised:
        run(server)
    assert raised.value.message.code == "no_account"
